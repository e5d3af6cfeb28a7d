import type { Person } from './records.ts';

/** The person as screens may show them: with any skydd there is no address, whatever a source has sent (FRAGA-62). */
export function utanSkyddadAdress(person: Person): Person {
  if (person.skydd === 'ingen' || person.adress === undefined) return person;
  const { adress: _, ...rest } = person;
  return rest as Person;
}

const adressFalt: ReadonlySet<string> = new Set(['adress', 'gata', 'postnummer', 'ort']);

/** Anything that was written of a protected person, without the fields that say where: whole inputs keep what was once open. */
export function utanAdresser(varde: unknown): unknown {
  if (Array.isArray(varde)) return varde.map(utanAdresser);
  if (typeof varde !== 'object' || varde === null) return varde;
  return Object.fromEntries(Object.entries(varde).flatMap(([falt, one]) => (adressFalt.has(falt) ? [] : [[falt, utanAdresser(one)]])));
}
