import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { deliverMessages } from '../jobs/deliver-messages.ts';
import { protectNamed } from '../jobs/protect-named.ts';
import { createPortalMessages } from '../portal/messages.ts';
import { changeScope } from '../testing/change-scope.ts';
import type { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { systemClock } from '../util/clock.ts';
import { createAct } from './act.ts';

const at = testServer();
const door = () => createAct({ store: at.server.store, rulebook, clock: systemClock, hooks: {} });
const portal = () => createPortalMessages(at.server.store, door());

/** Märta has the e-service, Greta waits for the night; Anna, Bo and Cecilia (who may see the protected) are of the unit. */
async function kommunen() {
  const kommun = await at.kommun();
  const { tenant, users, akter } = kommun;
  const { store } = at.server;
  const [marta, greta] = akter;
  await changeScope(store, tenant, katalogScope, [
    {
      op: 'put',
      type: 'vardelista',
      id: randomUUID(),
      data: {
        lista: 'enhet',
        varden: [{ namn: 'LSS', kod: 'lss', brevlador: [{ kod: 'lss', namn: 'LSS Myndighet', medborgarnas: true }] }],
      },
    },
    { op: 'put', type: 'anvandare', id: users.bo.id, data: { ...users.bo.data, brevlador: [{ enhet: 'lss', kod: 'lss' }] } },
  ]);
  const etjanst = (lage: 'aktiv' | 'vantarPaNatten') => ({
    ...{ lage, inkomstblankett: true, rev: randomUUID() },
    begard: { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-18T08:00:00.000Z' },
  });
  await changeScope(store, tenant, marta.scope, [{ op: 'put', type: 'etjanst', id: etjanstId(marta.personId), data: etjanst('aktiv') }]);
  await changeScope(store, tenant, greta.scope, [
    {
      op: 'put',
      type: 'person',
      id: greta.personId,
      data: person({ personnummer: '189001019802', efternamn: 'Åkesson', fornamn: 'Greta' }),
    },
    { op: 'put', type: 'etjanst', id: etjanstId(greta.personId), data: etjanst('vantarPaNatten') },
  ]);
  const aktivera = () =>
    changeScope(store, tenant, greta.scope, [{ op: 'put', type: 'etjanst', id: etjanstId(greta.personId), data: etjanst('aktiv') }]);
  const [anna, bo, skydd] = [await kommun.client('anna'), await kommun.client('bo'), await kommun.client('skydd')];
  for (const one of [anna, bo, skydd]) await one.catchUp();
  return { ...kommun, marta, greta, aktivera, anna, bo, skydd };
}
const skicka = (client: TestClient, personId: string, over: object = {}) => {
  const meddelandeId = randomUUID();
  const input = {
    ...{ gruppId: meddelandeId, delar: [{ meddelandeId, personId, till: [{ slag: 'kund' }] }], amne: 'Kallelse', text: 'Välkommen!' },
    ...{ bilagor: [], laskvitto: false, bekraftad: false, ...over },
  };
  return { meddelandeId, kommando: client.command('meddelande.skicka', input, { version: 1 }) };
};
const svar = ({ results }: { results: { outcome: string; code?: string }[] }) => results.map(({ code, outcome }) => code ?? outcome);
type Brev = {
  till: { levererat?: string; oppnat?: string; uteblivet?: { kod: string }; namn: string }[];
  skyddad?: true;
  fran: { namn: string };
};
const brev = (client: TestClient, id: string) => client.held.get(id)?.data as Brev | undefined;

it('MEDD-01 MEDB-01 what is sent to a kund is in her e-service in the same transaction, with nothing that is not hers; opening it is told the sender', async () => {
  const { tenant, marta, greta, anna, bo } = await kommunen();
  const { meddelandeId, kommando } = skicka(anna, marta.personId);
  expect(svar(await anna.pushed(kommando))).toEqual(['ok']);
  const who = { personId: marta.personId };
  const [rad, ...fler] = await portal().messagesFor(tenant, who);
  expect(fler).toEqual([]);
  expect(rad).toMatchObject({
    meddelandeId,
    riktning: 'till',
    fran: 'Anna Ek, LSS-handläggare',
    amne: 'Kallelse',
    text: 'Välkommen!',
    oppnat: null,
  });
  expect(await portal().messagesFor(tenant, { personId: greta.personId })).toEqual([]);
  expect(await portal().openMessage(tenant, { personId: greta.personId }, meddelandeId)).toBeUndefined();
  await portal().openMessage(tenant, who, meddelandeId);
  await portal().openMessage(tenant, who, meddelandeId);
  expect((await portal().messagesFor(tenant, who))[0]?.oppnat).not.toBeNull();
  await anna.catchUp();
  expect(brev(anna, meddelandeId)?.till[0]?.oppnat).toBeDefined();
  // Another handläggare of the unit does not read what Anna wrote.
  await bo.catchUp();
  expect(bo.held.has(meddelandeId)).toBe(false);
});

it('FORB-72 MEDD-12 what she answers is with her handläggare, in the mailbox and before the unit; sent twice it is there once', async () => {
  const { tenant, marta, anna, bo, client } = await kommunen();
  const message = { meddelandeId: randomUUID(), amne: 'Sv: Kallelse', text: 'Jag kommer.' };
  expect(await portal().answer(tenant, { personId: marta.personId }, message)).toMatchObject({ outcome: 'ok' });
  expect(await portal().answer(tenant, { personId: marta.personId }, message)).toMatchObject({ outcome: 'ok' });
  for (const one of [anna, bo]) {
    await one.catchUp();
    expect(one.held.get(message.meddelandeId)?.buckets).toContain('org:lss');
    expect(brev(one, message.meddelandeId)?.till.map(({ namn }) => namn)).toEqual(['Anna Ek', 'LSS Myndighet']);
  }
  expect(await portal().messagesFor(tenant, { personId: marta.personId })).toMatchObject([{ riktning: 'fran', text: 'Jag kommer.' }]);
  const utforare = await client('utforare');
  await utforare.catchUp();
  expect(utforare.held.has(message.meddelandeId)).toBe(false);
  // Two take it, each offline: one has it.
  const lada = { slag: 'brevlada', enhet: 'lss', kod: 'lss' };
  const ta = (one: TestClient) =>
    one.command(
      'meddelande.tagHand',
      { gruppId: message.meddelandeId, meddelandeId: message.meddelandeId, lada, lageId: randomUUID(), tar: true, sedd: null },
      { version: 1 },
    );
  expect(svar(await bo.pushed(ta(bo)))).toEqual(['ok']);
  // Anna does not read the mailbox.
  expect(svar(await anna.pushed(ta(anna)))).toEqual(['atkomst-saknas']);
});

it('FORB-63 what waited for the night goes out when it is done, once; what was taken back meanwhile is told and never sent', async () => {
  const { tenant, greta, anna, aktivera } = await kommunen();
  const { meddelandeId, kommando } = skicka(anna, greta.personId);
  expect(svar(await anna.pushed(kommando))).toEqual(['ok']);
  const refused: unknown[] = [];
  const job = deliverMessages(at.server.store.waitingMessages, door(), (about) => refused.push(about));
  const hennes = () => portal().messagesFor(tenant, { personId: greta.personId });
  await job.run(tenant);
  expect(await hennes()).toEqual([]);
  await aktivera();
  await Promise.all([job.run(tenant), job.run(tenant)]);
  expect(await hennes()).toMatchObject([{ meddelandeId }]);
  expect(await at.server.store.waitingMessages(tenant)).toEqual([]);
  await anna.catchUp();
  expect(brev(anna, meddelandeId)?.till[0]?.levererat).toBeDefined();
  expect(refused).toEqual([]);
});

it('FORB-63 of taking back and the night’s delivery at the same moment one is, and the other is told; a document marked as wrong meanwhile is not given out', async () => {
  const { tenant, greta, anna, aktivera, akter } = await kommunen();
  const job = deliverMessages(at.server.store.waitingMessages, door(), (about) => {
    throw new Error(JSON.stringify(about));
  });
  const hennes = () => portal().messagesFor(tenant, { personId: greta.personId });
  const forst = skicka(anna, greta.personId);
  expect(svar(await anna.pushed(forst.kommando))).toEqual(['ok']);
  const dokumentId = randomUUID();
  const handling = (over: object = {}) =>
    changeScope(at.server.store, tenant, greta.scope, [
      {
        op: 'put',
        type: 'dokument',
        id: dokumentId,
        data: {
          ...{
            rubrik: 'Kallelse',
            typ: 'Kallelse',
            knytsTill: { type: 'utredning', id: randomUUID() },
            sha256: 'a'.repeat(64),
          },
          ...{ storlek: 9, sidor: 1, skapad: { anvandareId: akter[0].personId, namn: 'Anna Ek', at: '2026-11-18T08:00:00.000Z' }, ...over },
        } as never,
      },
    ]);
  await handling();
  await anna.catchUp();
  const med = skicka(anna, greta.personId, { bilagor: [{ personId: greta.personId, dokumentId }] });
  expect(svar(await anna.pushed(med.kommando))).toEqual(['ok']);
  await handling({ felmarkerad: { anvandareId: akter[0].personId, namn: 'Anna Ek', at: '2026-11-19T08:00:00.000Z', orsak: 'Fel' } });
  await aktivera();
  const bilagor = (await at.server.store.waitingMessages(tenant)).map((en) => en.bilagor);
  expect(bilagor.sort((a, b) => a.length - b.length)).toEqual([[], [{ personId: greta.personId, dokumentId }]]);
  const ta = anna.command('meddelande.taTillbaka', { gruppId: forst.meddelandeId, meddelandeId: forst.meddelandeId }, { version: 1 });
  const [tagen] = await Promise.all([anna.pushed(ta), job.run(tenant)]);
  const gick = (await hennes()).map(({ meddelandeId }) => meddelandeId);
  expect(gick).toEqual(svar(tagen)[0] === 'ok' ? [] : [forst.meddelandeId]);
  expect(['ok', 'meddelande-redan-skickat']).toContain(svar(tagen)[0]);
  await anna.catchUp();
  expect(brev(anna, med.meddelandeId)?.till[0]?.uteblivet?.kod).toBe('dokument-felmarkerat');
  expect(await at.server.store.waitingMessages(tenant)).toEqual([]);
});

it('FORB-65 of sending and taking back at the same moment the last counts: nothing goes to whose e-service has ended', async () => {
  const { tenant, marta, anna, bo } = await kommunen();
  const stored = anna.held.get(etjanstId(marta.personId))?.data as { rev: string } | undefined;
  const av = { basRev: stored?.rev, rev: randomUUID(), meddelande: false, inkomstblankett: true };
  const avsluta = bo.command('etjanst.spara', { personId: marta.personId, ...av }, { version: 1 });
  const { kommando } = skicka(anna, marta.personId);
  const [slut, sant] = await Promise.all([bo.pushed(avsluta), anna.pushed(kommando)]);
  const rader = await portal().messagesFor(tenant, { personId: marta.personId });
  expect([svar(slut), ['ok', 'etjanst-avslutad'].includes(svar(sant)[0] ?? '')]).toEqual([['ok'], true]);
  expect(rader).toHaveLength(svar(sant).includes('ok') ? 1 : 0);
  const sedan = skicka(anna, marta.personId);
  expect(svar(await anna.pushed(sedan.kommando))).toEqual(['etjanst-avslutad']);
});

it('FRAGA-62 a kund who becomes protected takes her messages with her, and their state; opened again they come back', async () => {
  const { tenant, users, marta, anna, bo, skydd } = await kommunen();
  const message = { meddelandeId: randomUUID(), amne: 'Fråga', text: 'När?' };
  await portal().answer(tenant, { personId: marta.personId }, message);
  await anna.catchUp();
  const las = {
    ...{ gruppId: message.meddelandeId, meddelandeId: message.meddelandeId, lageId: randomUUID(), last: true },
    lada: { slag: 'anvandare', anvandareId: users.anna.id },
  };
  expect(svar(await anna.pushed(anna.command('meddelande.las', las, { version: 1 })))).toEqual(['ok']);
  const satt = (over: object) =>
    changeScope(at.server.store, tenant, marta.scope, [{ op: 'put', type: 'person', id: marta.personId, data: { ...person(), ...over } }]);
  const job = protectNamed(at.server.store.namedMembers, door(), () => undefined);
  await satt({ skydd: 'skyddadFolkbokforing' });
  await job.run(tenant);
  for (const one of [anna, bo, skydd]) await one.catchUp();
  const hos = [anna, bo, skydd].map((one) => [one.held.has(message.meddelandeId), one.held.has(las.lageId)]);
  expect(hos).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(await at.server.store.namedMembers(tenant)).toEqual([]);
  await satt({ skydd: 'ingen' });
  await job.run(tenant);
  await anna.catchUp();
  expect(brev(anna, message.meddelandeId)?.skyddad).toBeUndefined();
});
