import type Database from 'better-sqlite3';
import { surnameOrder } from './swedish-order.ts';

type Candidate = { id: string; nummer10: string; ordning: string };
const digits = '0123456789';

/**
 * Persons easily taken for one another: the same surname and a given name in common, or a number that differs in one digit,
 * in two neighbours that have changed places, or in the century alone.
 */
export function createLookAlikes(db: Database.Database) {
  const self = db.prepare<[string], Candidate & { fornamn: string }>('SELECT id, nummer10, ordning, fornamn FROM person_sok WHERE id = ?');
  const byName = db
    .prepare<[string, string, string, number], string>(
      `SELECT p.id FROM person_namn n JOIN person_sok p ON p.nr = n.nr WHERE n.fornamn = ? AND n.ordning >= ? AND n.ordning < ? LIMIT ?`,
    )
    .pluck();
  const byNumber = db
    .prepare<[string], string>('SELECT id FROM person_sok WHERE nummer10 IN (SELECT value FROM json_each(?)) LIMIT 50')
    .pluck();

  return (personId: string, limit: number): string[] => {
    const person = self.get(personId);
    if (!person) return [];
    const surname = person.ordning.slice(0, person.ordning.indexOf('\u0001') + 1) || surnameOrder('');
    const names = JSON.parse(person.fornamn) as string[];
    const similar = [
      ...byNumber.all(JSON.stringify(similarNumbers(person.nummer10))),
      ...names.flatMap((name) => byName.all(name, surname, `${surname}\u{10ffff}`, limit + 1)),
    ];
    return [...new Set(similar)].filter((id) => id !== personId).slice(0, limit);
  };
}

/** The number itself (another century), with one place changed, or with two neighbours swapped. */
export function similarNumbers(nummer10: string): string[] {
  const changed = [...nummer10].flatMap((_, at) => [...digits].map((digit) => nummer10.slice(0, at) + digit + nummer10.slice(at + 1)));
  const swapped = [...nummer10.slice(1)].map((next, at) => nummer10.slice(0, at) + next + nummer10[at] + nummer10.slice(at + 2));
  return [...new Set([nummer10, ...changed, ...swapped])];
}
