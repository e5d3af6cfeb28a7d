/**
 * What turns one plain value into another, as small as lists of records allow: an entry that was there already is named by
 * its place in the list before, a new or changed one is given whole.
 */
export type Andring =
  /** Takes the place of what was there. */
  | { hel: unknown }
  /** An object: the fields that changed, and those that went. */
  | { falt: [namn: string, andring: Andring][]; bort: string[] }
  /** A list of entries with ids of their own: in turn, so many of the list before from there on, or a new entry. */
  | { lista: ([fran: number, antal: number] | { ny: unknown })[] };

type Falt = Record<string, unknown>;

/** @returns undefined when the values are alike; a field that is undefined is as one that is not there, as JSON has it */
export function andringMellan(fore: unknown, nu: unknown): Andring | undefined {
  if (fore === nu) return undefined;
  if (Array.isArray(fore) && Array.isArray(nu)) return listandring(fore, nu);
  return isFalt(fore) && isFalt(nu) ? faltandring(fore, nu) : { hel: nu };
}

/** The value after the change. Parts that did not change are the very same objects as before. */
export function medAndring(fore: unknown, andring: Andring): unknown {
  if ('hel' in andring) return andring.hel;
  if ('lista' in andring) {
    const list = fore as unknown[];
    return andring.lista.flatMap((del) => (Array.isArray(del) ? list.slice(del[0], del[0] + del[1]) : [del.ny]));
  }
  const nya = new Map(andring.falt);
  const bort = new Set(andring.bort);
  const kvar = Object.entries(fore as Falt).filter(([namn]) => !nya.has(namn) && !bort.has(namn));
  return Object.fromEntries([...kvar, ...andring.falt.map(([namn, del]) => [namn, medAndring(own(fore as Falt, namn), del)])]);
}

function faltandring(fore: Falt, nu: Falt): Andring | undefined {
  const falt = Object.keys(nu).flatMap((namn): [string, Andring][] => {
    const andring = nu[namn] === undefined ? undefined : andringMellan(own(fore, namn), nu[namn]);
    return andring ? [[namn, andring]] : [];
  });
  const bort = Object.keys(fore).filter((namn) => fore[namn] !== undefined && own(nu, namn) === undefined);
  return falt.length > 0 || bort.length > 0 ? { falt, bort } : undefined;
}

function listandring(fore: unknown[], nu: unknown[]): Andring | undefined {
  const platser = platserIn(fore);
  if (!platser || !platserIn(nu)) {
    const lika = fore.length === nu.length && nu.every((post, plats) => andringMellan(fore[plats], post) === undefined);
    return lika ? undefined : { hel: nu };
  }
  const lista: ([number, number] | { ny: unknown })[] = [];
  for (const post of nu as { id: string }[]) {
    const plats = platser.get(post.id);
    const sist = lista.at(-1);
    if (plats === undefined || andringMellan(fore[plats], post)) lista.push({ ny: post });
    else if (Array.isArray(sist) && sist[0] + sist[1] === plats) sist[1] += 1;
    else lista.push([plats, 1]);
  }
  const [hela] = lista;
  const lika = fore.length === nu.length && (lista.length === 0 || (Array.isArray(hela) && hela[1] === nu.length));
  return lika ? undefined : { lista };
}

/** Where each entry stands, or undefined when they have no ids, or not each its own. */
function platserIn(list: unknown[]): Map<string, number> | undefined {
  const platser = new Map<string, number>();
  for (const [plats, post] of list.entries()) {
    const id = isFalt(post) ? own(post, 'id') : undefined;
    if (typeof id !== 'string' || platser.has(id)) return undefined;
    platser.set(id, plats);
  }
  return platser;
}

const isFalt = (value: unknown): value is Falt => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (falt: Falt, namn: string): unknown => (Object.hasOwn(falt, namn) ? falt[namn] : undefined);
