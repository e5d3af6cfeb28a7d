import { compareSwedish } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn } from '../../components/PersonNamn.tsx';
import type { Flera } from '../../components/radval.ts';
import { klockslag, klockslagSekund, nar } from '../../components/tid.ts';
import type { Rad } from './rader.ts';
import { Tillstand } from './Tillstand.tsx';

/** Seconds today, when the order of things matters; only the day when it is long ago. */
function kort(at: string, now: Date): string {
  const text = nar(at, now);
  if (text === klockslag(at)) return klockslagSekund(at);
  return text.startsWith('igår') ? text : swedishDay(at);
}

const columns = (now: Date): Kolumn<Rad>[] => [
  {
    id: 'at',
    namn: 'Sparat',
    bredd: '104px',
    draw: ({ at }) => kort(at, now),
    compare: (a, b) => a.at.localeCompare(b.at),
    tip: ({ at }) => nar(at, now),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(110px, 1fr)',
    draw: ({ namn, skydd }) => namn && <PersonNamn namn={namn} skydd={skydd} />,
    compare: (a, b) => compareSwedish(a.namn ?? '', b.namn ?? ''),
    tip: ({ namn }) => namn ?? undefined,
  },
  {
    id: 'vad',
    namn: 'Vad',
    bredd: 'minmax(130px, 2fr)',
    draw: ({ vad }) => vad,
    compare: (a, b) => compareSwedish(a.vad, b.vad),
    tip: ({ vad }) => vad,
  },
  { id: 'tillstand', namn: 'Tillstånd', bredd: '176px', draw: (rad) => <Tillstand rad={rad} /> },
  { id: 'kvitto', namn: 'Kvitto', bredd: '132px', draw: ({ kvitto }) => kvitto },
];

type Props = { rader: Rad[]; vald: string | null; onVald: (id: string) => void; onOpen: (rad: Rad) => void; now: Date; flera?: Flera };

/** Outbox and receipts. */
export function Utkorgtabell({ rader, vald, onVald, onOpen, now, flera }: Props) {
  return (
    <DataTable
      etikett="Utkorg och kvitton"
      kolumner={columns(now)}
      rader={rader}
      radId={({ id }) => id}
      vald={vald}
      onVald={onVald}
      onOpen={onOpen}
      {...(flera ? { flera } : {})}
      fet={({ tillstand }) => tillstand === 'nekad'}
      meny={(rad) => [
        {
          id: 'oppna',
          namn: 'Öppna',
          tangent: 'Enter',
          onChoose: () => onOpen(rad),
          hinder: rad.personId === null && !rad.utkast ? 'Posten hör inte till någon kund' : undefined,
        },
      ]}
    />
  );
}
