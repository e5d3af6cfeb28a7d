import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { delbara, type Fordelningsrad, fordela, raknade, talkolumner } from '../../../shared/domain/sokverktyg/fordelning.ts';
import type { Sokning } from '../../../shared/domain/sokverktyg/records.ts';
import type { Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { sokfaltOrd, sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px 10px' },
  val: { width: '240px' },
});

/** How many rows there are of each value of a column. Made of the rows that are shown, so that the sum is theirs. */
export function Sammanstallning({ sokning, rader }: { sokning: Sokning; rader: readonly Sokrad[] }) {
  const css = useStyles();
  const falten = useMemo(() => delbara(sokning), [sokning]);
  const [valt, setValt] = useState(falten[0]);
  const [markerad, setMarkerad] = useState<string | null>(null);
  const talen = useMemo(() => talkolumner(sokning), [sokning]);
  const [tal, setTal] = useState(talen[0]);
  const delar = useMemo(() => (valt === undefined ? [] : fordela(rader, valt, tal)), [rader, valt, tal]);
  const vad = sokslagOrd[sokning.slag][1];
  const kolumner = useMemo(
    () => kolumnerFor(valt === undefined ? '' : sokfaltOrd[valt], vad, tal === undefined ? undefined : sokfaltOrd[tal]),
    [valt, vad, tal],
  );
  const allt = useMemo(() => raknade(rader, tal), [rader, tal]);
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
        {talen.length > 1 && (
          <span className={css.val}>
            <Valkontroll
              namn="Summera"
              val={talen.map((namn) => ({ varde: namn, namn: sokfaltOrd[namn] }))}
              varde={tal}
              onVarde={(varde) => setTal(talen.find((one) => one === varde))}
            />
          </span>
        )}
        <span>{totalt(allt, vad, tal === undefined ? undefined : sokfaltOrd[tal])}</span>
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

/** A mean with one decimal, as it is written in Swedish; nothing where no row has a number. */
const medel = ({ summa = 0, tal = 0 }: Omit<Fordelningsrad, 'varde'>): string =>
  tal === 0 ? '' : (summa / tal).toLocaleString('sv-SE', { maximumFractionDigits: 1 });

/** `Totalt 143 beslut, 120 kunder. Dagar: summa 4 211, medel 29,4` */
function totalt(allt: Omit<Fordelningsrad, 'varde'>, vad: string, talets: string | undefined): string {
  const antal = `Totalt ${allt.rader} ${vad}, ${allt.kunder} ${allt.kunder === 1 ? 'kund' : 'kunder'}.`;
  if (talets === undefined || !allt.tal) return antal;
  return `${antal} ${talets}: summa ${(allt.summa ?? 0).toLocaleString('sv-SE')}, medel ${medel(allt)}.`;
}

function kolumnerFor(namn: string, vad: string, talets: string | undefined): Kolumn<Fordelningsrad>[] {
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
    ...(talets === undefined
      ? []
      : ([
          {
            id: 'summa',
            namn: `${talets}, summa`,
            bredd: 'minmax(96px, 1fr)',
            draw: ({ summa, tal }) => (tal ? (summa ?? 0).toLocaleString('sv-SE') : ''),
            compare: (a, b) => (a.summa ?? 0) - (b.summa ?? 0),
          },
          {
            id: 'medel',
            namn: `${talets}, medel`,
            bredd: 'minmax(96px, 1fr)',
            draw: medel,
            compare: (a, b) => (a.summa ?? 0) / (a.tal || 1) - (b.summa ?? 0) / (b.tal || 1),
          },
        ] satisfies Kolumn<Fordelningsrad>[])),
  ];
}
