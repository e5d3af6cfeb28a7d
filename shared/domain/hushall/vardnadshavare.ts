import type { Hushallsmedlem } from './records.ts';

/** Under 18 with no vårdnadshavare in the hushåll: the kund's page says so (FORB-08, HUSH-01). `alder` in whole years. */
export const saknarVardnadshavare = (alder: number | null, hushall: Pick<Hushallsmedlem, 'vardnadshavare'>[]): boolean =>
  alder !== null && alder < 18 && !hushall.some((medlem) => medlem.vardnadshavare);
