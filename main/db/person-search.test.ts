import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayName, type Person } from '../../shared/domain/person/records.ts';
import { type Arhundrade, tolkaSokning } from '../../shared/domain/sok/sokfraga.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { anvandare, personRecord, uuid } from '../services/testing/records.ts';
import { similarNumbers } from './look-alikes.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testReplica } from './testing/replica.ts';

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(anvandare.handlaggare.id);
  replica = place.open();
});
afterEach(() => {
  replica.close();
  place.remove();
});

const people: Partial<Person>[] = [
  { efternamn: 'Åkesson', fornamn: 'Eva Maria', personnummer: '196506111234' },
  { efternamn: 'Akesson', fornamn: 'Eva', personnummer: '200101011234' },
  { efternamn: 'Öberg', fornamn: 'Anna-Lena', personnummer: '190101015678', skydd: 'skyddadFolkbokforing' },
  { efternamn: 'Zander', fornamn: 'José', personnummer: '198001012222', skydd: 'sekretessmarkering' },
  { efternamn: 'Ärlig', fornamn: 'Eva', personnummer: '200101019999' },
  { efternamn: 'von Essen', fornamn: 'Eva Lisa', personnummer: '197012129999' },
  { efternamn: 'Lind-Berg', fornamn: 'Per', personnummer: '19700112T123', nummerSlag: 'interim' },
  { efternamn: 'Müller', fornamn: 'Ute', personnummer: '195512129999' },
];
const load = () =>
  fill(
    replica,
    people.map((person, n) => personRecord(uuid(100 + n), person)),
  );

function find(text: string, arhundrade: Arhundrade = 'alla', limit = 200): string[] {
  const tolkad = tolkaSokning(text, arhundrade);
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  return replica.searchPersons(tolkad.fraga, limit).personIds.map((id) => {
    const data = replica.record('person', id)?.data;
    return data ? displayName(data) : id;
  });
}

describe('person search', () => {
  beforeEach(load);

  it.each([
    ['SOK-03 twelve digits', '19650611-1234', 'alla', ['Åkesson, Eva Maria']],
    ['SOK-03 ten digits', '6506111234', 'alla', ['Åkesson, Eva Maria']],
    ['SOK-09 ten digits in the other century', '6506111234', '20', []],
    ['SOK-03 an interim number', '700112T123', 'alla', ['Lind-Berg, Per']],
    ['SOK-04 six digits and a star, Swedish order', '010101*', 'alla', ['Akesson, Eva', 'Ärlig, Eva', 'Öberg, Anna-Lena']],
    ['SOK-04 in a century', '010101*', '20', ['Akesson, Eva', 'Ärlig, Eva']],
    ['SOK-05 surname and one of the given names', 'åkesson maria', 'alla', ['Åkesson, Eva Maria']],
    ['SOK-05 å is not a', 'akesson eva', 'alla', ['Akesson, Eva']],
    ['SOK-05 a surname of two words', 'von essen eva', 'alla', ['von Essen, Eva Lisa']],
    ['SOK-05 all given names', 'von essen eva lisa', 'alla', ['von Essen, Eva Lisa']],
    ['SOK-06 first name', '*eva', 'alla', ['Akesson, Eva', 'von Essen, Eva Lisa', 'Åkesson, Eva Maria', 'Ärlig, Eva']],
    ['SOK-06 half of a double name', '*lena', 'alla', ['Öberg, Anna-Lena']],
    ['SOK-06 accents', '*jose', 'alla', ['Zander, José']],
    ['SOK-07 surname begins with', 'öb*', 'alla', ['Öberg, Anna-Lena']],
    ['SOK-07 hyphens', 'lind berg*', 'alla', ['Lind-Berg, Per']],
    ['SOK-07 ü is found as u', 'mull*', 'alla', ['Müller, Ute']],
    ['no such person', 'ingen alls', 'alla', []],
  ] as const)('%s', (_name, text, arhundrade, expected) => {
    expect(find(text, arhundrade)).toEqual(expected);
  });

  it('says that there is more than the limit', () => {
    const { fraga } = tolkaSokning('*eva', 'alla') as { fraga: Parameters<OpenReplica['searchPersons']>[0] };
    expect(replica.searchPersons(fraga, 3)).toMatchObject({ more: true, personIds: { length: 3 } });
    expect(replica.searchPersons(fraga, 4)).toMatchObject({ more: false, personIds: { length: 4 } });
  });

  it('follows a changed name and a removed person', () => {
    replica.applySlice([putOf(personRecord(uuid(101), { ...people[1], efternamn: 'Nyman' }))]);
    expect(find('akesson eva')).toEqual([]);
    expect(find('nyman eva')).toEqual(['Nyman, Eva']);
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: uuid(101), version: 200 }]);
    expect(find('nyman eva')).toEqual([]);
  });

  it('names with common parts come in the collator order', () => {
    const names = ['Berg', 'Berg Lind', 'Bergdahl', 'Berggren', 'Bergå', 'Bergä', 'Bergö', 'Bergz', 'Bergström', 'Bergsson'];
    fill(
      replica,
      names.map((efternamn, n) => personRecord(uuid(500 + n), { efternamn, fornamn: 'Ada' })),
    );
    const expected = [...names].sort((a, b) => compareSwedish(`${a}, Ada`, `${b}, Ada`)).map((name) => `${name}, Ada`);
    expect(find('berg*')).toEqual(expected);
    // The index cuts in the same order.
    expect(find('berg*', 'alla', 4)).toEqual(expected.slice(0, 4));
  });
});

