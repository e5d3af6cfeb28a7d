import { bucketsOf, bucketsOfAnvandare, readersOf } from './buckets.ts';
import type { Actor } from './command.ts';
import type { Person } from './person/records.ts';
import type { Bucket } from './readers.ts';
import { aktScope } from './scope.ts';

/** What of a user decides which akter they read. */
export type Lasare = Pick<Actor, 'id' | 'roller' | 'enheter' | 'skyddadBehorighet' | 'aktiv' | 'utforareId'>;

/**
 * May read what the units have of a kund's akt: what {@link bucketsOf} gives them, asked of a user who is perhaps not the one who acts.
 * @param enhet the unit whose cases are asked about; without it, what is common
 */
export function kanLasaAkt(lasare: Lasare, personId: string, person: Pick<Person, 'enheter' | 'skydd'>, enhet?: string): boolean {
  const huvud = person as Person;
  const readers = readersOf(aktScope(personId), [{ type: 'person', id: personId, huvud, mark: {} }]);
  // The units' own: no utförare takes part in what is asked of.
  const asked = { ...readers, every: new Set<Bucket>(), enheter: enhet === undefined ? readers.enheter : [enhet] };
  const buckets = new Set(bucketsOf({ type: 'person', id: personId, huvud, mark: {} }, asked));
  return bucketsOfAnvandare(lasare).some((bucket) => buckets.has(bucket));
}
