import { type Andring, andringMellan, medAndring } from './andring.ts';

/**
 * The answer to `vy.las`: the view whole, or what makes it of the one the page has; `andring` null says that it has not
 * changed. `rev` names the view as the page holds it then.
 */
export type VySvar = { rev: string; hel: unknown } | { rev: string; andring: Andring | null };

/** Views that each side keeps: more than a page shows at once. One that is no longer kept is sent whole. */
const keptViews = 32;

/** Puts a view among those kept, and lets go of the one that was set longest ago. */
export function behallVy<T>(vyer: Map<string, T>, key: string, vy: T): void {
  vyer.delete(key);
  vyer.set(key, vy);
  const [oldest] = vyer.keys();
  if (vyer.size > keptViews && oldest !== undefined) vyer.delete(oldest);
}

/**
 * What has been sent, so that only what changed is sent next. An answer is made by comparing two whole views, so what a page
 * puts together from it is the view as it would be read anew, whatever changed.
 * @param newRev names that no earlier core gave: a page that outlived its core is answered whole
 */
export function createVyminne(newRev: () => string): (har: string | undefined, nu: unknown) => VySvar {
  const sent = new Map<string, unknown>();
  return (har, nu) => {
    if (har === undefined || !sent.has(har)) {
      const rev = newRev();
      behallVy(sent, rev, nu);
      return { rev, hel: nu };
    }
    const andring = andringMellan(sent.get(har), nu) ?? null;
    sent.delete(har);
    const rev = andring ? newRev() : har;
    behallVy(sent, rev, nu);
    return { rev, andring };
  };
}

/** The page's side: the view after the answer. One that has not changed is the same object as before. */
export function vyEfter(fore: unknown, svar: VySvar): unknown {
  if ('hel' in svar) return svar.hel;
  return svar.andring ? medAndring(fore, svar.andring) : fore;
}
