/** Test support only: an akt in memory for the tests of rules, of services and of the server. No product code imports it. */

import type { Actor, Change, Context, Decision, State } from '../command.ts';
import { isRejection } from '../command.ts';
import type { RecordData, RecordType } from '../records.ts';
import { liesIn, recordSchemas, recordTypes } from '../records.ts';
import { katalogScope } from '../scope.ts';
import { fromPlainText } from '../text/text.ts';

export type TestRecord = { [T in RecordType]: { type: T; id: string; data: RecordData<T> } }[RecordType];

/** Types of the scope `katalog`. */
export const katalogTypes: ReadonlySet<RecordType> = new Set(recordTypes.filter((type) => liesIn(type, katalogScope)));

/**
 * A State of one akt and the catalogue, each record checked against its schema: a fixture that could not exist proves nothing.
 * @param others records of other akter: only who has a personnummer is asked of them
 */
export function stateOf(records: TestRecord[], others: TestRecord[] = []): State {
  for (const { type, data } of records) recordSchemas[type].parse(data);
  const ofType = <T extends RecordType>(type: T) =>
    records.filter((record) => record.type === type).map(({ id, data }) => ({ id, data: data as unknown as RecordData<T> }));
  const get = <T extends RecordType>(type: T, id: string) => ofType(type).find((record) => record.id === id)?.data;
  return {
    get: (type, id) => (katalogTypes.has(type) ? undefined : get(type, id)),
    list: (type) => (katalogTypes.has(type) ? [] : ofType(type)),
    katalog: (type, id) => (katalogTypes.has(type) ? get(type, id) : undefined),
    katalogLista: (type) => (katalogTypes.has(type) ? ofType(type) : []),
    personMedNummer: (personnummer) =>
      [...records, ...others].find((record) => record.type === 'person' && record.data.personnummer === personnummer)?.id,
  };
}

/** The records after the changes of an accepted command. */
export function applied(records: TestRecord[], decision: Decision): TestRecord[] {
  if (isRejection(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
  return decision.reduce<TestRecord[]>((all, change) => [...without(all, change), ...putOf(change)], records);
}
const without = (all: TestRecord[], { type, id }: Change) => all.filter((record) => record.type !== type || record.id !== id);
const putOf = (change: Change): TestRecord[] => {
  if (change.op === 'delete') return [];
  const { op: _, ...record } = change;
  return [record as TestRecord];
};

/** The n-th of ids that sort as their numbers do. */
export const testId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const testActor = (over: Partial<Actor> = {}): Actor => ({
  id: testId(1),
  namn: 'Karin Ek',
  titel: 'LSS-handläggare',
  roller: ['lssHandlaggare'],
  organisationId: testId(2),
  enheter: ['lss'],
  skyddadBehorighet: false,
  aktiv: true,
  ...over,
});
export const testContext = (actor: Actor = testActor(), now = '2026-11-20T09:00:00.000Z'): Context => ({ actor, now });

/** Ids of {@link testAkt}. */
export const akt = {
  person: testId(10),
  utredning: testId(20),
  lssInsatser: testId(30),
  verkstallighet: testId(31),
  utforare: testId(40),
} as const;

/** A kund with an open utredning, the verkställighet LSS Insatser and one of a utförare. */
export const testAkt = (): TestRecord[] => [
  {
    type: 'person',
    id: akt.person,
    data: {
      personnummer: '200912312386',
      nummerSlag: 'personnummer',
      fodelsedatum: '2009-12-31',
      efternamn: 'Ekström',
      fornamn: 'Linnea Maria',
      kundnummer: '100001',
      skydd: 'ingen',
      civilstand: 'okänt',
      folkbokfordIKommunen: true,
      enheter: ['lss'],
    },
  },
  {
    type: 'utredning',
    id: akt.utredning,
    data: {
      typ: 'LSS Utredning',
      startdatum: '2026-09-01',
      inkomDatum: '2026-09-01',
      ansvarigHandlaggareId: testId(1),
      organisationId: testId(2),
    },
  },
  { type: 'verkstallighet', id: akt.lssInsatser, data: testVerkstallighet({ insatskategori: 'LSS Insatser', lssInsatser: true }) },
  { type: 'verkstallighet', id: akt.verkstallighet, data: testVerkstallighet({ utforareId: akt.utforare }) },
];

export const testVerkstallighet = (over: Partial<RecordData<'verkstallighet'>> = {}): RecordData<'verkstallighet'> => ({
  insatskategori: 'Korttidsvistelse-insatser LSS',
  utforareId: testId(41),
  organisationId: testId(2),
  startdatum: '2026-10-01',
  lssInsatser: false,
  ...over,
});

/** An unsigned note of {@link testActor} under the rubrik BEHOV of the utredning. */
export const testAnteckning = (over: Partial<RecordData<'anteckning'>> = {}): RecordData<'anteckning'> => ({
  dokumentation: { slag: 'utredning', id: akt.utredning },
  rubrikKod: 'BEHOV',
  handelsedatum: '2026-11-19',
  text: fromPlainText('Behöver stöd vid måltider.'),
  rev: testId(500),
  skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' },
  sparad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' },
  ...over,
});
