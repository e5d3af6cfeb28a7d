/**
 * Where a note lies among the others: by quarters of a year, which each have an index of their own, and there by days. So what is written
 * latest is found first, and a quarter's words can be put together anew without touching the others.
 */

/** Notes of one day that lie in their order; more lie after the quarter's last day. */
const perDag = 8192;
/** More than any day of a quarter. */
const dagarPerKvartal = 93;
const perKvartal = 2 ** 26;
const forstaAr = 1900;
const sistaAr = 2199;

export const kvartalAv = (plats: number): number => Math.floor(plats / perKvartal);
export const borjanAv = (kvartal: number): number => kvartal * perKvartal;

/** The places of a day, and of what its day has no room for: first ones, and the first ones that are no longer theirs. */
export type Platser = { dag: [number, number]; over: [number, number] };

/** @param dag `YYYY-MM-DD`; what is no day lies first of all */
export function platserFor(dag: unknown): Platser {
  const [, ar, manad, dagen] = (typeof dag === 'string' ? /^(\d{4})-(\d\d)-(\d\d)/.exec(dag) : null)?.map(Number) ?? [];
  const year = Math.min(sistaAr, Math.max(forstaAr, ar ?? forstaAr));
  const month = Math.min(12, Math.max(1, manad ?? 1)) - 1;
  const kvartal = (year - forstaAr) * 4 + Math.floor(month / 3);
  const first = borjanAv(kvartal) + ((month % 3) * 31 + Math.min(31, Math.max(1, dagen ?? 1)) - 1) * perDag;
  return { dag: [first, first + perDag], over: [borjanAv(kvartal) + dagarPerKvartal * perDag, borjanAv(kvartal + 1)] };
}
