import { arHandlaggare } from '../behorighet.ts';
import type { Delegation } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import type { BeslutKatalog } from './fakta.ts';
import type { Beslutsfattare, Omfattning, Periodenhet } from './records.ts';

/** Who decides by the delegationsordning, and why. */
export type Delegerat = {
  beslutas: Beslutsfattare['slag'];
  /** The row that says so; none = the handläggare (DELEG-01). */
  delegation?: Post<Delegation>;
  /** A row whose limit is in hours, while the beslut has none: only the user can tell whether it applies (FRAGA-49). */
  oklar?: Post<Delegation>;
};
type Fraga = { insatsId: string; utfall: 'bifall' | 'avslag'; omfattning?: Omfattning | undefined; externPlacering?: boolean | undefined };

/** DELEG-01 to DELEG-03: the first row that fits counts. Without insatser of its own a row is for them all. */
export function delegationFor(delegationer: Post<Delegation>[], fraga: Fraga): Delegerat {
  let oklar: Post<Delegation> | undefined;
  for (const rad of [...delegationer].sort((a, b) => a.data.ordning - b.data.ordning)) {
    const galler = gallerFor(rad.data, fraga);
    if (galler === 'ja') return { beslutas: rad.data.beslutas, delegation: rad, ...(oklar ? { oklar } : {}) };
    if (galler === 'oklart') oklar ??= rad;
  }
  return { beslutas: 'handlaggare', ...(oklar ? { oklar } : {}) };
}

function gallerFor(delegation: Delegation, { insatsId, utfall, omfattning, externPlacering }: Fraga): 'ja' | 'nej' | 'oklart' {
  if (delegation.insatsIds.length > 0 && !delegation.insatsIds.includes(insatsId)) return 'nej';
  if (delegation.externPlacering && !externPlacering) return 'nej';
  if (!delegation.over) return 'ja';
  // A limit is of what is granted: an avslag grants nothing.
  if (utfall === 'avslag') return 'nej';
  if (!omfattning) return 'oklart';
  return perAr(omfattning) > perAr(delegation.over) ? 'ja' : 'nej';
}

/** Only compared, never stored: what is granted stays in the unit it was granted in (FRAGA-13). */
const perAr = ({ minuter, enhet }: Omfattning): number => minuter * ganger[enhet];
const ganger: Record<Periodenhet, number> = { Vecka: 365 / 7, Månad: 12, År: 1 };

const rang: Beslutsfattare['slag'][] = ['handlaggare', 'enhetschef', 'individutskottet'];

/** Whoever delegates may always decide themselves; nobody decides above their delegation. */
export const farBesluta = (slag: Beslutsfattare['slag'], { beslutas }: Pick<Delegerat, 'beslutas'>): boolean =>
  rang.indexOf(slag) >= rang.indexOf(beslutas);

/** Those who may stand as beslutsfattare of a kind, with the name that letters show (DELEG-01 to DELEG-03). */
export function beslutsfattareVal(
  { handlaggare, delegationer }: Pick<BeslutKatalog, 'handlaggare' | 'delegationer'>,
  slag: Beslutsfattare['slag'],
): Beslutsfattare[] {
  if (slag === 'individutskottet') {
    const namn = delegationer.find(({ data }) => data.beslutas === slag)?.data.namn;
    return namn === undefined ? [] : [{ slag, namn }];
  }
  const far = ({ roller }: BeslutKatalog['handlaggare'][number]) =>
    slag === 'enhetschef' ? roller.includes('enhetschef') : arHandlaggare({ roller, aktiv: true });
  return handlaggare.filter(far).map(({ id, namn }) => ({ slag, anvandareId: id, namn }));
}

/**
 * The one meant, with the name of today; undefined when they may not stand there.
 * @param tidigare who stands on the saved beslut: may go on to, also when no longer a user
 */
export function kandBeslutsfattare(
  katalog: Pick<BeslutKatalog, 'handlaggare' | 'delegationer'>,
  { slag, anvandareId }: Pick<Beslutsfattare, 'slag' | 'anvandareId'>,
  tidigare?: Beslutsfattare,
): Beslutsfattare | undefined {
  if (tidigare?.slag === slag && tidigare.anvandareId === anvandareId) return tidigare;
  return beslutsfattareVal(katalog, slag).find((val) => val.anvandareId === anvandareId);
}
