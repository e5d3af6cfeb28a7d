import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { databaseOf } from '../store/database-of.ts';
import { type Act, createAct } from '../sync/act.ts';
import { changeScope } from '../testing/change-scope.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { systemClock } from '../util/clock.ts';
import { mayName, protectNamed } from './protect-named.ts';

const mor = '189001019802';
let skyddEnligtRegistret: Person['skydd'] = 'ingen';
const kir = {
  sok: async (personnummer: string): Promise<KirPost> => ({
    ...{ personnummer, efternamn: 'Åkesson', fornamn: 'Greta', folkbokfordIKommunen: true },
    skydd: personnummer === mor ? skyddEnligtRegistret : 'ingen',
  }),
};
const at = testServer({ kir });

/** Märta's hushåll names her mother, who is a kund of her own; Anna may not see the protected, Cecilia may. */
async function named() {
  const kommun = await at.kommun();
  const { tenant, akter } = kommun;
  const [anna, cecilia] = [await kommun.client(), await kommun.client('skydd')];
  const modern = (more: Partial<Person> = {}) =>
    person({ personnummer: mor, efternamn: 'Åkesson', fornamn: 'Greta', rev: randomUUID(), ...more });
  const setSkydd = (skydd: Person['skydd'], more: Partial<Person> = {}) =>
    changeScope(at.server.store, tenant, akter[1].scope, [
      { op: 'put', type: 'person', id: akter[1].personId, data: modern({ skydd, ...more }) },
    ]);
  const medlemId = randomUUID();
  const data = { namn: 'Åkesson, Greta', personnummer: mor, relation: 'Mor', vardnadshavare: true, registerledare: false };
  const { personId } = akter[0];
  const save = () =>
    cecilia.pushed(cecilia.command('hushall.spara', { personId, bas: [], medlemmar: [{ id: medlemId, data }], rev: randomUUID() }));
  return { ...kommun, anna, cecilia, setSkydd, save, medlemId, personId, data };
}
/** A kund is registered: the register is asked about those it could not be asked about before. */
const nyKund = () => ({
  personId: randomUUID(),
  enhet: 'lss',
  kir: { status: 'ejTraff', at: '2026-11-20T08:00:00.000Z' },
  person: {
    ...{ personnummer: '199001012385', nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: 'Kund' },
    ...{ civilstand: '', folkbokfordIKommunen: true, skydd: 'ingen' },
  },
  rev: randomUUID(),
});
const holds = async (client: Awaited<ReturnType<typeof named>>['anna'], id: string) => {
  await client.catchUp();
  return client.held.has(id);
};

it.each(['kontakt.spara', 'godkannande.registrera', 'hushall.spara', 'eansokan.taEmot'])(
  'FRAGA-62 who is named by %s is looked at at once',
  (command) => expect(mayName(command)).toBe(true),
);

it('FRAGA-62 a protected kund who is added to another’s hushåll is there for the smallest circle alone', async () => {
  const { anna, cecilia, setSkydd, save, medlemId, personId } = await named();
  await setSkydd('skyddadFolkbokforing');
  await save();
  await expect.poll(() => holds(anna, medlemId)).toBe(false);
  expect(anna.held.has(personId)).toBe(true);
  expect(await holds(cecilia, medlemId)).toBe(true);
  expect(JSON.stringify([...anna.held.values()])).not.toMatch(/Greta|189001019802/);
});