describe('FRAGA-06 what a person had before', () => {
  const gift: Partial<Person> = {
    ...{ efternamn: 'Åby Östling', mellannamn: 'Åby', fornamn: 'Eva Maria', personnummer: '198001022394' },
    ...{ fodelsedatum: '1970-01-18', tidigareNummer: ['197001782395'], tidigareEfternamn: ['Lund'] },
  };
  const funnen = ['Åby Östling, Eva Maria'];
  beforeEach(() => fill(replica, [personRecord(uuid(100), gift), personRecord(uuid(101), { efternamn: 'Lund', fornamn: 'Eva' })]));

  it.each([
    ['an earlier number', '19700178-2395', funnen],
    ['of ten digits', '700178-2395', funnen],
    ['the number', '19800102-2394', funnen],
    ['an earlier surname', 'lund maria', funnen],
    ['one who has it now stands beside', 'lund*', ['Lund, Eva', ...funnen]],
    ['the surname without its mellannamn', 'östling*', funnen],
    ['with it', 'åby östling eva', funnen],
    ['a birth date that the number does not tell', '19700118*', funnen],
    ['a given name: once', '*maria', funnen],
  ])('%s', (_, text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('SOK-09 in its century', () => {
    expect(find('700178-2395', '19')).toEqual(funnen);
    expect(find('700178-2395', '20')).toEqual([]);
  });

  it('is forgotten with the person, and in a table built anew it is there', () => {
    replica.suspendSearch();
    while (!replica.rebuildSearchSome(3));
    fill(replica, [personRecord(uuid(100), gift)]);
    while (!replica.rebuildSearchSome(3));
    expect(find('19700178-2395')).toEqual(funnen);
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: uuid(100), version: 200 }]);
    for (const text of ['19700178-2395', 'lund maria', 'östling*', '19700118*']) expect(find(text)).toEqual([]);
  });

  it('says that there is more, though some are found twice', () => {
    const { fraga } = tolkaSokning('*eva', 'alla') as { fraga: Parameters<OpenReplica['searchPersons']>[0] };
    expect(replica.searchPersons(fraga, 1)).toMatchObject({ more: true, personIds: { length: 1 } });
  });
});

