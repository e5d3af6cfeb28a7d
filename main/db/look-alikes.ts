import type Database from 'better-sqlite3';
import type { RecordIds } from './record-ids.ts';
import type { StoredKey } from './search-table.ts';
import { afterPrefix, surnameOf } from './swedish-order.ts';

const digits = '0123456789';
/** Letters of the shorter of two given names that are taken for one another: Linn and Linnea, but not Bo and Bodil. */
const shortestBeginning = 3;

/**
 * Persons easily taken for one another: the same surname and a given name in common or one that begins as the other's, or a number
 * that differs in one digit, in two neighbours that have changed places, or in the century alone.
 */
export function createLookAlikes(db: Database.Database, ids: Pick<RecordIds, 'ridOf'>) {
  const at = db.prepare<[number], { rid: number; ordning: string; nycklar: string }>(
    'SELECT rid, ordning, nycklar FROM person_sok WHERE rid = ?',
  );
  const byName = db
    .prepare<[string, string, string, number], number>(
      'SELECT rid FROM person_nyckel WHERE nyckel = ? AND ordning >= ? AND ordning < ? LIMIT ?',
    )
    .pluck();
  const byNumber = db
    .prepare<[string, number], number>('SELECT rid FROM person_nyckel WHERE nyckel IN (SELECT value FROM json_each(?)) LIMIT ?')
    .pluck();
  const nextKey = db
    .prepare<[string, string], string>('SELECT nyckel FROM person_nyckel WHERE nyckel > ? AND nyckel < ? ORDER BY nyckel LIMIT 1')
    .pluck();
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE rid = ?').pluck();

  /** Keys of the longer given names that begin with this one. Double names are passed over: their halves have keys. */
  function* longer(key: string): Generator<string> {
    if (key.length - 1 < shortestBeginning) return;
    const end = afterPrefix(key);
    const after = (name: string) => nextKey.get(afterPrefix(`${name} `), end);
    for (let next = after(key); next !== undefined; next = after(next)) yield next;
  }

  return (personId: string, limit: number): string[] => {
    const rid = ids.ridOf(personId);
    const person = rid === undefined ? undefined : at.get(rid);
    if (!person) return [];
    const surname = surnameOf(person.ordning);
    const keys = (JSON.parse(person.nycklar) as StoredKey[]).filter((key) => typeof key === 'string');
    const numbers = keys.filter((key) => key.startsWith('n')).flatMap((key) => similarNumbers(key.slice(1)).map((number) => `n${number}`));
    const names = keys.filter((key) => key.startsWith('f') && !key.includes(' '));
    const similar = [
      ...byNumber.all(JSON.stringify(numbers), limit + 1),
      ...[...names, ...names.flatMap((name) => [...shorter(name), ...longer(name)])].flatMap((name) =>
        byName.all(name, surname, afterPrefix(surname), limit + 1),
      ),
    ];
    const others = [...new Set(similar)].filter((rid) => rid !== person.rid);
    return others.slice(0, limit).flatMap((rid) => idOf.get(rid) ?? []);
  };
}

/** Keys of the names that this one begins with. */
const shorter = (key: string): string[] =>
  Array.from({ length: Math.max(0, key.length - 1 - shortestBeginning) }, (_, at) => key.slice(0, 1 + shortestBeginning + at));

/** The number itself (another century), with one place changed, or with two neighbours swapped. */
export function similarNumbers(nummer10: string): string[] {
  const changed = [...nummer10].flatMap((_, at) => [...digits].map((digit) => nummer10.slice(0, at) + digit + nummer10.slice(at + 1)));
  const swapped = [...nummer10.slice(1)].map((next, at) => nummer10.slice(0, at) + next + nummer10[at] + nummer10.slice(at + 2));
  return [...new Set([nummer10, ...changed, ...swapped])];
}
