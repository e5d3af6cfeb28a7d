import { useMemo, useState } from 'react';
import type { Statistikbeskrivning } from '../../../shared/domain/statistik/records.ts';
import type { Statistikdel, StatistikradVy, StatistikVy, UtelamnadVy } from '../../../shared/ipc/statistik.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kundlista } from './Kundlista.tsx';
import { leveranskolumner, radkolumner, summakolumner, utelamnadkolumner } from './kolumner.tsx';
import { summorAv } from './rader.ts';

export type Statistikflik = 'rader' | 'avvisas' | 'inteMed' | 'summor' | 'levererat';
type Props = {
  flik: Statistikflik;
  beskrivning: Statistikbeskrivning;
  rader: readonly StatistikradVy[];
  del: Statistikdel;
};
const radNyckel = ({ nyckel }: StatistikradVy): string => nyckel;
const utelamnadNyckel = ({ beslutId }: UtelamnadVy): string => beslutId;
const id = ({ id: rad }: { id: string }): string => rad;

/** What a tab of the list shows. */
export function Listinnehall({ flik, beskrivning, rader, del }: Props) {
  const kolumner = useMemo(() => radkolumner(beskrivning), [beskrivning]);
  const avvisas = useMemo(() => rader.filter(({ brister }) => brister.length > 0), [rader]);
  switch (flik) {
    case 'rader':
      if (rader.length === 0) return <EmptyState text="Ingen har något att lämna uppgift om." />;
      return <Kundlista {...{ namn: 'Rader', kod: beskrivning.register, kolumner, rader, radId: radNyckel }} />;
    case 'avvisas':
      if (avvisas.length === 0) return <EmptyState text="Ingen rad skulle avvisas." />;
      return <Kundlista {...{ namn: 'Skulle avvisas', kod: beskrivning.register, kolumner, rader: avvisas, radId: radNyckel }} />;
    case 'inteMed':
      if (del.utelamnade.length === 0) return <EmptyState text={inteMedTom(beskrivning)} />;
      return (
        <Kundlista {...{ namn: 'Inte med', kod: 'inteMed', kolumner: utelamnadkolumner, rader: del.utelamnade, radId: utelamnadNyckel }} />
      );
    case 'summor':
      return <Enkel namn="Summor" kolumner={summakolumner} rader={summorAv(beskrivning, rader, del)} />;
    default:
      return flik satisfies 'levererat';
  }
}

const inteMedTom = ({ register }: Statistikbeskrivning): string =>
  register === 'solForandrade' ? 'Visas för listan över det som pågår.' : 'Alla beslut om listans insatser som gäller den dagen är med.';

/** What was saved to be delivered, whichever list is chosen. */
export function Levererat({ leveranser }: { leveranser: StatistikVy['leveranser'] }) {
  if (leveranser.length === 0) return <EmptyState text="Ingen fil har sparats för leverans." />;
  return <Enkel namn="Levererat" kolumner={leveranskolumner} rader={leveranser} />;
}

function Enkel<R extends { id: string }>({ namn, kolumner, rader }: { namn: string; kolumner: readonly Kolumn<R>[]; rader: readonly R[] }) {
  const [vald, setVald] = useState<string | null>(null);
  return <DataTable etikett={namn} kolumner={kolumner} rader={rader} radId={id} vald={vald} onVald={setVald} fokus />;
}
