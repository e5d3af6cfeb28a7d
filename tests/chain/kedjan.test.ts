import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseOf } from '../../server/store/database-of.ts';
import { seedTenant } from '../../server/store/seed.ts';
import { testServer } from '../../server/testing/server.ts';
import { aktAv } from '../../shared/domain/akt.ts';
import { aktFel } from '../../shared/domain/arende/akt-fel.ts';
import { attAvsluta } from '../../shared/domain/arende/att-avsluta.ts';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { recordTypes } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fallen, katalogensInsatser, pahittadInsats } from './fall.ts';
import { gangar, korKedjan } from './kedja.ts';
import { kommun, today } from './kommun.ts';
import { klienter, rentRegelverk } from './varldar.ts';

// Whatever is in the catalogue goes through the chain, and one insats that is nowhere but in the test's own data.
const insatser = [...katalogensInsatser, pahittadInsats(katalogensInsatser)];
const municipality = kommun(insatser);
const fall = fallen(insatser);
const iRegelverket = gangar(fall, municipality);
const hosKlienterna = iRegelverket.map((gang) => ({ ...gang, steg: [] as string[] }));
const users: Actor[] = [municipality.lss, municipality.bistand, ...municipality.personal.values()];

const regelverk = rentRegelverk(municipality.records);
const servern = testServer();
let datorer: ReturnType<typeof klienter>;
let poster: { id: string; type: string; scope: string; data: unknown; buckets: string[] }[] = [];

beforeAll(async () => {
  const { server } = servern;
  await seedTenant(server.store, 'kedja', 'Kedjeby', municipality.records as Parameters<typeof seedTenant>[3]);
  datorer = klienter(server.url, 'kedja');
  await korKedjan(regelverk, municipality, iRegelverket);
  await korKedjan(datorer, municipality, hosKlienterna);
  poster = (await databaseOf(server.store).selectFrom('record').selectAll().where('tenant', '=', 'kedja').execute()) as typeof poster;
}, 120_000);
afterAll(() => datorer?.stang());

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sorterade = (records: { id: string; type: string; data: unknown }[]) =>
  records.map(({ id, type, data }) => ({ id, type, data: plain(data) })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('every row of the decision catalogue: kund → aktualisering → utredning → beslut → beställning → verkställighet → avslut', () => {
  test.each(fall.map((ett, index) => [ett.namn, index] as const))('%s', (_, index) => {
    const [rent, hos] = [iRegelverket[index], hosKlienterna[index]];
    if (!rent || !hos) throw new Error('no such case');
    const { personId, fall: ett } = rent;
    expect([rent.fel, hos.fel]).toEqual([undefined, undefined]);
    expect(hos.steg).toEqual(rent.steg);
    expect(rent.steg.at(-1)).toBe('arende.avsluta');
    const bestalls = ett.utfall === 'bifall' && ett.insats.data.bestallning !== undefined;
    expect(rent.steg.includes('bestallning.nyEfterAvbrott')).toBe(bestalls);
    expect(rent.steg.includes('uppfoljning.genomfor')).toBe(ett.utfall === 'bifall');

    const akt = aktAv(regelverk.vy(municipality.lss, personId));
    expect(aktFel(akt)).toEqual([]);
    expect(attAvsluta(akt, today).delar).toEqual([]);
    const { kod, namn } = ett.utfall === 'bifall' ? ett.insats.data.bifall : (ett.insats.data.avslag ?? {});
    if (kod) expect(akt.beslut.map(({ data }) => [data.beslutskod, data.beslutsnamn])).toContainEqual([kod, namn]);

    const regelverkets = sorterade([...regelverk.akt(personId)].map(([id, post]) => ({ id, ...post })));
    expect(regelverkets.length).toBeGreaterThan(3);
    expect(sorterade(poster.filter(({ scope }) => scope === aktScope(personId)))).toEqual(regelverkets);
    const hosHandlaggaren = recordTypes.flatMap((type) =>
      datorer
        .replika(rent.agare)
        .inScope(aktScope(personId), type)
        .map(({ id, data }) => ({ id, type, data })),
    );
    expect(sorterade(hosHandlaggaren)).toEqual(regelverkets);
  });

  test('the server refused nothing, and every computer holds what the server has for its user', () => {
    expect(datorer.avvisade()).toEqual([]);
    for (const user of users) {
      const granted = bucketsOfAnvandare(user);
      const expected = poster.filter(({ buckets }) => buckets.some((bucket) => granted.includes(bucket)));
      expect([user.namn, datorer.replika(user).countRecords()]).toEqual([user.namn, expected.length]);
    }
  });

  test('an insats that is catalogue data alone, added to no code, is among them with each of its choices', () => {
    expect(katalogensInsatser.some(({ data }) => data.kod === 'NATTUGGLA')).toBe(false);
    const namn = fall.filter(({ insats }) => insats.data.kod === 'NATTUGGLA').map((ett) => ett.namn);
    expect(namn).toEqual([
      'NATTUGGLA bifall nivå Ugglan, utförare 1',
      'NATTUGGLA bifall nivå Ugglan, utförare 2',
      'NATTUGGLA bifall nivå Falken, utförare 1',
      'NATTUGGLA bifall nivå Falken, utförare 2',
      'NATTUGGLA bifall, extern placering',
      'NATTUGGLA avslag',
    ]);
  });
});