it('FRAGA-62 who is protected later leaves the hushåll of others too, by a lost right, and comes back with it', async () => {
  const { anna, cecilia, setSkydd, save, medlemId, personId, data, tenant, akter, users } = await named();
  await setSkydd('ingen');
  await save();
  expect(await holds(anna, medlemId)).toBe(true);
  await setSkydd('skyddadFolkbokforing');
  // Any save that may name somebody has it looked at; by the clock it is besides.
  const andra = { id: randomUUID(), data: { ...data, namn: 'Åkesson, Ulf', personnummer: '' } };
  const spara = { personId: akter[1].personId, bas: [], medlemmar: [andra], rev: randomUUID() };
  expect((await cecilia.pushed(cecilia.command('hushall.spara', spara))).results).toMatchObject([{ outcome: 'ok' }]);
  await expect.poll(() => holds(anna, medlemId)).toBe(false);
  expect(JSON.stringify([...anna.held.values()])).not.toMatch(/Greta|189001019802/);

  // Nor does the log of the akt tell her of that one, where a chef without the right reads it.
  const rader = async (client: typeof anna) => JSON.stringify((await client.send(`/akter/${personId}/historik`)).body);
  const chef = (skyddadBehorighet: boolean) => {
    const { id, data: user } = skyddadBehorighet ? users.skydd : users.anna;
    return changeScope(at.server.store, tenant, 'katalog', [
      { op: 'put', type: 'anvandare', id, data: { ...user, roller: ['enhetschef', 'lssHandlaggare'] } },
    ]);
  };
  await chef(false);
  await chef(true);
  expect(await rader(cecilia)).toContain('Greta');
  expect(await rader(anna)).toContain('hushall.spara');
  expect(await rader(anna)).not.toMatch(/Greta|189001019802|hushall\.skydda/);

  // Anna saves the hushåll as she knows it: the one she may not know of stays.
  const annanRev = randomUUID();
  const annan = { id: randomUUID(), data: { ...data, namn: 'Åkesson, Bo', personnummer: '', relation: 'Far' } };
  const { results } = await anna.pushed(anna.command('hushall.spara', { personId, bas: [], medlemmar: [annan], rev: annanRev }));
  expect(results).toMatchObject([{ outcome: 'ok' }]);
  expect([await holds(cecilia, medlemId), await holds(cecilia, annan.id)]).toEqual([true, true]);

  // Nor when the hushåll no longer has her.
  const rev = (id: string) => (cecilia.held.get(id)?.data as { rev: string } | undefined)?.rev;
  const bas = [medlemId, annan.id].map((id) => ({ id, rev: rev(id) }));
  const kvar = { personId, bas, medlemmar: [annan], rev: randomUUID() };
  expect((await cecilia.pushed(cecilia.command('hushall.spara', kvar))).results).toMatchObject([{ outcome: 'ok' }]);
  expect(await rader(cecilia)).toMatch(/Greta.*hushall\.skydda|hushall\.skydda.*Greta/);
  expect(await rader(anna)).not.toMatch(/Greta|189001019802|hushall\.skydda/);

  const tillbaka = { personId, bas: [{ id: annan.id, rev: kvar.rev }], medlemmar: [annan, { id: medlemId, data }], rev: randomUUID() };
  expect((await cecilia.pushed(cecilia.command('hushall.spara', tillbaka))).results).toMatchObject([{ outcome: 'ok' }]);
  await expect.poll(() => holds(anna, medlemId)).toBe(false);

  await setSkydd('ingen');
  const utan = { personId, bas: [{ id: annan.id, rev: tillbaka.rev }], medlemmar: [], rev: randomUUID() };
  expect((await anna.pushed(anna.command('hushall.spara', utan))).results).toMatchObject([{ outcome: 'ok' }]);
  await expect.poll(() => holds(anna, medlemId)).toBe(true);
  const log = await databaseOf(at.server.store)
    .selectFrom('command_log')
    .select(['name', 'outcome'])
    .where('tenant', '=', tenant)
    .execute();
  expect(log.filter(({ name }) => name === 'hushall.skydda').every(({ outcome }) => outcome === 'ok')).toBe(true);
});

