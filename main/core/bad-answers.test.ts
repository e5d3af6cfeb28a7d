import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StoredRecord, schemaNumber } from '../../shared/domain/records.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';
import { uuid } from '../services/testing/records.ts';
import { anna, draft, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer>;
let one: ReturnType<typeof computer.start>;
beforeEach(async () => {
  computer = testComputer();
  computer.server.state.accept = true;
  one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
});
afterEach(() => computer.remove());

const utredning = { slag: 'utredning', id: uuid(201) } as const;
const note = (n: number, text: string) => ({
  personId: anna,
  anteckningId: uuid(600 + n),
  dokumentation: utredning,
  rubrikKod: 'JOURNAL',
  handelsedatum: '2026-11-01',
  text: fromPlainText(text),
  basRev: null,
  rev: uuid(700 + n),
});
const save = (n: number, text: string) => one.call('kommando.kor', { name: 'anteckning.spara', input: note(n, text) });

async function outbox() {
  const rows = await one.call('utkorg.lista', {});
  if (!rows.ok) throw new Error(rows.error.code);
  return rows.value.toReversed();
}

test('FRAGA-61 a command that the server cannot read is parked with its whole text, and those behind it go on', async () => {
  computer.server.state.reachable = false;
  for (const [n, text] of ['Före', 'Giftig text', 'Efter', 'Sist'].entries())
    expect(await save(n, text)).toMatchObject({ value: { ok: true } });
  computer.server.state.poison = 'Giftig';
  computer.server.state.reachable = true;
  await one.call('synk.nu', {});
  await expect.poll(async () => (await outbox()).map(({ tillstand }) => tillstand)).toEqual(['mottagen', 'nekad', 'mottagen', 'mottagen']);
  const parked = (await outbox())[1];
  expect(parked?.rejection).toEqual({ code: 'ogiltig-indata' });
  expect(await one.call('utkorg.post', { id: parked?.id ?? '' })).toMatchObject({ value: { egenText: fromPlainText('Giftig text') } });
  expect(computer.server.state.pushed.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(await one.call('status.hamta', {})).toMatchObject({ value: { osanda: 0, attAtgarda: 1, ansluten: true } });
});

test.each<[ProtocolErrorCode, string | undefined]>([
  ['unauthorised', 'nekad'],
  ['forbidden', 'nekad'],
  ['wrong-tenant', 'nekad'],
  ['not-found', 'nekad'],
  ['client-too-old', 'klienten-for-gammal'],
  ['server-too-old', 'servern-for-gammal'],
  ['too-many-requests', undefined],
  ['unavailable', undefined],
])('FRAGA-61 a server that answers %s: told as %s, nothing is lost, and all is sent when it is over', async (fault, hinder) => {
  computer.server.state.fault = fault;
  await save(1, 'Skrivet mot en server som säger nej');
  await one.call('utkast.spara', draft);
  await one.call('synk.nu', {});
  // A closed account reads nothing, its own receipts neither.
  if (fault === 'forbidden') await expect.poll(() => one.call('utkorg.lista', {})).toMatchObject({ error: { code: 'kontot-stangt' } });
  else await expect.poll(async () => (await outbox()).map(({ tillstand }) => tillstand)).toEqual(['skickad']);
  await expect
    .poll(async () => {
      const status = await one.call('status.hamta', {});
      return status.ok && status.value.fas === 'vilar' && status.value.hinder;
    })
    .toBe(hinder);
  expect(await one.call('status.hamta', {})).toMatchObject({ value: { osanda: 1, utkast: 1 } });
  await one.core.close();

  computer.server.state.fault = undefined;
  one = computer.start();
  await one.call('session.loggaIn', user);
  await expect.poll(async () => (await outbox()).map(({ tillstand }) => tillstand)).toEqual(['mottagen']);
  expect(await one.call('utkast.hamta', { nyckel: draft.nyckel })).toMatchObject({ value: { data: draft.data } });
});

test('ARCHITECTURE 6 records of a newer server that this version cannot read stop neither sync nor writing in the akt', async () => {
  computer.server.state.reachable = false;
  await save(1, 'Skrivet innan');
  const newer = (type: string, id: string, scope: string): StoredRecord => ({
    type: type as StoredRecord['type'],
    id,
    scope,
    version: 0,
    schema: schemaNumber('anteckning') + 8,
    data: { helt: 'annat' },
  });
  const types = ['framtidstyp', 'anteckning', 'kontakt', 'hushallsmedlem', 'utredning', 'beslut', 'bestallning', 'verkstallighet'];
  const katalog = ['framtidstyp', 'rubrikmall', 'frastext', 'utforare', 'organisation', 'anvandare'];
  computer.server.change([
    ...types.map((type, n) => newer(type, uuid(800 + n), `akt:${anna}`)),
    ...katalog.map((type, n) => newer(type, uuid(900 + n), 'katalog')),
    newer('person', uuid(999), `akt:${uuid(999)}`),
  ]);
  computer.server.state.reachable = true;
  await one.call('synk.nu', {});
  await expect.poll(async () => (await outbox()).map(({ tillstand }) => tillstand)).toEqual(['mottagen']);
  await expect.poll(() => one.call('status.hamta', {})).toMatchObject({ value: { ansluten: true, fas: 'vilar' } });

  const calls = [
    await one.call('sok.person', { text: 'Ek*', arhundrade: 'alla' }),
    await one.call('kund.oppna', { personId: anna }),
    await one.call('kund.trad', { personId: anna }),
    await one.call('dokumentation.hamta', { personId: anna, dokumentation: utredning }),
    await one.call('frastext.lista', { rubrikKod: 'BEHOV' }),
    await one.call('mina.utredningar', {}),
    await one.call('mina.osignerade', {}),
  ];
  expect(calls.filter(({ ok }) => !ok)).toEqual([]);
  expect(await save(2, 'Skrivet efter')).toMatchObject({ value: { ok: true } });
  await expect.poll(async () => (await outbox()).map(({ tillstand }) => tillstand)).toEqual(['mottagen', 'mottagen']);
  expect(await one.call('kund.oppna', { personId: uuid(999) })).toEqual({ ok: false, error: { code: 'finns-inte' } });
  expect(computer.logged).toEqual([]);
});

test('ROLL-04 a server that lets nobody in from here is told as that, not as silence', async () => {
  computer.server.state.refuseSignIn = true;
  expect(await one.call('session.anvandare', {})).toMatchObject({
    value: { kalla: 'datorn', nekad: true, anvandare: [{ id: user.anvandareId }] },
  });
  computer.server.state.reachable = false;
  const silent = await one.call('session.anvandare', {});
  expect(silent.ok && silent.value.nekad).toBeUndefined();
});
