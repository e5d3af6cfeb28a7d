import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Filled, Mail16Regular } from '@fluentui/react-icons';
import { aviserade } from '../../../shared/domain/etjanst/avisering.ts';
import { type Aktiveringslage, etjanstId, isOppen } from '../../../shared/domain/etjanst/records.ts';
import {
  aktiveringshinder,
  farAviseras,
  godkannandeGaller,
  godkannandeSlut,
  harBorjat,
  smsnummer,
} from '../../../shared/domain/etjanst/regler.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import {
  aktiveringsbesked,
  aktiveringslageOrd,
  aviseradOrd,
  aviseringsfelBesked,
  slutorsakEtjanstOrd,
} from '../../../shared/words/etjanst.ts';
import { Chip, type Ton } from '../../components/Chip.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { useNow } from '../../components/useNow.ts';
import { useAkt } from '../../state/akt.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { skrivMeddelande } from '../../state/meddelanden.ts';
import { useInloggad } from '../../state/session.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Etjanstchecklista } from './Etjanstchecklista.tsx';
import { underArton } from './EtjanstDialog.tsx';
import { grundAv } from './godkannandegrund.ts';
import { InkomstDel } from './InkomstDel.tsx';
import { tillKunden } from './tillKunden.ts';

const useStyles = makeStyles({
  del: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '16px', paddingTop: '8px', borderTop: '1px solid var(--akHair)' },
  ruta: { paddingBottom: '8px' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  rubrik: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  post: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: '4px 8px', padding: '8px 0', borderTop: '1px solid var(--akHair)' },
  text: {
    ...{ flexGrow: 1, minWidth: 'min(260px, 100%)', flexBasis: '260px', overflowWrap: 'anywhere' },
    ...{ display: 'flex', flexDirection: 'column', gap: '2px' },
  },
  mer: { color: 'var(--colorNeutralForeground2)' },
});

const toner: Record<Aktiveringslage, Ton> = { vantarPaNatten: 'gul', aktiv: 'gron', misslyckades: 'rod', avslutad: 'neutral' };
const minut = 60_000;

/** At the top of the personbild: that the e-service is connected, and how the kund is told (EAKT-12, EAKT-13). */
export function Etjanstruta({ kund: { etjanst, person } }: { kund: KundVy }) {
  const css = useStyles();
  const now = useNow(minut).toISOString();
  if (!etjanst || !isOppen(etjanst.data)) return null;
  const { data } = etjanst;
  const sms = farAviseras(person) ? smsnummer(data, person) : undefined;
  const avisering = [sms && 'SMS', farAviseras(person) && data.epost && 'e-post'].filter(Boolean).join(' och ');
  const hur = avisering === '' ? 'Ingen avisering.' : `Avisering via ${avisering}.`;
  return (
    <div className={css.ruta}>
      <ErrorBar
        slag={data.lage === 'misslyckades' ? 'warning' : 'info'}
        vad={data.lage === 'aktiv' ? 'E-tjänsten är kopplad.' : 'E-tjänsten är inte igång än.'}
        gor={`${aktiveringsbesked(data, now)} ${hur}`}
      />
    </div>
  );
}

