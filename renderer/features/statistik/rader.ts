import { dubbletter } from '../../../shared/domain/statistik/rader.ts';
import type { Statistikbeskrivning } from '../../../shared/domain/statistik/records.ts';
import type { Statistikdel, StatistikradVy } from '../../../shared/ipc/statistik.ts';

/** The rows with what only the whole list knows: who stands in it by two akter. */
export function medDubbletter({ rader }: Statistikdel): StatistikradVy[] {
  const tva = dubbletter(new Map(rader.map(({ personId, person }) => [personId, person])));
  if (tva.size === 0) return rader;
  return rader.map((rad) => (tva.has(rad.personId) ? { ...rad, brister: [{ kod: 'dubblett' as const }, ...rad.brister] } : rad));
}

export type Summa = { id: string; namn: string; antal: number };
/** The sums that a file is known by: of what is written, of each kind, and of what is told as a number alone. */
export function summorAv(beskrivning: Statistikbeskrivning, rader: readonly StatistikradVy[], { summor }: Statistikdel): Summa[] {
  const hela = rader.filter(({ brister }) => brister.length === 0);
  return [
    { id: 'rader', namn: 'Rader som kan lämnas', antal: hela.length },
    { id: 'kunder', namn: 'Kunder i dem', antal: new Set(hela.map(({ personId }) => personId)).size },
    ...beskrivning.insatser.map(({ kod, namn }) => ({
      ...{ id: `insats/${kod}`, namn: `${kod}  ${namn}`, antal: hela.filter(({ koder }) => koder.includes(kod)).length },
    })),
    ...(beskrivning.summor ?? []).map(({ kod, namn }) => ({
      ...{ id: `summa/${kod}`, namn: `${namn}, lämnas bara som antal`, antal: summor.filter((one) => one.kod === kod).length },
    })),
  ];
}
