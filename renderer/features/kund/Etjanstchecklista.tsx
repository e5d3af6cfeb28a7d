import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Aktivering, etjanstId, isOppen } from '../../../shared/domain/etjanst/records.ts';
import { farAviseras, smsnummer } from '../../../shared/domain/etjanst/regler.ts';
import { valkomstForeslas } from '../../../shared/domain/etjanst/valkomst.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { valkomstOrd } from '../../../shared/words/etjanst.ts';
import { Chip, type Ton } from '../../components/Chip.tsx';
import { idagNu } from '../../components/idag.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { runCommand } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { skrivMeddelande } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { grundAv } from './godkannandegrund.ts';
import { tillKunden } from './tillKunden.ts';

const useStyles = makeStyles({
  lista: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
  vad: { flexGrow: 1, minWidth: 'min(240px, 100%)', flexBasis: '240px', overflowWrap: 'anywhere' },
  mer: { color: 'var(--colorNeutralForeground2)' },
});

/** VALK-04: the four steps in their order, each as the records say it is, and the way to where it is done. */
export function Etjanstchecklista({ kund, hinder }: { kund: KundVy; hinder: string | undefined }) {
  const css = useStyles();
  const { personId, person, etjanst, godkannanden } = kund;
  const kan = useMaySave('etjanst');
  const kanGodkanna = useMaySave('godkannande');
  const kanSkriva = useMaySave('meddelande') && farAviseras(person);
  const { data: bruk } = useQuery('etjanst.bruk', { personId }, ['meddelande', `akt:${personId}`]);
  const data = etjanst?.data;
  const foreslas =
    data !== undefined && valkomstForeslas({ type: 'etjanst', data }, { person, kontakt: undefined, samtycke: undefined }, idagNu());
  const oppna = godkannanden.filter((one) => isOppen(one.data));
  const aktiva = oppna.filter((one) => one.data.lage === 'aktiv').length;
  const valkomst = (postId: string) => () => showArendedialog({ personId, post: 'valkomst', id: postId });
  return (
    <ol className={css.lista} aria-label="Checklista för e-tjänsten">
      <Steg vad="Koppla e-tjänsten" {...koppling(kund)}>
        {kan && !hinder && (
          <Knapp
            namn="Öppna"
            om="Koppla e-tjänsten"
            onClick={() => showArendedialog({ personId, post: 'etjanst', id: etjanstId(personId) })}
          />
        )}
      </Steg>
      <Steg vad="Skicka välkomstmeddelandet med informationsbladet" {...valkomstlage(data, foreslas)}>
        {kanSkriva && data?.lage === 'aktiv' && data.valkomst?.slag !== 'skickat' && (
          <>
            <Knapp namn="Läs och skicka" om="Välkomstmeddelande" onClick={valkomst(etjanstId(personId))} />
            {foreslas && <Inte personId={personId} postId={etjanstId(personId)} om="Välkomstmeddelande" />}
          </>
        )}
      </Steg>
      <Steg
        vad="Aktivera relationer, om kunden vill"
        ton={oppna.length === 0 ? 'neutral' : aktiva === oppna.length ? 'gron' : 'gul'}
        lage={oppna.length === 0 ? 'Ingen' : `${aktiva} av ${oppna.length} aktiva`}
        mer={oppna.map(({ data: { till } }) => till.namn).join('; ')}
      >
        {kanGodkanna && person.avliden === undefined && (
          <Knapp namn="Godkänn" om="Närstående" onClick={() => showArendedialog({ personId, post: 'godkannande', id: 'ny' })} />
        )}
        {kanSkriva &&
          oppna.flatMap((post) =>
            valkomstForeslas({ type: 'godkannande', data: post.data }, grundAv(kund, post.data), idagNu())
              ? [
                  <Knapp key={post.id} namn={`Välkomna ${post.data.till.namn}`} om="Välkomstmeddelande" onClick={valkomst(post.id)} />,
                  <Inte
                    key={`${post.id} inte`}
                    personId={personId}
                    postId={post.id}
                    om={`Välkomstmeddelande till ${post.data.till.namn}`}
                  />,
                ]
              : [],
          )}
      </Steg>
      <Steg
        vad="Använd e-tjänsten varje dag: beslut, brev, kallelser och frågor"
        ton={bruk?.senast === undefined ? 'neutral' : 'gron'}
        lage={bruk?.senast === undefined ? 'Inget hos dig än' : `Senast ${swedishDay(bruk.senast)}`}
      >
        {kanSkriva && data && isOppen(data) && <Knapp namn="Skriv" om="Till klient" onClick={() => skrivMeddelande(tillKunden(kund))} />}
      </Steg>
    </ol>
  );
}

type Lage = { ton: Ton; lage: string; mer?: string };

function koppling({ etjanst, person }: KundVy): Lage {
  const data = etjanst?.data;
  if (!data || !isOppen(data)) return { ton: 'neutral', lage: 'Inte gjort' };
  const rutor = [
    'Meddelande',
    ...(data.inkomstblankett ? ['Digital inkomstblankett'] : []),
    ...(farAviseras(person) && smsnummer(data, person) ? ['SMS'] : []),
    ...(farAviseras(person) && data.epost !== undefined ? ['e-post'] : []),
  ];
  const slag = { vantarPaNatten: ['gul', 'I natt'], aktiv: ['gron', 'Klart'], misslyckades: ['rod', 'Misslyckades'] } as const;
  const [ton, lage] = data.lage === 'avslutad' ? (['neutral', 'Inte gjort'] as const) : slag[data.lage];
  return { ton, lage, mer: rutor.join(', ') };
}

function valkomstlage(data: Pick<Aktivering, 'lage' | 'valkomst'> | undefined, foreslas: boolean): Lage {
  const valkomst = data?.valkomst;
  if (valkomst?.slag === 'skickat') return { ton: 'gron', lage: valkomstOrd.skickat, mer: avVem(valkomst) };
  if (valkomst?.slag === 'inte') return { ton: 'neutral', lage: valkomstOrd.inte, mer: avVem(valkomst) };
  if (data?.lage !== 'aktiv') return { ton: 'neutral', lage: 'När e-tjänsten är aktiv' };
  // To who is protected none is proposed; of who was activated before it was noted nobody knows.
  return foreslas ? { ton: 'gul', lage: valkomstOrd.foreslaget } : { ton: 'neutral', lage: valkomst ? 'Inte skickat' : 'Inte noterat' };
}
const avVem = ({ av }: NonNullable<Aktivering['valkomst']>): string => (av ? `${av.namn}, ${swedishDay(av.at)}` : '');

function Steg({ vad, ton, lage, mer, children }: Lage & { vad: string; children: ReactNode }) {
  const css = useStyles();
  return (
    <li>
      <span className={css.rad}>
        <span className={css.vad}>
          {vad}
          {mer && <span className={css.mer}>{` · ${mer}`}</span>}
        </span>
        <Chip ton={ton}>{lage}</Chip>
        {children}
      </span>
    </li>
  );
}

function Knapp({ namn, om, onClick }: { namn: string; om: string; onClick: () => void }) {
  return (
    <Button size="small" aria-label={`${namn}: ${om}`} onClick={onClick}>
      {namn}
    </Button>
  );
}

/** Says no to what is proposed. */
const Inte = ({ personId, postId, om }: { personId: string; postId: string; om: string }) => (
  <Knapp namn="Skicka inte" om={om} onClick={() => void runCommand('etjanst.valkomnaInte', { personId, postId })} />
);
