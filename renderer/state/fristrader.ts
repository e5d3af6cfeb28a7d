import type { FristVy } from '../../shared/ipc/views.ts';
import { fristlag, fristsumma, kvartalsord } from '../../shared/words/frist.ts';
import { useQuery } from './query.ts';

/** What is due about an object of a kund's akt, as facts: what it is called, and its day with how it was counted (KLOCK-02). */
export function useFristrader(personId: string, objektId: string, doldaKoder: readonly string[] = []): (readonly [string, string])[] {
  const { data } = useQuery('kund.frister', { personId }, [`akt:${personId}`, 'katalog', 'session']);
  const rader = data?.rader.filter(({ ref, regel }) => ref.id === objektId && !doldaKoder.includes(regel.kod)) ?? [];
  return rader.map((rad) => [rad.regel.namn, fristtext(rad)] as const);
}

function fristtext(rad: FristVy): string {
  const { sistaDag, datum, regel, ivoKvartal, uppskjuten } = rad;
  return [
    `${sistaDag ?? datum}: ${fristsumma(rad)}`,
    fristlag(regel),
    ivoKvartal && `annars till IVO för ${kvartalsord(ivoKvartal)}`,
    uppskjuten && `uppskjuten till ${uppskjuten.till} av ${uppskjuten.av}: ${uppskjuten.skal}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
