import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Beslut } from '../../shared/domain/beslut/records.ts';
import { brevmarke } from '../../shared/domain/beslut/samma-brev.ts';
import type { Change } from '../../shared/domain/command.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { chooseBlobs } from '../blobs/choose-blobs.ts';
import { wholeOf } from '../blobs/receive.ts';
import type { DigitalPost } from '../digital-post/digital-post-port.ts';
import { type DigitalPostOn, sendDigitalPost } from '../jobs/send-digital-post.ts';
import { changeScope } from '../testing/change-scope.ts';
import { filed, put } from '../testing/dokument.ts';
import { formedlare, json } from '../testing/formedlare.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import type { Clock } from '../util/clock.ts';
import { createAct } from './act.ts';

/** The server's own job looks too, whenever it likes: it is told "not now" of everything, and changes nothing. */
const inteNu = async () => ({ slag: 'senare' as const, svar: '503' });
const at = testServer({ digitalPost: { isReachable: inteNu, deliver: inteNu } });
const nu = '2026-11-20T10:00:00.000Z';

/** A beslut of Märta's, who has no e-service, with its letters filed; and the job of a node, whose clock is set by hand. */
async function varlden() {
  const kommun = await at.kommun();
  const { tenant, users, akter } = kommun;
  const { store } = at.server;
  const [marta] = akter;
  const anna = await kommun.client('anna');
  await anna.catchUp();
  const [beslutId, rev, sandningId] = [randomUUID(), randomUUID(), randomUUID()];
  const data: Beslut = {
    ...{ enhet: 'lss', utredningId: marta.utredningId, beslutskod: 'KP', beslutsnamn: 'LSS Kontaktperson Bifall', utfall: 'bifall', rev },
    ...{ insatskategori: 'LSS', beslutsdatum: '2026-11-18', giltigFran: '2026-11-18' },
    beslutsfattare: { slag: 'handlaggare', anvandareId: users.anna.id, namn: 'Anna Ek' },
  };
  const change = (...changes: Change[]) => changeScope(store, tenant, marta.scope, changes);
  await change({ op: 'put', type: 'beslut', id: beslutId, data });
  const letters: Buffer[] = [];
  for (const slag of ['beslut', 'beslutsmeddelande'] as const) {
    const bytes = Buffer.from(`%PDF-1.7 ${slag} ${beslutId}`);
    const knytsTill = { type: 'beslut', id: beslutId };
    const id = await filed(anna, kommun, bytes, { rubrik: slag, typ: 'Beslut', knytsTill, underlag: [{ type: brevmarke(slag), id: rev }] });
    await put(anna, id, bytes);
    letters.push(bytes);
  }
  const valj = () =>
    anna.pushed(
      anna.command(
        'beslut.skickaDigitalt',
        { personId: marta.personId, beslutId, sandningId, sedda: [{ id: beslutId, rev }] },
        { version: 1 },
      ),
    );
  const clock = { at: Date.parse(nu) };
  const klocka: Clock = { now: () => new Date(clock.at) };
  const told: object[] = [];
  const vault = chooseBlobs({ at: { dir: join(at.blobDir, 'dokument') }, keyDir: join(at.blobDir, 'nycklar') }, store);
  const pace = iMinnet();
  const node = (port: DigitalPost | undefined, over: Partial<DigitalPostOn> = {}) =>
    sendDigitalPost({
      port,
      waiting: (of) => store.waitingUtskick(of, 'digitalPost'),
      catalogue: async () => ({ katalogLista: () => [] }),
      bytes: (of, document, sha256) => wholeOf(store, vault, of, document, sha256),
      pace,
      act: createAct({ store, rulebook, clock: klocka, hooks: {} }),
      clock: klocka,
      tell: { away: (about) => told.push(about), left: (about) => told.push(about) },
      ...over,
    });
  const sandning = async () => {
    await anna.catchUp();
    return (anna.held.get(beslutId)?.data as Beslut | undefined)?.digitalPost?.at(-1);
  };
  const uppgifter = () =>
    [...anna.held.values()].flatMap(({ data }) => {
      const { typ, text, status } = (data ?? {}) as { typ?: string; text?: string; status?: string };
      return typ === 'Skicka beslut' ? [[status, text]] : [];
    });
  return { ...kommun, marta, anna, beslutId, letters, valj, clock, node, sandning, uppgifter, told, change };
}
const minuter = (n: number): number => n * 60_000;

