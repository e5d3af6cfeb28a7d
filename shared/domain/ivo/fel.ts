import { arTid, type Ivotid, kvartalAv, radI } from '../klocka/ivo.ts';
import type { Post } from '../post.ts';
import type { Ivorapport, Ivouppgift } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: nothing is reported twice, what was reported stands in its quarter's list, and a beslut
 * has its details once. Asked by the simulation after whatever several people did at once; no command of the product asks it.
 * @param tider of every unit, as they are computed of the akt
 */
export function ivofel(rapporter: readonly Post<Ivorapport>[], uppgifter: readonly Post<Ivouppgift>[], tider: readonly Ivotid[]): string[] {
  const galler = rapporter.filter(({ data }) => !data.felmarkering);
  const rader = Map.groupBy(galler, ({ data: { tid, kvartal, lage } }) => [tid, kvartal, lage].join(' '));
  const beslut = Map.groupBy(uppgifter, ({ data }) => data.beslutId);
  const star = ({ id, data }: Post<Ivorapport>) =>
    tider.some((tid) => (tid.bortfall ? tid.bortfall.rapportId === id : arTid(tid, data.tid)) && radI(tid, kvartalAv(data.kvartal)));
  return [
    ...galler.filter((rapport) => !star(rapport)).map(({ data: { tid, kvartal } }) => `the report of ${tid} stands nowhere in ${kvartal}`),
    ...[...rader].flatMap(([rad, dess]) => (dess.length > 1 ? [`${rad} is reported ${dess.length} times`] : [])),
    ...[...beslut].flatMap(([id, dess]) => (dess.length > 1 ? [`beslut ${id} has ${dess.length} records of what is reported`] : [])),
  ];
}
