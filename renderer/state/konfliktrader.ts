import type { Conflict } from '../../shared/util/merge.ts';
import { enkelt, faltNamn, faltRader, type Namn } from '../../shared/words/faltrader.ts';

/** A field that both have changed: what the user has written, and what stands in the record now. */
export type Konfliktrad = { etikett: string; mitt: string; annat: string };

/** Parts of a form that are no field of their own. */
const omslag: ReadonlySet<string> = new Set(['person', 'kort', 'falt', 'data']);

/** What both have changed, in words. @param namn what an id or a code of the form stands for */
export function konfliktrader(konflikter: readonly Conflict[], namn: Namn = () => undefined): Konfliktrad[] {
  const ord = (value: unknown, falt: string): string => {
    const text = (typeof value === 'string' ? namn(value) : undefined) ?? enkelt(value, namn, falt);
    return (
      text ??
      faltRader(value, namn, new Set())
        .map(({ varde }) => varde)
        .filter(Boolean)
        .join(', ')
    );
  };
  return konflikter.map(({ path, mine, theirs }) => {
    const delar = path.filter((del) => !omslag.has(del)).map((del) => namn(del) ?? faltNamn(del));
    return { etikett: delar.join(', '), mitt: ord(mine, path.at(-1) ?? '') || 'tomt', annat: ord(theirs, path.at(-1) ?? '') || 'tomt' };
  });
}