it('a beslut that somebody chose digital post for is asked about, handed over once however many nodes look, and has its receipt', async () => {
  const one = await varlden();
  const { tenant, node, sandning, letters } = one;
  const { asked, mailbox, port } = await formedlare();
  await node(port).run(tenant);
  expect(asked, 'nobody has chosen it').toEqual([]);
  await one.valj();
  await Promise.all([node(port).run(tenant), node(port).run(tenant)]);
  expect(mailbox.map(({ personalNumber, documents }) => [personalNumber, documents.map(({ bytes }) => bytes)])).toEqual([
    ['199904122380', letters],
  ]);
  const en = await sandning();
  expect(en).toMatchObject({
    fragad: { at: nu, svar: 'kanTaEmot', operator: 'Brevlådan AB' },
    lamnat: { at: expect.any(String), handlingar: [{ del: 'beslut' }, { del: 'beslutsmeddelande' }] },
    mottaget: { at: '2026-11-20T10:00:00.000Z', kvitto: expect.stringMatching(/^K-/) },
  });
  const before = asked.length;
  one.clock.at += minuter(120);
  await node(port).run(tenant);
  expect(asked).toHaveLength(before);
  expect(one.told).toEqual([]);
});

it.each([
  ['not-reachable', 'digital-post-ej-ansluten', 'Ta brevet med post: kunden har ingen digital brevlåda.'],
  ['opted-out', 'digital-post-avbojd', 'Ta brevet med post: kunden tar inte emot digital post från kommunen.'],
] as const)('%s: nothing is handed over, and it is a task to send by post', async (reachable, kod, text) => {
  const one = await varlden();
  const { mailbox, state, port, asked } = await formedlare();
  state.reachable = reachable;
  await one.valj();
  await one.node(port).run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod }, fragad: { at: nu } });
  expect(mailbox).toEqual([]);
  expect(asked).toHaveLength(1);
  expect(one.uppgifter()).toEqual([['Ej påbörjad', text]]);
});

it('who says no between the question and the delivery is sent nothing', async () => {
  const one = await varlden();
  const { mailbox, state, port } = await formedlare();
  await one.valj();
  state.faults = [
    (_, __, asItShould) => {
      asItShould();
      state.reachable = 'opted-out';
    },
  ];
  await one.node(port).run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'digital-post-avbojd' } });
  expect(mailbox).toEqual([]);
});

it('FRAGA-62 who is protected between the question and the handing over is sent nothing', async () => {
  const one = await varlden();
  const { mailbox, port } = await formedlare();
  await one.valj();
  const skydda = async () =>
    one.change({ op: 'put', type: 'person', id: one.marta.personId, data: person({ skydd: 'sekretessmarkering' }) });
  const meanwhile: DigitalPost = {
    deliver: (brev) => port.deliver(brev),
    async isReachable(nummer) {
      const svar = await port.isReachable(nummer);
      await skydda();
      return svar;
    },
  };
  await one.node(meanwhile).run(one.tenant);
  expect(mailbox).toEqual([]);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'mottagaren-skyddad' } });
  expect(await one.sandning()).not.toHaveProperty('lamnat');
});

it('who has another number since the register was asked is sent nothing by the old one: the new one is asked about', async () => {
  const one = await varlden();
  const { asked, mailbox, port } = await formedlare();
  await one.valj();
  let answered = 0;
  const meanwhile: DigitalPost = {
    deliver: (brev) => port.deliver(brev),
    async isReachable(nummer) {
      const svar = await port.isReachable(nummer);
      answered += 1;
      if (answered === 1)
        await one.change({ op: 'put', type: 'person', id: one.marta.personId, data: person({ personnummer: '199904132389' }) });
      return svar;
    },
  };
  await one.node(meanwhile).run(one.tenant);
  expect(await one.sandning()).toHaveProperty('lamnat');
  expect(mailbox).toEqual([]);
  one.clock.at += minuter(2);
  await one.node(meanwhile).run(one.tenant);
  expect(asked.map(({ path, body }) => [path, body.personalNumber])).toEqual([
    ['/v1/reachable', '199904122380'],
    ['/v1/reachable', '199904132389'],
    ['/v1/letters', '199904132389'],
  ]);
  expect(mailbox).toHaveLength(1);
});

