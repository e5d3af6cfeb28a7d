import type { Varde } from './varden.ts';

/** What a unit is called; its code where the catalogue has no name for it. @param enheter the value list `enhet` */
export const enhetsnamn = (enheter: Varde[], kod: string): string =>
  enheter.find((one) => one.kod === kod)?.namn ?? kod.toLocaleUpperCase('sv');

/**
 * The other units that have a kund, as far as a user of some units may know of it: what the municipality says of each (OSL 8:1, 26:1).
 * A unit that says nothing is known to nobody else.
 * @returns their names
 */
export const kandaAndraEnheter = (enheter: Varde[], kundens: string[], egna: string[]): string[] =>
  kandaAndra(enheter, kundens, egna).map((kod) => enhetsnamn(enheter, kod));

/**
 * Whom something of a unit's may be handed to: the kund's other units that the user is of, or that its unit may know of.
 * @returns their codes
 */
export const mottagandeEnheter = (enheter: Varde[], kundens: string[], fran: string, egna: string[]): string[] => {
  const kanda = kandaAndra(enheter, kundens, [fran]);
  return kundens.filter((kod) => kod !== fran && (egna.includes(kod) || kanda.includes(kod)));
};

function kandaAndra(enheter: Varde[], kundens: string[], egna: string[]): string[] {
  const namnd = (kod: string) => enheter.find((one) => one.kod === kod)?.namnd;
  const egnaNamnder = egna.map(namnd).filter((one) => one !== undefined);
  return kundens
    .filter((kod) => !egna.includes(kod))
    .filter((kod) => {
      const synlighet = enheter.find((one) => one.kod === kod)?.synlighet ?? 'ingen';
      if (synlighet === 'namnden') return egnaNamnder.some((one) => one === namnd(kod));
      return synlighet === 'kommunen';
    });
}