it('FRAGA-62 a contact of whom the number is known has the protection of the kund they are, and loses it with them', async () => {
  const { anna, cecilia, setSkydd, personId, users, tenant } = await named();
  await setSkydd('skyddadFolkbokforing');
  const kontaktId = randomUUID();
  const rev = randomUUID();
  const kontakt = { typ: 'anhorig', namn: 'Åkesson, Greta', personnummer: mor, telefon: '042-10 00 00', rev };
  const spara = { personId, kontaktId, basRev: null, kontakt };
  expect((await cecilia.pushed(cecilia.command('kontakt.spara', spara, { version: 2 }))).results).toMatchObject([{ outcome: 'ok' }]);
  await expect.poll(() => holds(anna, kontaktId)).toBe(false);
  expect(await holds(cecilia, kontaktId)).toBe(true);
  expect(JSON.stringify([...anna.held.values()])).not.toMatch(/Greta|189001019802/);
  const { id, data: user } = users.anna;
  await changeScope(at.server.store, tenant, 'katalog', [
    { op: 'put', type: 'anvandare', id, data: { ...user, roller: ['enhetschef', 'lssHandlaggare'] } },
  ]);
  const rader = JSON.stringify((await anna.send(`/akter/${personId}/historik`)).body);
  expect(rader).not.toMatch(/Greta|189001019802|kontakt\.skydda/);

  await setSkydd('ingen');
  const annan = { personId, kontaktId: randomUUID(), basRev: null, kontakt: { typ: 'ovrig', namn: 'Ek, Bo', rev: randomUUID() } };
  await anna.pushed(anna.command('kontakt.spara', annan, { version: 2 }));
  await expect.poll(() => holds(anna, kontaktId)).toBe(true);
});

it('FRAGA-62 where a contact lives leaves others’ akter when they are protected in any way as a kund, and the log of those', async () => {
  const { anna, cecilia, setSkydd, personId, users, tenant } = await named();
  await setSkydd('ingen');
  const kontaktId = randomUUID();
  const kontakt = { typ: 'anhorig', namn: 'Åkesson, Greta', personnummer: mor, telefon: '042-10 00 00', adress: 'Gömslevägen 77' };
  const spara = (id: string, mer: object) =>
    anna.pushed(anna.command('kontakt.spara', { personId, kontaktId: id, basRev: null, kontakt: { ...kontakt, ...mer } }, { version: 2 }));
  await spara(kontaktId, { rev: randomUUID() });
  const data = async (client: typeof anna) => {
    await client.catchUp();
    return client.held.get(kontaktId)?.data;
  };
  expect(await data(anna)).toMatchObject({ adress: 'Gömslevägen 77' });
  await setSkydd('sekretessmarkering');
  // Written in ignorance of it; any save that may name somebody has all looked at.
  const senare = randomUUID();
  await spara(senare, { rev: randomUUID() });
  await expect.poll(() => data(anna)).toMatchObject({ namn: 'Åkesson, Greta', telefon: '042-10 00 00', adressSkyddad: true });
  const allt = async () => {
    await anna.catchUp();
    return JSON.stringify([...anna.held.values()]);
  };
  await expect.poll(allt).not.toContain('Gömslevägen');
  const { id, data: user } = users.anna;
  await changeScope(at.server.store, tenant, 'katalog', [
    { op: 'put', type: 'anvandare', id, data: { ...user, roller: ['enhetschef', 'lssHandlaggare'] } },
  ]);
  const rader = async () => JSON.stringify((await anna.send(`/akter/${personId}/historik`)).body);
  expect(await rader()).toContain('042-10 00 00');
  expect(await rader()).not.toContain('Gömslevägen');
  expect(await at.server.store.namedMembers(tenant), 'once').toEqual([]);

  await setSkydd('skyddadFolkbokforing');
  await spara(randomUUID(), { personnummer: null, namn: 'Ek, Bo', adress: '', rev: randomUUID() });
  await expect.poll(() => holds(anna, kontaktId)).toBe(false);
  await setSkydd('ingen');
  await spara(randomUUID(), { personnummer: null, namn: 'Ek, Ulf', adress: '', rev: randomUUID() });
  await expect.poll(() => data(anna)).toBeDefined();
  expect(await data(cecilia)).not.toHaveProperty('adressSkyddad');
});

