import type { Post } from '../post.ts';
import type { Ivorapport, Ivouppgift } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: nothing is reported twice, and a beslut has its details once. Asked by the simulation
 * after whatever several people did at once; no command of the product asks it.
 */
export function ivofel(rapporter: readonly Post<Ivorapport>[], uppgifter: readonly Post<Ivouppgift>[]): string[] {
  const galler = rapporter.filter(({ data }) => !data.felmarkering);
  const rader = Map.groupBy(galler, ({ data: { tid, kvartal, lage } }) => [tid, kvartal, lage].join(' '));
  const beslut = Map.groupBy(uppgifter, ({ data }) => data.beslutId);
  return [
    ...[...rader].flatMap(([rad, dess]) => (dess.length > 1 ? [`${rad} is reported ${dess.length} times`] : [])),
    ...[...beslut].flatMap(([id, dess]) => (dess.length > 1 ? [`beslut ${id} has ${dess.length} records of what is reported`] : [])),
  ];
}
