import { useState } from 'react';
import type { Ivosiffra } from '../../../shared/domain/klocka/ivo.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ivogrundOrd } from '../../../shared/words/ivo.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';

const id = ({ lagrum, insats, grund }: Ivosiffra): string => [lagrum ?? '', insats, grund].join('/');
const text = (namn: string, bredd: string, varde: (rad: Ivosiffra) => string): Kolumn<Ivosiffra> => ({
  ...{ id: namn, namn, bredd, draw: varde, tip: varde },
  compare: (a, b) => compareSwedish(varde(a), varde(b)),
});
const tal = (namn: string, varde: (rad: Ivosiffra) => number): Kolumn<Ivosiffra> => ({
  ...{ id: namn, namn, bredd: '130px', draw: (rad) => String(varde(rad)), compare: (a, b) => varde(a) - varde(b) },
});
const kolumner = [
  text('Lag', '70px', ({ lagrum }) => lagrum ?? ''),
  text('Insats', 'minmax(160px, 2fr)', ({ insats }) => insats),
  text('Räknas från', 'minmax(100px, 1fr)', ({ grund }) => ivogrundOrd[grund]),
  tal('Antal', ({ antal }) => antal),
  tal('Längst, dagar', ({ langstDagar }) => langstDagar),
];

/** What fullmäktige and the auditors are told (SoL 34:3, LSS 28 h §): nobody is named. */
export function Siffror({ siffror }: { siffror: readonly Ivosiffra[] }) {
  const [vald, setVald] = useState<string | null>(null);
  if (siffror.length === 0) return <EmptyState text="Inget beslut var ej verkställt när kvartalet var slut." />;
  return (
    <DataTable
      etikett="Siffror till fullmäktige"
      kolumner={kolumner}
      rader={siffror}
      radId={id}
      vald={vald}
      onVald={setVald}
      forvaldSortering={{ kolumn: 'Insats', stigande: true }}
      fokus
    />
  );
}
