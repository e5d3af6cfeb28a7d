import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRejection } from '../../shared/domain/command.ts';
import { agarnyckel } from '../../shared/domain/klocka/frist.ts';
import { type Kvartal, radI } from '../../shared/domain/klocka/ivo.ts';
import { type StoredRecord, schemaNumber } from '../../shared/domain/records.ts';
import { katalogScope, personOfScope } from '../../shared/domain/scope.ts';
import { fattat, testAktualisering, testBestallning, underlag } from '../../shared/domain/testing/beslut.ts';
import { fristerAv, ivotiderAv } from '../../shared/domain/testing/frister.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { akt, katalogTypes, type TestRecord, testActor, testAnteckning, testId } from '../../shared/domain/testing/state.ts';
import type { OpenReplica } from './replica.ts';
import { asSent, fill, putOf, testReplica } from './testing/replica.ts';

const at = '2026-11-20T09:00:00.000Z';
const actor = testActor({ id: kat.handlaggare });

/** An akt with something of each kind of event; the n-th kund has her own ids. */
function akten(n: number): StoredRecord[] {
  const records = underlag(
    ...[fattat(1), fattat(2, { giltigTom: '2027-01-31', insatsId: kat.insats.korttidsvistelse, beslutskod: 'KORTTID' })],
    ...[testAktualisering(1), { ...testAktualisering(2, { utredningId: undefined }) }],
    testBestallning(testId(201), { gallerTom: '2026-12-31', bekraftad: '2026-12-01' }),
    ...[{ type: 'anteckning' as const, id: testId(70), data: testAnteckning() }],
  ).filter(({ type }) => !katalogTypes.has(type));
  const scope = `akt:${annan(akt.person, n)}`;
  let text = JSON.stringify(records);
  for (const { id } of records) text = text.replaceAll(id, annan(id, n));
  return (JSON.parse(text) as TestRecord[]).map(({ type, id, data }) => stored(type, id, scope, data));
}
const annan = (id: string, n: number): string => id.replace('-8000-', `-8${String(n).padStart(3, '0')}-`);
const stored = (type: StoredRecord['type'], id: string, scope: string, data: unknown, version = 1): StoredRecord => ({
  ...{ type, id, scope, version, schema: schemaNumber(type), data },
});
const katalogen = (): StoredRecord[] =>
  [...underlag(), ...fristregler()]
    .filter(({ type }) => katalogTypes.has(type))
    .map(({ type, id, data }) => stored(type, id, katalogScope, data));
const scopeOf = (n: number) => `akt:${annan(akt.person, n)}`;

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(kat.handlaggare);
  replica = place.open();
});
afterEach(() => {
  replica.close();
  place.remove();
});

const stateOf = (of: OpenReplica, scope: string): Parameters<typeof fristerAv>[0] => ({
  get: (type, id) => of.record(type, id)?.data,
  list: (type) => of.inScope(scope, type).map(({ id, data }) => ({ id, data })),
  katalogLista: (type) => of.katalog(type).map(({ id, data }) => ({ id, data })),
});
const whole = (of: OpenReplica, scope: string) => fristerAv(stateOf(of, scope), personOfScope(scope) ?? '');
/** Of the quarters around the akt's beslut. */
const quarters = ([1, 2, 3, 4] as const).flatMap((nr): Kvartal[] => [
  { ar: 2026, nr },
  { ar: 2027, nr },
]);
const ivoOf = (of: OpenReplica, scope: string) =>
  quarters.map((kvartal) => of.ivotiderIn(kvartal).flatMap((one) => (one.scope === scope ? [one.tid] : [])));
function wholeIvo(of: OpenReplica, scope: string) {
  const tider = ivotiderAv(stateOf(of, scope), personOfScope(scope) ?? '').sort((a, b) => (a.nyckel < b.nyckel ? -1 : 1));
  return quarters.map((kvartal) => tider.filter((tid) => radI(tid, kvartal) !== undefined));
}
function drain(of: OpenReplica, some = 3): void {
  while (!of.computeFristerSome(some));
}
/** What is kept is what a whole computing makes of what is there. */
function expectWhole(of: OpenReplica, scopes: string[]): void {
  expect(of.fristerReady()).toBe(true);
  for (const scope of scopes) {
    expect(of.fristerI(scope), scope).toEqual(whole(of, scope));
    expect(ivoOf(of, scope), scope).toEqual(wholeIvo(of, scope));
  }
}