describe('the search table after a large fill', () => {
  it('is not kept during it, is built in slices after it, and a program that ends meanwhile goes on', () => {
    replica.suspendSearch();
    load();
    expect(replica.searchReady()).toBe(false);
    expect(find('*eva')).toEqual([]);
    expect(replica.rebuildSearchSome(3)).toBe(false);
    replica.close();
    replica = place.open();
    expect(replica.searchReady()).toBe(false);
    replica.rebuildSearchSome(100);
    // Written, changed and removed between the slices: what the first slice read of them is no longer so.
    replica.applySlice([
      putOf(personRecord(uuid(900), { efternamn: 'Sist', fornamn: 'Eva' })),
      putOf(personRecord(uuid(101), { ...people[1], fornamn: 'Bo' })),
      { t: 'leave', bucket: 'org:lss', id: uuid(100), version: 200 },
    ]);
    expect(find('sist*')).toEqual(['Sist, Eva']);
    while (!replica.rebuildSearchSome(3)) expect(replica.searchReady()).toBe(false);
    expect(replica.searchReady()).toBe(true);
    expect(find('*eva')).toEqual(['Sist, Eva', 'von Essen, Eva Lisa', 'Ärlig, Eva']);
    expect(find('akesson bo')).toEqual(['Akesson, Bo']);
  });

  it('a person removed before it is built is not found', () => {
    load();
    replica.suspendSearch();
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: uuid(100), version: 200 }]);
    expect(find('åkesson eva')).toEqual([]);
  });
});

describe('look-alikes', () => {
  it('are persons of the same surname and a given name, or of a number that is nearly the same', () => {
    const self = { efternamn: 'Berg', fornamn: 'Eva Maria', personnummer: '198001012222' };
    const others: [string, Partial<Person>, boolean][] = [
      ['same names', { efternamn: 'Berg', fornamn: 'Maria', personnummer: '199909099999' }, true],
      ['one digit', { efternamn: 'Ek', fornamn: 'Bo', personnummer: '198001012322' }, true],
      ['two neighbours swapped', { efternamn: 'Ek', fornamn: 'Bo', personnummer: '198010012222' }, true],
      ['another century', { efternamn: 'Ek', fornamn: 'Bo', personnummer: '188001012222' }, true],
      ['a given name that begins the same', { efternamn: 'Berg', fornamn: 'Evamaj', personnummer: '195505055551' }, true],
      ['a given name that is the beginning', { efternamn: 'Berg', fornamn: 'Bo Mari', personnummer: '195505055552' }, true],
      ['one that begins so in a double name', { efternamn: 'Berg', fornamn: 'Bo-Evald', personnummer: '195505055553' }, true],
      ['too short a beginning', { efternamn: 'Berg', fornamn: 'Ma', personnummer: '195505055554' }, false],
      ['a beginning of another surname', { efternamn: 'Ek', fornamn: 'Evald', personnummer: '195505055559' }, false],
      ['only the surname', { efternamn: 'Berg', fornamn: 'Nils', personnummer: '195505055555' }, false],
      ['only the first name', { efternamn: 'Ek', fornamn: 'Eva', personnummer: '195505055556' }, false],
      ['a surname that begins the same', { efternamn: 'Bergman', fornamn: 'Eva', personnummer: '195505055557' }, false],
    ];
    fill(replica, [personRecord(uuid(1), self), ...others.map(([, person], n) => personRecord(uuid(10 + n), person))]);
    const found = new Set(replica.lookAlikes(uuid(1), 10));
    expect(others.filter((_, n) => found.has(uuid(10 + n))).map(([name]) => name)).toEqual(
      others.filter(([, , is]) => is).map(([name]) => name),
    );
    expect(found.has(uuid(1))).toBe(false);
    expect(replica.lookAlikes(uuid(1), 2)).toHaveLength(2);
    expect(replica.lookAlikes(uuid(404), 2)).toEqual([]);
  });

  it('a number has a hundred near ones, and itself', () => {
    expect(similarNumbers('8001012222')).toContain('8001012222');
    expect(similarNumbers('8001012222')).toContain('8001012223');
    expect(similarNumbers('8001012222')).not.toContain('8001013223');
  });
});