it('FRAGA-62 a protection that the server itself lays in an akt is passed on at once too', async () => {
  const { anna, cecilia, setSkydd, save, medlemId } = await named();
  await setSkydd('ingen', { kir: { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' } });
  await save();
  expect(await holds(anna, medlemId)).toBe(true);
  skyddEnligtRegistret = 'skyddadFolkbokforing';
  expect((await cecilia.pushed(cecilia.command('person.registrera', nyKund()))).results).toMatchObject([{ outcome: 'ok' }]);
  await expect.poll(() => holds(anna, medlemId), { timeout: 30_000 }).toBe(false);
});

it('FRAGA-62 a protection that cannot be passed on is told to operations, and holds up no other', async () => {
  const { setSkydd, save, medlemId, personId, tenant, akter } = await named();
  await setSkydd('ingen');
  await save();
  const db = databaseOf(at.server.store);
  const broken = { id: randomUUID(), type: 'kontakt', scope: akter[0].scope, version: 1, schema: 1, data: '[]', buckets: ['org:lss'] };
  await db
    .insertInto('record')
    .values({ tenant, ...broken })
    .execute();
  const told: unknown[] = [];
  const toldAside: unknown[] = [];
  const act = createAct({
    ...{ store: at.server.store, rulebook, clock: systemClock, hooks: {} },
    onSetAside: (_, { name }) => toldAside.push(name),
  });
  const gone = { type: 'hushallsmedlem' as const, scope: akter[1].scope, id: randomUUID(), skydd: 'skyddadFolkbokforing' as const };
  const job = protectNamed(
    async () => [{ type: 'hushallsmedlem', scope: akter[0].scope, id: medlemId, skydd: 'skyddadFolkbokforing' }, gone],
    act,
    (about) => told.push(about),
  );
  await job.run(tenant);
  expect(told).toEqual([{ tenant, personId, id: medlemId, code: 'akt-olaslig' }]);
  expect(toldAside).toEqual(['hushall.skydda']);
  const log = await db.selectFrom('command_log').select(['name', 'code']).where('tenant', '=', tenant).orderBy('seq').execute();
  expect(log.filter(({ name }) => name === 'hushall.skydda')).toMatchObject([{ code: 'akt-olaslig' }, { code: 'finns-inte' }]);
});

it('FRAGA-06 FRAGA-62 so is one who is named there by a number she had before; not a number that is somebody else’s today', async () => {
  const { anna, setSkydd, save, medlemId, akter, tenant } = await named();
  await setSkydd('ingen', { personnummer: '198001022394', tidigareNummer: [mor] });
  await save();
  await expect.poll(() => holds(anna, medlemId)).toBe(true);
  const run = protectNamed(
    at.server.store.namedMembers,
    createAct({ store: at.server.store, rulebook, clock: systemClock, hooks: {} }),
    () => {
      throw new Error('refused');
    },
  ).run;
  await setSkydd('skyddadFolkbokforing', { personnummer: '198001022394', tidigareNummer: [mor] });
  await run(tenant);
  expect(await holds(anna, medlemId)).toBe(false);
  expect(await at.server.store.protectedNumbers(tenant)).toContain(mor);
  expect(await at.server.store.namedMembers(tenant), 'once').toEqual([]);
  // Somebody has the number: it had been typed wrong.
  const { personId } = akter[0];
  const enAnnan = randomUUID();
  await changeScope(at.server.store, tenant, `akt:${enAnnan}`, [
    { op: 'put', type: 'person', id: enAnnan, data: person({ personnummer: mor, rev: personId }) },
  ]);
  await run(tenant);
  expect(await holds(anna, medlemId)).toBe(true);
  expect(await at.server.store.namedMembers(tenant), 'once').toEqual([]);
});

it('FRAGA-62 what was written while protections were laid is protected the next time round; there is an end to it', async () => {
  const { tenant } = await named();
  const left = { type: 'meddelande' as const, scope: `meddelande:${randomUUID()}`, skydd: 'skyddadFolkbokforing' as const };
  const varv = [[{ ...left, id: 'a' }], [{ ...left, id: 'b' }], []];
  const gjorda: unknown[] = [];
  const act: Act = async (_, __, { input }) => {
    gjorda.push((input as { meddelandeId: string }).meddelandeId);
    return { outcome: 'ok' } as Awaited<ReturnType<Act>>;
  };
  await protectNamed(
    async () => varv.shift() ?? [],
    act,
    () => undefined,
  ).run(tenant);
  expect(gjorda).toEqual(['a', 'b']);
  gjorda.length = 0;
  await protectNamed(
    async () => [{ ...left, id: 'c' }],
    act,
    () => undefined,
  ).run(tenant);
  expect(gjorda).toEqual(['c', 'c', 'c']);
});
