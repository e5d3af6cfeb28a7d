import type { Person } from './records.ts';

/** The person as screens may show them: with any skydd there is no address, whatever a source has sent (FRAGA-62). */
export function utanSkyddadAdress(person: Person): Person {
  if (person.skydd === 'ingen' || person.adress === undefined) return person;
  const { adress: _, ...rest } = person;
  return rest as Person;
}