describe('KLOCK-05 the computed bevakningar of a replica', () => {
  it('are read by owner and day, in the dates that they have', () => {
    fill(replica, [...katalogen(), ...akten(1)]);
    drain(replica);
    expectWhole(replica, [scopeOf(1)]);
    const koder = (agare: string, today: string) => replica.fristerHos(agare, today).map(({ scope, rad }) => [scope, rad.regel.kod]);
    const min = agarnyckel({ anvandareId: kat.handlaggare });
    expect(koder(min, '2026-09-14')).toEqual([]);
    expect(koder(min, '2026-09-15')).toEqual([[scopeOf(1), 'ej-behandlad-aktualisering']]);
    expect(koder(min, '2027-02-01').map(([, kod]) => kod)).toEqual(
      expect.arrayContaining(['utredning-sex-manader', 'beslut-upphor', 'osignerad-anteckning']),
    );
    expect(
      koder(min, '2027-03-03').map(([, kod]) => kod),
      'thirty days after it ended',
    ).not.toContain('beslut-upphor');
    expect(koder('roll/enhetschef', '2027-03-01')).toEqual([[scopeOf(1), 'utredning-sex-manader']]);
    expect(replica.fristagare()).toEqual([min, `funktion/${testId(41)}`, 'roll/enhetschef'].sort());
  });

  it('KLOCK-05 of a beslut that is common to two units are kept for each', () => {
    const common = akten(1).map((one) => {
      if (one.type === 'person') return { ...one, data: { ...(one.data as object), enheter: ['lss', 'barn'] } };
      return one.type === 'beslut' ? { ...one, data: { ...(one.data as object), gemensam: true, beslutsdatum: '2026-05-01' } } : one;
    });
    fill(replica, [...katalogen(), ...common]);
    drain(replica);
    expectWhole(replica, [scopeOf(1)]);
    const enheter = (rader: { enhet?: string | undefined }[]) => [...new Set(rader.map(({ enhet }) => enhet))].sort();
    expect(enheter(replica.fristerI(scopeOf(1)).filter(({ ref }) => ref.type === 'beslut'))).toEqual(['barn', 'lss']);
    expect(enheter(ivoOf(replica, scopeOf(1)).flat()), 'it is reported once').toEqual(['lss']);
  });

  it('are the same whatever order and slices the records came in', () => {
    const records = [...katalogen(), ...[1, 2, 3].flatMap(akten)];
    fill(replica, records);
    drain(replica);
    const rätt = [1, 2, 3].map((n) => replica.fristerI(scopeOf(n)));
    expect(rätt.every((rader) => rader.length > 6)).toBe(true);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 12 }),
        (blandade, sizes) => {
          const plats = testReplica(kat.handlaggare);
          const annat = plats.open();
          try {
            fill(annat, []);
            let from = 0;
            for (let turn = 0; from < blandade.length; turn++) {
              const size = sizes[turn % sizes.length] as number;
              annat.applySlice(blandade.slice(from, from + size).map((one) => putOf(one)));
              from += size;
              if (turn % 3 === 0) annat.computeFristerSome(1);
            }
            drain(annat);
            expect([1, 2, 3].map((n) => annat.fristerI(scopeOf(n)))).toEqual(rätt);
          } finally {
            annat.close();
            plats.remove();
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('equal a whole computing after each change that comes, and after each of the user’s own at once', () => {
    fill(replica, [...katalogen(), ...akten(1), ...akten(2)]);
    drain(replica);
    const all = [...akten(1), ...akten(2)];
    let version = 10;
    const change = fc.record({ which: fc.nat({ max: all.length - 1 }), how: fc.constantFrom('gone', 'back', 'closed', 'wrong', 'moved') });
    const over = {
      back: {},
      closed: { slutdatum: '2026-11-01', avslutad: { anvandareId: testId(1), namn: 'x', at } },
      wrong: { felmarkerad: true },
      moved: { ansvarigHandlaggareId: kat.enhetschef, giltigTom: '2027-06-30', bekraftad: undefined },
    };
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        for (const { which, how } of changes) {
          const one = all[which] as StoredRecord;
          version += 1;
          if (how === 'gone') replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: one.id, version }]);
          else if (how !== 'wrong' || one.type === 'beslut') {
            const data = { ...(one.data as object), ...over[how] };
            replica.applySlice([{ t: 'put', buckets: ['org:lss'], record: { ...one, version }, ...asSent(data) }]);
          }
          expectWhole(replica, [scopeOf(1), scopeOf(2)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('KLOCK-04 put off by the user it is so at once, and not when the server refuses it', () => {
    fill(replica, [...katalogen(), ...akten(1)]);
    drain(replica);
    const [personId, utredningId] = [annan(akt.person, 1), annan(akt.utredning, 1)];
    const nyckel = `utredning-sex-manader/${utredningId}`;
    const rad = () => replica.fristerI(scopeOf(1)).find((one) => one.nyckel === nyckel);
    const decision = replica.runCommand({
      ...{ id: testId(900), name: 'frist.skjutUpp', version: 1, at, actor },
      input: {
        ...{ personId, enhet: 'lss', nyckel, skjutningId: testId(901), datum: '2027-03-01', till: '2027-02-15' },
        ...{ skal: 'Väntar på intyg', sedd: null, rev: testId(902) },
      },
    });
    expect(isRejection(decision) ? decision : 'accepted').toBe('accepted');
    expect(rad()).toMatchObject({ uppskjuten: { till: '2027-02-15', skal: 'Väntar på intyg' }, hos: [{ visas: '2027-02-15' }, {}] });
    expectWhole(replica, [scopeOf(1)]);
    replica.storeResults([{ id: testId(900), seq: 1, at, version: 101, rejection: { code: 'behorighet-saknas' } } as never]);
    expect(rad()?.uppskjuten).toBeUndefined();
    expectWhole(replica, [scopeOf(1)]);
  });

  it('of changed rules are made anew some at a time, and told of when all are', async () => {
    fill(replica, [...katalogen(), ...[1, 2, 3, 4].flatMap(akten)]);
    drain(replica);
    const told: string[][] = [];
    replica.onChange((scopes) => told.push(scopes));
    const regel = katalogen().find(({ data }) => (data as { kod?: string }).kod === 'utredning-sex-manader') as StoredRecord;
    const andrad = { ...(regel.data as object), tid: { antal: 5, enhet: 'manad' } };
    replica.applySlice([{ t: 'put', buckets: ['katalog'], record: { ...regel, version: 9 }, ...asSent(andrad) }]);
    expect(replica.fristerReady()).toBe(false);
    expect([replica.computeFristerSome(2), replica.computeFristerSome(2), replica.computeFristerSome(2)]).toEqual([false, false, true]);
    expectWhole(replica, [1, 2, 3, 4].map(scopeOf));
    await Promise.resolve();
    expect(told.at(-1)?.sort()).toEqual([1, 2, 3, 4].map(scopeOf));
    const datum = replica.fristerI(scopeOf(2)).find(({ regel: { kod } }) => kod === 'utredning-sex-manader')?.datum;
    expect(datum).toBe('2027-02-01');
  });

  it('are made anew by a program that has others, and wait on disk when it ends in between', () => {
    fill(replica, [...katalogen(), ...[1, 2, 3].flatMap(akten)]);
    drain(replica);
    replica.applySlice(
      katalogen()
        .filter(({ type }) => type === 'fristregel')
        .map((one) => ({ t: 'leave', bucket: 'katalog', id: one.id, version: 300 })),
    );
    replica.computeFristerSome(1);
    replica.close();
    replica = place.open();
    expect(replica.fristerReady()).toBe(false);
    drain(replica);
    expect([1, 2, 3].flatMap((n) => replica.fristerI(scopeOf(n)))).toEqual([]);
    replica.close();
    replica = place.open();
    expect(replica.fristerReady(), 'opened again there is nothing to do').toBe(true);
  });

  it('leave with the akt, and with a page too large to compute at once', () => {
    fill(replica, [...katalogen(), ...Array.from({ length: 10 }, (_, n) => n + 1).flatMap(akten)]);
    drain(replica);
    const allt = Array.from({ length: 10 }, (_, n) => n + 1).flatMap(akten);
    replica.applySlice(allt.map(({ id }) => ({ t: 'leave', bucket: 'org:lss', id, version: 300, lost: true })));
    expect(Array.from({ length: 10 }, (_, n) => replica.fristerI(scopeOf(n + 1))).flat()).toEqual([]);
    expect(replica.fristagare()).toEqual([]);
    drain(replica);
    expect(replica.fristerReady()).toBe(true);
  });

  it('of an akt with a record that is not what its type says: the others’ all the same', () => {
    fill(replica, [...katalogen(), ...akten(1), ...akten(2)]);
    drain(replica);
    const beslut = akten(1).find(({ type }) => type === 'beslut') as StoredRecord;
    replica.applySlice([
      { t: 'put', buckets: ['org:lss'], record: { ...beslut, version: 9 }, ...asSent({ ...(beslut.data as object), beslutsdatum: 7 }) },
    ]);
    const rader = replica.fristerI(scopeOf(1));
    expect(rader.some(({ ref }) => ref.type === 'utredning')).toBe(true);
    expect(rader.some(({ ref }) => ref.id === beslut.id)).toBe(false);
    expect(replica.fristerI(scopeOf(2)).length).toBeGreaterThan(6);
  });
});
