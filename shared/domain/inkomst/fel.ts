import type { Post } from '../post.ts';
import type { Inkomstblankett, Inkomstsvar } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: two that stand for one year, one that says it has come and has no answer, an answer that is not its unit's.
 * Asked by the simulation after whatever several people and the kund did at once; no command of the product asks it.
 */
export function inkomstfel(blanketter: readonly Post<Inkomstblankett>[], svaren: readonly Post<Inkomstsvar>[]): string[] {
  const star = blanketter.filter(({ data }) => data.lage !== 'aterkallad');
  return [
    ...star
      .filter(({ id, data }) => star.some((annan) => annan.id < id && annan.data.ar === data.ar))
      .map(({ id }) => `${id} is the second of its year`),
    ...blanketter.flatMap(({ id, data: { lage, svarId } }) => {
      const svar = svaren.find((one) => one.id === svarId);
      if (svarId === undefined) return lage === 'ute' || lage === 'aterkallad' ? [] : [`${id} is ${lage} without an answer`];
      if (!svar) return [`${id} names an answer that is none`];
      const har = { inlamnad: true, ute: false, aterkallad: true, klar: svar.data.klar, kompletteras: svar.data.komplettering }[lage];
      return har ? [] : [`${id} is ${lage}, and its answer does not say so`];
    }),
    ...svaren.flatMap(({ id, data }) => {
      const blankett = blanketter.find((one) => one.id === data.blankettId);
      return blankett?.data.avgiftsenhet === data.enhet ? [] : [`${id} is not of the unit that asked`];
    }),
  ];
}
