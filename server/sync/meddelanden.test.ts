import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Beslut } from '../../shared/domain/beslut/records.ts';
import { brevmarke } from '../../shared/domain/beslut/samma-brev.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { deliverMessages } from '../jobs/deliver-messages.ts';
import { protectNamed } from '../jobs/protect-named.ts';
import { sendBeslut } from '../jobs/send-beslut.ts';
import { createPortalMessages } from '../portal/messages.ts';
import { changeScope } from '../testing/change-scope.ts';
import type { TestClient } from '../testing/client.ts';
import { filed, put } from '../testing/dokument.ts';
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

/** A beslut of Märta's that is to go to her e-service, saved by Anna. */
async function beslutet(kommun: Awaited<ReturnType<typeof kommunen>>, over: object = {}) {
  const { tenant, marta, users } = kommun;
  const { store } = at.server;
  const [beslutId, rev] = [randomUUID(), randomUUID()];
  const data: Beslut = {
    ...{ enhet: 'lss', utredningId: marta.utredningId, beslutskod: 'KP', beslutsnamn: 'LSS Kontaktperson Bifall', utfall: 'bifall', rev },
    ...{ insatskategori: 'LSS', beslutsdatum: '2026-11-18', giltigFran: '2026-11-18' },
    beslutsfattare: { slag: 'handlaggare', anvandareId: users.anna.id, namn: 'Anna Ek' },
    utskick: { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-18T09:00:00.000Z' },
    ...over,
  };
  const spara = (mer: Partial<Beslut> = {}) =>
    changeScope(store, tenant, marta.scope, [{ op: 'put', type: 'beslut', id: beslutId, data: { ...data, ...mer } }]);
  await spara();
  const knytsTill = { type: 'beslut', id: beslutId };
  /** Files a letter; answers how its bytes are given. */
  const brevet = async (slag: 'beslut' | 'beslutsmeddelande') => {
    const bytes = Buffer.from(`%PDF-1.7 ${slag} ${beslutId}`);
    const underlag = [{ type: brevmarke(slag), id: rev }];
    const id = await filed(kommun.anna, kommun, bytes, { rubrik: slag, typ: 'Beslut', knytsTill, underlag });
    return () => put(kommun.anna, id, bytes);
  };
  const left: unknown[] = [];
  const job = sendBeslut({
    waiting: (of) => store.waitingUtskick(of, 'etjanst'),
    ...{ act: door(), clock: systemClock, onLeft: (about) => left.push(about) },
    catalogue: async () => ({ katalogLista: () => [] }),
  });
  const stored = async () => {
    await kommun.anna.catchUp();
    return kommun.anna.held.get(beslutId)?.data as Beslut;
  };
  const hennes = async () => (await portal().messagesFor(tenant, { personId: marta.personId })).filter(({ beslut }) => beslut !== null);
  return { beslutId, spara, brevet, job, stored, hennes, left };
}

it('AUTO-01 FORB-75 a beslut goes out once, when its letters and their bytes are here, however many look; opening the PDF is the day she got it', async () => {
  const kommun = await kommunen();
  const { tenant, marta } = kommun;
  const { beslutId, brevet, job, stored, hennes, left } = await beslutet(kommun);
  const bytes = [await brevet('beslut'), await brevet('beslutsmeddelande')];
  await bytes[0]?.();
  await job.run(tenant);
  expect(await hennes(), 'she is told of nothing that she cannot open').toEqual([]);
  expect((await stored()).utskick).not.toHaveProperty('skickat');
  await bytes[1]?.();
  await Promise.all([job.run(tenant), job.run(tenant)]);
  const [rad, ...fler] = await hennes();
  expect(fler).toEqual([]);
  expect(rad).toMatchObject({
    fran: 'Anna Ek, LSS-handläggare',
    beslut: [beslutId],
    oppnat: null,
    bilagor: [{ del: 'beslut' }, { del: 'beslutsmeddelande' }],
  });
  expect(await at.server.store.waitingUtskick(tenant, 'etjanst')).toEqual([]);
  expect((await stored()).partTagitDel, 'that it was sent proves nothing').toBeUndefined();
  const who = { personId: marta.personId };
  if (!rad) throw new Error('nothing was sent');
  await portal().openMessage(tenant, who, rad.meddelandeId);
  expect((await stored()).utskick).not.toHaveProperty('oppnat');
  for (const nr of [1, 0]) await portal().openAttachment(tenant, who, rad, nr);
  expect(await stored()).toMatchObject({
    utskick: { oppnat: expect.any(String) },
    partTagitDel: { dag: swedishDay(new Date().toISOString()), namn: 'E-tjänsten' },
  });
  expect(left).toEqual([]);
});

it('FORB-59 FRAGA-62 of a beslut that is sent and a kund who is protected at the same moment the last counts; what is felmarkerat goes nowhere', async () => {
  const kommun = await kommunen();
  const { tenant, marta, users } = kommun;
  const ett = await beslutet(kommun);
  for (const give of [await ett.brevet('beslut'), await ett.brevet('beslutsmeddelande')]) await give();
  const fel = {
    felmarkerad: true,
    felmarkering: { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-19T09:00:00.000Z', orsak: 'Fel' },
  };
  const annat = await beslutet(kommun, fel);
  for (const give of [await annat.brevet('beslut'), await annat.brevet('beslutsmeddelande')]) await give();
  await Promise.all([
    ett.job.run(tenant),
    changeScope(at.server.store, tenant, marta.scope, [
      { op: 'put', type: 'person', id: marta.personId, data: person({ skydd: 'sekretessmarkering' }) },
    ]),
  ]);
  await ett.job.run(tenant);
  const { utskick } = await ett.stored();
  const rader = await ett.hennes();
  expect([utskick?.skickat !== undefined, utskick?.uteblivet !== undefined].filter(Boolean)).toHaveLength(1);
  expect(rader.map(({ beslut }) => beslut)).toEqual(utskick?.skickat ? [[ett.beslutId]] : []);
  const uppgifter = [...kommun.anna.held.values()].filter(({ data }) => (data as { typ?: string } | null)?.typ === 'Skicka beslut');
  expect(uppgifter).toHaveLength(utskick?.uteblivet ? 1 : 0);
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

it('MINST-03 an absence that was set and a message that meets it may come in the same push: what comes after a change of the catalogue meets it', async () => {
  const { marta, anna, users } = await kommunen();
  const franvaro = { fran: '2026-01-01', tom: '2099-01-01', text: 'Jag är borta.' };
  const borta = anna.command('meddelande.installningar', { franvaro, basRev: null, rev: randomUUID() }, { version: 1 });
  const delar = (meddelandeId: string) => [
    { meddelandeId, personId: marta.personId, till: [{ slag: 'anvandare', anvandareId: users.anna.id }] },
  ];
  const meddelandeId = randomUUID();
  const tillSig = skicka(anna, marta.personId, { gruppId: meddelandeId, delar: delar(meddelandeId) });
  expect(svar(await anna.pushed(borta, tillSig.kommando))).toEqual(['ok', 'ok']);
  await anna.catchUp();
  const automatiska = [...anna.held.values()].filter(({ data }) => (data as { automatiskt?: true }).automatiskt);
  expect(automatiska.map(({ data }) => (data as { text: string }).text)).toEqual(['Jag är borta.']);
});
