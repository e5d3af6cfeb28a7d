import type { Post } from '../post.ts';
import { isPlanerad, type Uppfoljning } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: a beslut is never planned to be followed up twice on a day, and each
 * is planned or held. Asked by the simulation after whatever several people did at once; no command of the product asks it.
 */
export function uppfoljningsfel(uppfoljningar: readonly Post<Uppfoljning>[]): string[] {
  const dagar = Map.groupBy(
    uppfoljningar.filter(({ data }) => isPlanerad(data)),
    ({ data: { beslutId, planerad } }) => `${beslutId} ${planerad}`,
  );
  return [
    ...[...dagar].flatMap(([dag, dess]) => (dess.length > 1 ? [`${dag} is planned ${dess.length} times`] : [])),
    ...uppfoljningar.filter(({ data }) => !data.planerad && !data.genomford).map(({ id }) => `${id} is neither planned nor held`),
  ];
}
