import { compareSwedish } from '../../../shared/util/compare.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn } from '../../components/PersonNamn.tsx';
import { klockslag, klockslagSekund, nar } from '../../components/tid.ts';
import type { Rad } from './rader.ts';
import { Tillstand } from './Tillstand.tsx';

/** Seconds today, when the order of things matters; only the day when it is long ago. */
function kort(at: string, now: Date): string {
  const text = nar(at, now);
  if (text === klockslag(at)) return klockslagSekund(at);
  return text.startsWith('igår') ? text : text.slice(0, 10);
}

const columns = (now: Date): Kolumn<Rad>[] => [
  {
    id: 'at',
    namn: 'Sparat',
    bredd: '104px',
    rita: ({ at }) => kort(at, now),
    jamfor: (a, b) => a.at.localeCompare(b.at),
    tip: ({ at }) => nar(at, now),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(110px, 1fr)',
    rita: ({ namn, skydd }) => namn && <PersonNamn namn={namn} skydd={skydd} />,
    jamfor: (a, b) => compareSwedish(a.namn ?? '', b.namn ?? ''),
    tip: ({ namn }) => namn ?? undefined,
  },
  {
    id: 'vad',
    namn: 'Vad',
    bredd: 'minmax(130px, 2fr)',
    rita: ({ vad }) => vad,
    jamfor: (a, b) => compareSwedish(a.vad, b.vad),
    tip: ({ vad }) => vad,
  },
  { id: 'tillstand', namn: 'Tillstånd', bredd: '176px', rita: (rad) => <Tillstand rad={rad} /> },
  { id: 'kvitto', namn: 'Kvitto', bredd: '132px', rita: ({ kvitto }) => kvitto },
];

type Props = { rader: Rad[]; vald: string | null; onVald: (id: string) => void; onOppna: (rad: Rad) => void; now: Date };

/** Outbox and receipts. */
export function Utkorgtabell({ rader, vald, onVald, onOppna, now }: Props) {
  return (
    <DataTable
      etikett="Utkorg och kvitton"
      kolumner={columns(now)}
      rader={rader}
      radId={({ id }) => id}
      vald={vald}
      onVald={onVald}
      onOppna={onOppna}
      fet={({ tillstand }) => tillstand === 'nekad'}
      meny={(rad) => [
        {
          id: 'oppna',
          namn: 'Öppna',
          tangent: 'Enter',
          onValj: () => onOppna(rad),
          hinder: rad.personId === null ? 'Posten hör inte till någon kund' : undefined,
        },
      ]}
    />
  );
}