it('however many documents hang on other beslut, the letter goes with its own', async () => {
  const one = await varlden();
  const { port } = await formedlare();
  const signatur = { anvandareId: one.users.anna.id, namn: 'Anna Ek', at: nu };
  const andra = Array.from({ length: 201 }, (): Change => {
    const knytsTill = { type: 'beslut' as const, id: randomUUID() };
    const data = { rubrik: 'Bilaga', typ: 'Beslut', knytsTill, sha256: 'a'.repeat(64), storlek: 10, sidor: 1, skapad: signatur };
    return { op: 'put', type: 'dokument', id: randomUUID(), data };
  });
  await one.change(...andra);
  await one.valj();
  await one.node(port).run(one.tenant);
  expect(one.told).toEqual([]);
  expect(await one.sandning()).toHaveProperty('mottaget');
});

it('what the rulebook refuses to hand over is not tried for ever', async () => {
  const one = await varlden();
  const { mailbox, port } = await formedlare();
  await one.valj();
  const act = createAct({ store: at.server.store, rulebook, clock: { now: () => new Date(one.clock.at) }, hooks: {} });
  const poster = Array.from({ length: 201 }, () => randomUUID());
  const refuses: DigitalPostOn['act'] = (of, som, command) =>
    act(of, som, command.name === 'beslut.lamnaDigitalt' ? { ...command, input: { ...(command.input as object), poster } } : command);
  await one.node(port, { act: refuses }).run(one.tenant);
  expect(await one.sandning()).not.toHaveProperty('uteblivet');
  one.clock.at += minuter(24 * 60);
  await one.node(port, { act: refuses }).run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'digital-post-svarar-inte' } });
  expect(one.uppgifter()).toHaveLength(1);
  expect(mailbox).toEqual([]);
});

it('a kund who has got the e-service since is asked about nowhere', async () => {
  const one = await varlden();
  const { asked, port } = await formedlare();
  await one.valj();
  const begard = { anvandareId: one.users.anna.id, namn: 'Anna Ek', at: nu };
  await one.change({
    op: 'put',
    type: 'etjanst',
    id: etjanstId(one.marta.personId),
    data: { lage: 'aktiv', inkomstblankett: true, rev: randomUUID(), begard },
  });
  await one.node(port).run(one.tenant);
  expect(asked).toEqual([]);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'etjanst-finns' } });
});

it('a förmedlare that is away is asked again with growing pauses, for a day; then it goes by post', async () => {
  const one = await varlden();
  const { asked, state, port } = await formedlare();
  await one.valj();
  state.faults = Array.from({ length: 100 }, () => (_, response) => void json(response, 503, {}));
  const job = one.node(port);
  await job.run(one.tenant);
  await job.run(one.tenant);
  expect(asked, 'not before its time').toHaveLength(1);
  one.clock.at += minuter(2);
  await job.run(one.tenant);
  expect(asked).toHaveLength(2);
  expect(await one.sandning()).not.toHaveProperty('uteblivet');
  one.clock.at += minuter(24 * 60);
  await job.run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'digital-post-svarar-inte' } });
  expect(one.told).toMatchObject([{ svar: '503' }, { svar: '503' }, { svar: '503' }]);
});

