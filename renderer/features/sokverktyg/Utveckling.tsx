import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { dagkolumner, type Manad, perManad } from '../../../shared/domain/sokverktyg/fordelning.ts';
import type { Sokning } from '../../../shared/domain/sokverktyg/records.ts';
import type { Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { sokfaltOrd, sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  rad: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 10px' },
  val: { width: '240px' },
  bild: { flexShrink: 0, height: '140px', padding: '0 10px', color: 'var(--colorBrandForeground1)' },
  matt: { fontSize: '12px', fill: 'var(--colorNeutralForeground2)' },
  tabell: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '120px' },
});

/** How many rows there are month by month of a column of days: a line, and the same in numbers. Made of the rows that are shown. */
export function Utveckling({ sokning, rader }: { sokning: Sokning; rader: readonly Sokrad[] }) {
  const css = useStyles();
  const falten = useMemo(() => dagkolumner(sokning), [sokning]);
  const [valt, setValt] = useState(falten[0]);
  const [markerad, setMarkerad] = useState<string | null>(null);
  const manader = useMemo(() => (valt === undefined ? [] : perManad(rader, valt)), [rader, valt]);
  const vad = sokslagOrd[sokning.slag][1];
  const kolumner = useMemo(
    (): Kolumn<Manad>[] => [
      { id: 'manad', namn: 'Månad', bredd: '120px', draw: ({ manad }) => manad, compare: (a, b) => (a.manad < b.manad ? -1 : 1) },
      {
        id: 'rader',
        namn: `Antal ${vad}`,
        bredd: 'minmax(96px, 1fr)',
        draw: ({ rader: antal }) => <span className={antal === 0 ? 'tyst' : undefined}>{antal}</span>,
        compare: (a, b) => a.rader - b.rader,
      },
    ],
    [vad],
  );
  if (valt === undefined) return <EmptyState text="Sökningen har ingen kolumn med datum att räkna månad för månad." />;
  return (
    <div className={css.yta}>
      <div className={css.rad}>
        <span aria-hidden="true">Månad för månad efter</span>
        <span className={css.val}>
          <Valkontroll
            namn="Månad för månad efter"
            val={falten.map((namn) => ({ varde: namn, namn: sokfaltOrd[namn] }))}
            varde={valt}
            onVarde={(varde) => setValt(falten.find((one) => one === varde))}
          />
        </span>
      </div>
      {manader.length === 0 && <EmptyState text="Ingen rad har datum i kolumnen." />}
      {manader.length > 1 && <Linje manader={manader} vad={vad} />}
      {manader.length > 0 && (
        <div className={css.tabell}>
          <DataTable
            etikett="Utveckling"
            kolumner={kolumner}
            rader={manader}
            radId={({ manad }) => manad}
            vald={markerad}
            onVald={setMarkerad}
            forvaldSortering={{ kolumn: 'manad', stigande: false }}
          />
        </div>
      )}
    </div>
  );
}

const [bredd, hojd, kant] = [1000, 120, 24];

/** The line; its numbers stand in the table under it. */
function Linje({ manader, vad }: { manader: readonly Manad[]; vad: string }) {
  const css = useStyles();
  const hogst = Math.max(...manader.map(({ rader }) => rader));
  const x = (n: number) => kant * 2 + (n * (bredd - kant * 3)) / (manader.length - 1);
  const y = (antal: number) => hojd - kant - (antal * (hojd - kant * 2)) / hogst;
  const [forst, sist] = [manader[0]?.manad, manader.at(-1)?.manad];
  return (
    <svg
      className={css.bild}
      viewBox={`0 0 ${bredd} ${hojd}`}
      role="img"
      aria-label={`Antal ${vad} per månad från ${forst} till ${sist}, som mest ${hogst}`}
    >
      <line x1={kant * 2} x2={bredd - kant} y1={y(0)} y2={y(0)} stroke="var(--akHair)" />
      <line x1={kant * 2} x2={bredd - kant} y1={y(hogst)} y2={y(hogst)} stroke="var(--akHair)" strokeDasharray="4 4" />
      <polyline
        points={manader.map(({ rader }, n) => `${x(n).toFixed(1)},${y(rader).toFixed(1)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      {manader.length <= 36 &&
        manader.map(({ manad, rader }, n) => <circle key={manad} cx={x(n)} cy={y(rader)} r="3" fill="currentColor" />)}
      <text className={css.matt} x={kant * 2 - 6} y={y(hogst) + 4} textAnchor="end">
        {hogst}
      </text>
      <text className={css.matt} x={kant * 2 - 6} y={y(0) + 4} textAnchor="end">
        0
      </text>
      <text className={css.matt} x={kant * 2} y={hojd - 4}>
        {forst}
      </text>
      <text className={css.matt} x={bredd - kant} y={hojd - 4} textAnchor="end">
        {sist}
      </text>
    </svg>
  );
}
