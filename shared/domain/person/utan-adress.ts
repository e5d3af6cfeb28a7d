import type { Person } from './records.ts';

/**
 * The person as records hold and screens may show them: with any skydd there is no address, whatever a source has sent (FRAGA-62), and
 * of ways of post only the one through Skatteverket, which tells nothing of where.
 */
export function utanSkyddadAdress<P extends MedAdress>(person: P): P {
  const { adress, postadress, ...rest } = person;
  const oppen = postadress && !postadress.viaSkatteverket;
  if (person.skydd === 'ingen' || (adress === undefined && !oppen)) return person;
  return { ...rest, ...(postadress && !oppen ? { postadress } : {}) } as P;
}
type MedAdress = {
  skydd: Person['skydd'];
  adress?: unknown;
  postadress?: { gata: string; viaSkatteverket?: true | undefined } | null | undefined;
};

const adressFalt: ReadonlySet<string> = new Set(['adress', 'postadress', 'gata', 'postnummer', 'ort']);

/** Anything that was written of a protected person, without the fields that say where: whole inputs keep what was once open. */
export function utanAdresser(varde: unknown): unknown {
  if (Array.isArray(varde)) return varde.map(utanAdresser);
  if (typeof varde !== 'object' || varde === null) return varde;
  return Object.fromEntries(Object.entries(varde).flatMap(([falt, one]) => (adressFalt.has(falt) ? [] : [[falt, utanAdresser(one)]])));
}
