import { Button, makeStyles } from '@fluentui/react-components';
import { Notebook20Regular } from '@fluentui/react-icons';
import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { slagOrd } from '../../../shared/words/nod.ts';
import { Chip } from '../../components/Chip.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { NodBild } from '../../components/rubriktrad/NodBild.tsx';
import { useQuery } from '../../state/query.ts';
import { Uppgift } from './Uppgift.tsx';

const useStyles = makeStyles({
  yta: { padding: '12px', maxWidth: '720px', overflowY: 'auto' },
  rubrik: { display: 'flex', alignItems: 'center', gap: '8px', margin: '0 0 12px', fontSize: '16px', lineHeight: '22px', fontWeight: 600 },
  knapp: { marginTop: '12px' },
});

type Props = { personId: string; nod: Nod; dokumentation: DokumentationRef | undefined; onDokumentation: () => void };

/** An utredning, beslut, beställning or verkställighet, to read; a verkställighet with its Organisation (VERK-09). */
export function Oversikt({ personId, nod, dokumentation, onDokumentation }: Props) {
  const css = useStyles();
  const input = nod.slag === 'verkstallighet' && dokumentation ? { personId, dokumentation } : null;
  const { data: vy, fel } = useQuery('dokumentation.hamta', input, [`akt:${personId}`, 'katalog']);
  const { period } = nod;
  return (
    <section className={css.yta} aria-label={nod.etikett}>
      <h2 className={css.rubrik}>
        <NodBild ikon={nod.ikon} oppen={false} />
        {nod.etikett}
        {nod.marke === 'LASS' && <Chip>LASS</Chip>}
        {nod.marke === 'felmarkerad' && <Chip ton="rod">felmarkerad</Chip>}
      </h2>
      {fel && <ErrorBar {...ordForFel(fel.code)} />}
      <Faktalista
        rader={[
          ['Slag', slagOrd[nod.slag]],
          ['Fr.o.m.', period?.fran],
          ['T.o.m.', period ? (period.till ?? 'Tills vidare') : undefined],
          ['Status', nod.status],
          ['Bekräftelse', nod.slag === 'bestallning' ? nod.hoger : undefined],
          ['Organisation', vy?.organisation],
        ]}
      />
      {(nod.slag === 'mottagen' || nod.slag === 'utlamning') && nod.ref && <Uppgift personId={personId} id={nod.ref.id} />}
      {nod.slag === 'andraEnheter' && (
        <p>
          Personuppgifter, kontakter och hushåll är gemensamma: det som ändras där läser alla kundens enheter. Det en enhet skriver i sina
          egna ärenden läser ingen annan enhet.
        </p>
      )}
      {dokumentation && (
        <Button size="small" className={css.knapp} icon={<Notebook20Regular />} onClick={onDokumentation}>
          Öppna dokumentation
        </Button>
      )}
    </section>
  );
}