it('a node that ends after the letter came to the mailbox: handed over again under its key it is the same letter', async () => {
  const one = await varlden();
  const { asked, mailbox, port } = await formedlare();
  await one.valj();
  const ends: DigitalPost = {
    isReachable: (nummer) => port.isReachable(nummer),
    async deliver(brev) {
      await port.deliver(brev);
      throw new Error('the node ends here');
    },
  };
  await expect(one.node(ends).run(one.tenant)).rejects.toThrow('the node ends here');
  expect(await one.sandning()).toHaveProperty('lamnat');
  // Another node, when the first has not been heard of for long.
  one.clock.at += minuter(60);
  await one.node(port, { pace: iMinnet({ tries: 0, firstTryAt: nu, maybe: true }) }).run(one.tenant);
  expect(mailbox).toHaveLength(1);
  expect(new Set(asked.flatMap(({ key }) => key ?? [])).size).toBe(1);
  expect(await one.sandning()).toMatchObject({ mottaget: { kvitto: expect.any(String) } });
});

it('what may be there after a day without an answer is said to be unknown, and is not sent again', async () => {
  const one = await varlden();
  const { mailbox, state, port } = await formedlare();
  await one.valj();
  state.faults = [
    (_, __, asItShould) => asItShould(),
    ...Array.from({ length: 100 }, () => (_: unknown, response: { destroy(): unknown }) => void response.destroy()),
  ];
  await one.node(port).run(one.tenant);
  expect(await one.sandning()).toHaveProperty('lamnat');
  one.clock.at += minuter(24 * 60);
  await one.node(port).run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'digital-post-oviss' } });
  expect(mailbox).toEqual([]);
  const igen = await one.valj();
  expect(igen.results).toMatchObject([{ outcome: 'refused' }]);
});

it('a server without digital post leaves nothing lying', async () => {
  const one = await varlden();
  await one.valj();
  await one.node(undefined).run(one.tenant);
  expect(await one.sandning()).toMatchObject({ uteblivet: { kod: 'digital-post-saknas' } });
  expect(one.uppgifter()).toEqual([['Ej påbörjad', 'Ta brevet med post: servern har ingen digital post.']]);
});

/** The pace of letters as the store keeps it, without the server's own job in it. */
function iMinnet(start?: { tries: number; firstTryAt: string; maybe: boolean }): DigitalPostOn['pace'] {
  const rows = new Map<string, { tries: number; firstTryAt: string; maybe: boolean; nextAt: string; held: boolean }>();
  return {
    async take(_, id, now) {
      const row = rows.get(id) ?? { tries: 0, firstTryAt: now, maybe: false, ...start, nextAt: now, held: false };
      if (row.held || row.nextAt > now) return undefined;
      rows.set(id, { ...row, held: true });
      return row;
    },
    async begin(_, id) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, maybe: true });
    },
    async postpone(_, id, nextAt, maybe) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, tries: row.tries + 1, nextAt, maybe, held: false });
    },
    drop: async (_, id) => void rows.delete(id),
  };
}

it('the store keeps a letter to one node at a time, and to its time', async () => {
  const { tenant } = await at.kommun();
  const { store } = at.server;
  const [id, annat] = [randomUUID(), randomUUID()];
  const forst = await Promise.all([1, 2, 3].map(() => store.takeDigital(tenant, id, nu, 600)));
  expect(forst.filter(Boolean)).toEqual([{ tries: 0, firstTryAt: nu, maybe: false }]);
  expect(await store.takeDigital(tenant, annat, nu, 600)).toBeDefined();
  await store.postponeDigital(tenant, id, '2026-11-20T10:02:00.000Z', true);
  expect(await store.takeDigital(tenant, id, '2026-11-20T10:01:00.000Z', 600)).toBeUndefined();
  const igen = { tries: 1, firstTryAt: nu, maybe: true };
  expect(await store.takeDigital(tenant, id, '2026-11-20T10:02:00.000Z', 0)).toEqual(igen);
  // A node that is not heard of loses it.
  expect(await store.takeDigital(tenant, id, '2026-11-20T10:02:00.000Z', 600)).toEqual(igen);
  await store.dropDigital(tenant, id);
  expect(await store.takeDigital(tenant, id, nu, 0)).toEqual({ tries: 0, firstTryAt: nu, maybe: false });
  await store.beginDigital(tenant, id);
  expect(await store.takeDigital(tenant, id, nu, 600)).toMatchObject({ maybe: true });
});
