import { kat, testKatalog } from '../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testActor, testAkt as testPoster } from '../../shared/domain/testing/state.ts';
import type { TestAkt } from './karna.ts';

/** The day it is in the tests of the case's forms. */
export const testNu = new Date('2026-11-20T09:00:00.000Z');

/**
 * A kund with an open utredning, LSS Insatser and a small catalogue, for component tests of the case's forms.
 * @param mer more records, or newer ones of the same type and id
 * @param utan records (`type/id`) left out
 */
export function handlaggning(mer: TestRecord[] = [], utan: string[] = []): TestAkt {
  const nyckel = ({ type, id }: TestRecord) => `${type}/${id}`;
  const bort = new Set([...utan, ...mer.map(nyckel)]);
  return {
    personId: akt.person,
    actor: testActor({ funktionId: kat.utforare.funktion3 }),
    records: [...[...testPoster(), ...testKatalog()].filter((one) => !bort.has(nyckel(one))), ...mer],
  };
}
