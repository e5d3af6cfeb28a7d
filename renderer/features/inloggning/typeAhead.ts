import type { AnvandarVal } from '../../../shared/ipc/views.ts';

const fold = (text: string) => text.toLocaleLowerCase('sv-SE');

/**
 * Where typed letters lead: the next user whose name or function begins with them, round the end. The same place when it
 * still fits a longer word; undefined when nobody does.
 */
export function nastaSomBorjar(anvandare: AnvandarVal[], typed: string, at: number): number | undefined {
  const fits = (person: AnvandarVal | undefined) =>
    person !== undefined &&
    [person.namn, ...person.namn.split(/\s+/), person.funktion ?? person.titel].some((one) => fold(one).startsWith(fold(typed)));
  const from = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < anvandare.length; step += 1) {
    const index = (from + step) % anvandare.length;
    if (fits(anvandare[index])) return index;
  }
  return undefined;
}