/** At the lower edge of the personbild: the e-service, everyone who is told and how, and who may use it in the kund's place (FORB-61). */
export function EtjanstDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { personId, person, etjanst, godkannanden, alder } = kund;
  const { data: akt } = useAkt(personId);
  const roller = useInloggad()?.roller ?? [];
  const kan = useMaySave('etjanst');
  const kanGodkanna = useMaySave('godkannande');
  const kanSkriva = useMaySave('meddelande') && farAviseras(person);
  const utkast = useUtkast();
  const now = useNow(minut).toISOString();
  const data = etjanst?.data;
  const oppen = data !== undefined && isOppen(data);
  const kod = aktiveringshinder(person) ?? (!oppen && akt && !harBorjat(akt) ? 'etjanst-for-tidig' : undefined);
  const hinder = kod && ordForAvslag(kod);
  const paborjat = utkast.some(({ nyckel }) => isNyckel(nyckel, { form: 'etjanst', personId, objekt: etjanstId(personId) }));
  // Whoever reads none of the units' own knows of no approvals.
  const serGodkannanden = roller.some((roll) => roll !== 'utforare');
  const rader = [...godkannanden].sort((a, b) => Number(isOppen(b.data)) - Number(isOppen(a.data)) || compare(b.data.tom, a.data.tom));
  const aviseras = aviserade(
    [
      ...(data ? [{ post: { type: 'etjanst' as const, data }, grund: { person, kontakt: undefined, samtycke: undefined } }] : []),
      ...rader.map((one) => ({ post: { type: 'godkannande' as const, data: one.data }, grund: grundAv(kund, one.data) })),
    ],
    idagNu(),
  );
  const saknat = oppen && data.sms !== undefined && smsnummer(data, person) === undefined;
  return (
    <section className={css.del} aria-label="E-tjänst">
      <div className={css.rad}>
        <h2 className={css.rubrik}>E-tjänst</h2>
        <Chip ton={data ? toner[data.lage] : 'neutral'}>{data ? aktiveringslageOrd[data.lage] : 'Inte aktiverad'}</Chip>
        {etjanst?.osand && <Chip ton="gul">Inte skickad till servern än</Chip>}
        {paborjat && <Chip ton="gul">Ett utkast är påbörjat</Chip>}
        <div className={css.knappar}>
          {kanSkriva && oppen && (
            <Button size="small" icon={<Mail16Regular />} onClick={() => skrivMeddelande(tillKunden(kund))}>
              Skriv till klient
            </Button>
          )}
          {kan && (
            <Hinderknapp
              namn={oppen ? 'Ändra e-tjänst' : 'Aktivera e-tjänst'}
              hinder={hinder && !oppen ? hinder.vad : undefined}
              onClick={() => showArendedialog({ personId, post: 'etjanst', id: etjanstId(personId) })}
            />
          )}
        </div>
      </div>
      {(data || !hinder) && <Etjanstchecklista kund={kund} hinder={oppen ? undefined : hinder?.vad} />}
      {hinder && !oppen && <span className={css.mer}>{`${hinder.vad} ${hinder.gor.replace(/ Din text är kvar\./, '')}`}</span>}
      {data && <span>{aktiveringsbesked(data, now)}</span>}
      {saknat && (
        <ErrorBar
          slag="warning"
          vad="Numret som ska få SMS är inget mobilnummer längre."
          gor="Ingen avisering går via SMS förrän det är rättat."
        />
      )}
      {oppen && !saknat && data.uteblivenAvisering && <ErrorBar slag="warning" {...aviseringsfelBesked(data.uteblivenAvisering, now)} />}
      {alder !== null && alder < 18 && !hinder && <span className={css.mer}>{`${underArton.vad} ${underArton.gor}`}</span>}
      {aviseras.length > 0 && (
        <Faktalista
          rader={[
            ...(oppen
              ? [
                  ['Inkomstblankett', data.inkomstblankett ? 'Kan skickas digitalt' : 'Skickas inte digitalt'] as const,
                  ['Begärd', `${data.begard.namn}, ${swedishDay(data.begard.at)}`] as const,
                ]
              : []),
            ...aviseras.map((one) => [`${one.namn ?? 'Kunden'} aviseras`, aviseradOrd(one)] as const),
          ]}
        />
      )}
      <InkomstDel kund={kund} />
      {serGodkannanden && (
        <>
          <div className={css.rad}>
            <h2 className={css.rubrik}>Godkända närstående</h2>
            <div className={css.knappar}>
              {utkast.some(({ nyckel }) => isNyckel(nyckel, { form: 'godkannande', personId, objekt: 'ny' })) && (
                <Chip ton="gul">Ett utkast är påbörjat</Chip>
              )}
              {kanGodkanna && (
                <Hinderknapp
                  namn="Godkänn närstående"
                  ikon={<Add16Filled />}
                  hinder={
                    person.avliden !== undefined
                      ? ordForAvslag('etjanst-avliden').vad
                      : akt && akt.utredningar.length === 0
                        ? ordForAvslag('godkannande-utan-utredning').vad
                        : undefined
                  }
                  onClick={() => showArendedialog({ personId, post: 'godkannande', id: 'ny' })}
                />
              )}
            </div>
          </div>
          {rader.length === 0 ? (
            <span className={css.mer}>Ingen närstående är godkänd.</span>
          ) : (
            <ul className={css.lista} aria-label="Godkända närstående">
              {rader.map((post) => (
                <Rad key={post.id} kund={kund} post={post} kan={kanGodkanna} now={now} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

function Rad({
  kund,
  post: { id, data, osand },
  kan,
  now,
}: {
  kund: KundVy;
  post: KundVy['godkannanden'][number];
  kan: boolean;
  now: string;
}) {
  const css = useStyles();
  const { personId } = kund;
  const oppet = isOppen(data);
  const grund = grundAv(kund, data);
  const idag = idagNu();
  const slut = oppet ? godkannandeSlut(data, grund, idag) : undefined;
  const senare = data.lage === 'aktiv' && !slut && !godkannandeGaller(data, grund, idag);
  return (
    <li className={css.post}>
      <div className={css.text}>
        <span className={css.rad}>
          <b>{`${data.till.namn} ${formatPersonnummer(data.till.personnummer)}`}</b>
          <Chip ton={slut ? 'rod' : toner[data.lage]}>
            {slut ? 'Gäller inte' : senare ? 'Börjar senare' : aktiveringslageOrd[data.lage]}
          </Chip>
          {osand && <Chip ton="gul">Inte skickat till servern än</Chip>}
        </span>
        <span>{`${data.fran} – ${data.tom}. ${slut ? `${slutorsakEtjanstOrd[slut]}.` : aktiveringsbesked(data, now, data.fran)}`}</span>
        {oppet && data.uteblivenAvisering && <ErrorBar slag="warning" {...aviseringsfelBesked(data.uteblivenAvisering, now)} />}
        {data.anteckning !== undefined && <span className={css.mer}>{data.anteckning}</span>}
      </div>
      {kan && oppet && (
        <>
          <Button size="small" onClick={() => showArendedialog({ personId, post: 'godkannande', id })}>
            Ändra
          </Button>
          <Button size="small" onClick={() => showArendedialog({ personId, post: 'avslutaGodkannande', id })}>
            Avsluta
          </Button>
        </>
      )}
    </li>
  );
}
