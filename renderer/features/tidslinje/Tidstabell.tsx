import { useState } from 'react';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { type Tabellrad, tabellrader, type VisadRad } from './tidsrader.ts';

const text = (id: keyof Tabellrad, namn: string, bredd: string): Kolumn<Tabellrad> => ({
  id,
  namn,
  bredd,
  draw: (rad) => rad[id],
  compare: (a, b) => compareSwedish(a[id], b[id]),
  tip: (rad) => rad[id],
});
const kolumner: Kolumn<Tabellrad>[] = [
  text('insatskategori', 'Insatskategori', 'minmax(120px, 1fr)'),
  text('vad', 'Vad', 'minmax(160px, 2fr)'),
  text('slag', 'Slag', '112px'),
  text('lage', 'Läge', '96px'),
  text('fran', 'Från', '92px'),
  text('till', 'Till', '92px'),
  text('text', 'Omfattning', 'minmax(90px, 1fr)'),
  text('status', 'Status', '96px'),
  text('organisation', 'Organisation', 'minmax(90px, 1fr)'),
];

type Props = { rader: readonly VisadRad[]; vald: string | null; onVald: (rad: VisadRad) => void; onOpen: (rad: VisadRad) => void };

/** The timeline as a table: each period with its days, for screen readers and for those who sort. */
export function Tidstabell({ rader, vald, onVald, onOpen }: Props) {
  const alla = tabellrader(rader);
  const [egen, setEgen] = useState<string | null>(null);
  const markerad = alla.find(({ id, radId }) => id === egen && radId === vald) ?? alla.find(({ radId }) => radId === vald);
  const radAv = (radId: string | undefined) => rader.find(({ id }) => id === radId);
  return (
    <DataTable
      etikett="Tidslinje som tabell"
      kolumner={kolumner}
      rader={alla}
      radId={({ id }) => id}
      vald={markerad?.id ?? egen}
      onVald={(id) => {
        setEgen(id);
        const rad = radAv(alla.find((one) => one.id === id)?.radId);
        if (rad) onVald(rad);
      }}
      onOpen={({ radId }) => {
        const rad = radAv(radId);
        if (rad) onOpen(rad);
      }}
    />
  );
}
