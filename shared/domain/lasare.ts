import { bucketsOf, bucketsOfAnvandare, readersOf } from './buckets.ts';
import type { Actor } from './command.ts';
import type { Person } from './person/records.ts';
import { aktScope } from './scope.ts';

/** What of a user decides which akter they read. */
export type Lasare = Pick<Actor, 'id' | 'roller' | 'enheter' | 'skyddadBehorighet' | 'aktiv' | 'utforareId'>;

/** May read the cases of a kund's akt: what {@link bucketsOf} gives its units, asked of a user who is perhaps not the one who acts. */
export function kanLasaAkt(lasare: Lasare, personId: string, person: Pick<Person, 'enheter' | 'skydd'>): boolean {
  const huvud = person as Person;
  const readers = readersOf(aktScope(personId), [{ type: 'person', id: personId, huvud }]);
  // The units' own: no utförare takes part in what is asked of.
  const buckets = new Set(bucketsOf({ type: 'person', id: personId, huvud }, { ...readers, every: new Set() }));
  return bucketsOfAnvandare(lasare).some((bucket) => buckets.has(bucket));
}
