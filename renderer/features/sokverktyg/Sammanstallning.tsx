import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { delbara, type Fordelningsrad, fordela } from '../../../shared/domain/sokverktyg/fordelning.ts';
import type { Sokning } from '../../../shared/domain/sokverktyg/records.ts';
import type { Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { sokfaltOrd, sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  rad: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 10px' },
  val: { width: '240px' },
});

/** How many rows there are of each value of a column. Made of the rows that are shown, so that the sum is theirs. */
export function Sammanstallning({ sokning, rader }: { sokning: Sokning; rader: readonly Sokrad[] }) {
  const css = useStyles();
  const falten = useMemo(() => delbara(sokning), [sokning]);
  const [valt, setValt] = useState(falten[0]);
  const [markerad, setMarkerad] = useState<string | null>(null);
  const delar = useMemo(() => (valt === undefined ? [] : fordela(rader, valt)), [rader, valt]);
  const kolumner = useMemo(() => kolumnerFor(valt === undefined ? '' : sokfaltOrd[valt], sokslagOrd[sokning.slag][1]), [valt, sokning]);
  if (valt === undefined) return <EmptyState text="Sökningen har ingen kolumn att räkna efter." />;
  return (
    <div className={css.yta}>
      <div className={css.rad}>
        <span aria-hidden="true">Räkna efter</span>
        <span className={css.val}>
          <Valkontroll
            namn="Räkna efter"
            val={falten.map((namn) => ({ varde: namn, namn: sokfaltOrd[namn] }))}
            varde={valt}
            onVarde={(varde) => setValt(falten.find((one) => one === varde))}
          />
        </span>
      </div>
      <DataTable
        etikett="Sammanställning"
        kolumner={kolumner}
        rader={delar}
        radId={({ varde }) => varde}
        vald={markerad}
        onVald={setMarkerad}
      />
    </div>
  );
}

function kolumnerFor(namn: string, vad: string): Kolumn<Fordelningsrad>[] {
  return [
    {
      id: 'varde',
      namn,
      bredd: 'minmax(160px, 3fr)',
      draw: ({ varde }) => varde || 'Inget värde',
      compare: (a, b) => compareSwedish(a.varde, b.varde),
    },
    { id: 'rader', namn: `Antal ${vad}`, bredd: 'minmax(96px, 1fr)', draw: ({ rader }) => rader, compare: (a, b) => a.rader - b.rader },
    {
      id: 'kunder',
      namn: 'Antal kunder',
      bredd: 'minmax(96px, 1fr)',
      draw: ({ kunder }) => kunder,
      compare: (a, b) => a.kunder - b.kunder,
    },
  ];
}
