import { describe, expect, test } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { Fritextsvar } from '../../shared/ipc/fritext.ts';
import type { FritextPort } from './ports.ts';
import { anteckningRecord, anvandare, katalogRecords, personRecord, signeradAv, utredningRecord, uuid } from './testing/records.ts';
import { servicesOn, testServices } from './testing/services.ts';

const [linnea, skyddad, utredningId, annanUtredning] = [uuid(100), uuid(200), uuid(101), uuid(201)];
const note = (n: number, text: string, over: object = {}) =>
  anteckningRecord(linnea, uuid(n), { dokumentation: { slag: 'utredning', id: utredningId }, text: fromPlainText(text), ...over });
const noteOfSkyddad = anteckningRecord(skyddad, uuid(50), {
  dokumentation: { slag: 'utredning', id: annanUtredning },
  text: fromPlainText('Flyttar till gruppboende.'),
  titel: 'Nytt gruppboende',
});
const akt = [personRecord(linnea), utredningRecord(linnea, utredningId)];

const sok = { felmarkerade: false, id: uuid(999) };
function rader(svar: Fritextsvar) {
  if (svar.slag !== 'traffar') throw new Error(svar.slag);
  return svar.rader;
}

describe('SVERK-08 notes by their words', () => {
  test('what is found, whose it is, where it stands and what stands round it', async () => {
    const core = testServices([
      ...akt,
      note(1, 'Linnea vill bo i gruppboende.', { titel: 'Samtal', signerad: signeradAv() }),
      note(2, 'Annat'),
    ]);
    const svar = await core.call['fritext.sok']({ text: 'boende', ...sok });
    expect(svar).toEqual({
      slag: 'traffar',
      fler: false,
      rader: [
        {
          anteckningId: uuid(1),
          person: expect.objectContaining({ personId: linnea, namn: 'Ekström, Linnea Maria' }),
          dokumentation: { slag: 'utredning', id: utredningId },
          rubrikKod: 'JOURNAL',
          rubrik: expect.any(String),
          titel: 'Samtal',
          handelsedatum: '2026-11-01',
          signerad: true,
          felmarkerad: false,
          utdrag: [
            { text: 'Samtal Linnea vill bo i ', traff: false },
            { text: 'gruppboende', traff: true },
            { text: '.', traff: false },
          ],
        },
      ],
    });
  });

  test.each([
    ['"vill bo"', [1]],
    ['"bo vill"', []],
    ['samtal', [1]],
    ['a\u030asa', [2]],
    ['asa', []],
  ])('%s finds %j', async (text, expected) => {
    const core = testServices([...akt, note(1, 'Linnea vill bo själv.', { titel: 'Samtal' }), note(2, 'Åsa ringde.')]);
    expect(rader(await core.call['fritext.sok']({ text, ...sok })).map((rad) => rad.anteckningId)).toEqual(expected.map(uuid));
  });

  test('what is no search says how to write one, and is not logged', async () => {
    const core = testServices(akt);
    expect(await core.call['fritext.sok']({ text: ' ', ...sok })).toEqual({ slag: 'hjalp', hjalp: 'tom' });
    expect(await core.call['fritext.sok']({ text: 'a', ...sok })).toEqual({ slag: 'hjalp', hjalp: 'for-kort' });
    expect(core.accessLog()).toEqual([]);
  });

  test('FRAGA-62 a search is in the access log once, also when it is asked again as records change', async () => {
    const core = testServices([...akt, note(1, 'Hembesök')]);
    await core.call['fritext.sok']({ text: 'hembesök ', ...sok });
    await core.call['fritext.sok']({ text: 'hembesök', ...sok });
    await core.call['fritext.sok']({ text: 'hembesök', ...sok, id: uuid(998) });
    expect(core.accessLog().map(({ action, personId, detail }) => ({ action, personId, detail }))).toEqual(
      Array(2).fill({ action: 'sokt', personId: null, detail: 'Anteckningar: hembesök' }),
    );
  });

  test('DOK-14 a felmarkerad note is found when it is asked for, and said to be one', async () => {
    const core = testServices([
      ...akt,
      note(1, 'Hembesök', { signerad: signeradAv(), felmarkerad: { ...signeradAv(), orsak: 'Fel kund' } }),
    ]);
    expect(rader(await core.call['fritext.sok']({ text: 'hembesök', ...sok }))).toEqual([]);
    expect(rader(await core.call['fritext.sok']({ text: 'hembesök', ...sok, felmarkerade: true }))[0]).toMatchObject({ felmarkerad: true });
  });

  test('FRAGA-62 of a kund who is opened with a reason no word is shown before that', async () => {
    const core = testServices([
      ...[personRecord(skyddad, { personnummer: '198001012382', skydd: 'skyddadFolkbokforing' }), utredningRecord(skyddad, annanUtredning)],
      noteOfSkyddad,
    ]);
    const [before] = rader(await core.call['fritext.sok']({ text: 'gruppboende', ...sok }));
    expect(before).toMatchObject({ anteckningId: uuid(50), utdrag: null });
    expect(JSON.stringify(before).toLowerCase()).not.toContain('gruppboende');
    core.call['kund.oppna']({ personId: skyddad, skal: 'Ansvarig handläggare' });
    const [after] = rader(await core.call['fritext.sok']({ text: 'gruppboende', ...sok }));
    expect(after?.utdrag?.some((del) => del.traff)).toBe(true);
  });

  test('who may not read the protected akt finds nothing in it', async () => {
    const utan = { ...anvandare.kollega, skyddadBehorighet: false };
    const core = servicesOn({
      records: [
        ...[...katalogRecords, personRecord(skyddad, { personnummer: '198001012382', skydd: 'skyddadFolkbokforing' })],
        ...[utredningRecord(skyddad, annanUtredning), noteOfSkyddad, ...akt, note(1, 'Bor i gruppboende')],
      ],
      actor: utan,
      clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
    });
    expect(rader(await core.call['fritext.sok']({ text: 'gruppboende', ...sok })).map((rad) => rad.anteckningId)).toEqual([uuid(1)]);
  });

  test('an index that lags behind shows nothing that is gone, changed or not the user’s any more', async () => {
    let rids: number[] = [];
    const lagging: FritextPort = { kandidater: () => [rids], lage: () => ({ hel: false, klart: 3, av: 10 }) };
    const core = servicesOn({
      records: [...katalogRecords, ...akt, ...[1, 2, 3].map((n) => note(n, 'Hembesök i gruppboende'))],
      actor: anvandare.handlaggare,
      clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
      fritext: lagging,
    });
    rids = Array.from({ length: 30 }, (_, rid) => rid);
    const ask = async () => core.call['fritext.sok']({ text: 'hembesök', ...sok });
    expect(rader(await ask())).toHaveLength(3);
    expect(await ask()).toMatchObject({ lage: { klart: 3, av: 10 } });
    core.apply([{ ...note(1, 'Telefonsamtal', { rev: uuid(901) }) }]);
    core.remove('anteckning', uuid(2));
    expect(rader(await ask()).map((rad) => rad.anteckningId)).toEqual([uuid(3)]);
    core.remove('person', linnea);
    expect(rader(await ask())).toEqual([]);
  });

  test('without an index the answer says so', async () => {
    const core = servicesOn({
      records: [...katalogRecords, ...akt, note(1, 'Hembesök')],
      actor: anvandare.handlaggare,
      clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
      fritext: { kandidater: () => [], lage: () => undefined },
    });
    expect(await core.call['fritext.sok']({ text: 'hembesök', ...sok })).toEqual({
      slag: 'traffar',
      rader: [],
      fler: false,
      lage: 'saknas',
    });
  });

  test('no more than can be shown, the latest, and that there are more', async () => {
    const many = Array.from({ length: 105 }, (_, n) => note(1000 + n, 'Hembesök', { handelsedatum: `2026-0${1 + (n % 9)}-01` }));
    const core = testServices([...akt, ...many]);
    const svar = await core.call['fritext.sok']({ text: 'hembesök', ...sok });
    expect(svar).toMatchObject({ fler: true });
    const days = rader(svar).map((rad) => rad.handelsedatum);
    expect(days).toHaveLength(100);
    expect(days).toEqual(days.toSorted((a, b) => b.localeCompare(a)));
  });

  test('of words that very many have no more are read than so many, and that is said', async () => {
    const rids = Array.from({ length: 2_500 }, () => 1);
    const core = servicesOn({
      records: [...katalogRecords, ...akt, note(1, 'Linnea och daglig verksamhet')],
      actor: anvandare.handlaggare,
      clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
      fritext: { kandidater: () => [rids], lage: () => ({ hel: true, klart: 1, av: 1 }) },
    });
    expect(await core.call['fritext.sok']({ text: '"verksamhet och linnea"', ...sok })).toEqual({
      ...{ slag: 'traffar', rader: [], fler: false, genomlasta: 2_000 },
    });
    rids.length = 2_000;
    expect(await core.call['fritext.sok']({ text: '"verksamhet och linnea"', ...sok })).toEqual({
      slag: 'traffar',
      rader: [],
      fler: false,
    });
  });

  test('other calls have their turn, and one that is asked for instead ends it', async () => {
    let turns = 0;
    const waiting: (() => void)[] = [];
    const core = servicesOn({
      records: [...katalogRecords, ...akt, ...Array.from({ length: 120 }, (_, n) => note(1000 + n, 'Hembesök'))],
      actor: anvandare.handlaggare,
      clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
      sok: {
        framsteg: () => {},
        andas: () => {
          turns += 1;
          return new Promise((resolve) => waiting.push(resolve));
        },
      },
    });
    const first = core.call['fritext.sok']({ text: 'hembesök', ...sok, id: uuid(1) });
    const second = core.call['fritext.sok']({ text: 'hem*', ...sok, id: uuid(2) });
    const third = core.call['fritext.sok']({ text: 'hembesök', ...sok, id: uuid(1) });
    const go = setInterval(() => {
      for (const one of waiting.splice(0)) one();
    }, 1);
    expect(await first).toEqual({ slag: 'avbruten' });
    expect(await second, 'each of several, and the same asked again').toEqual({ slag: 'avbruten' });
    expect(rader(await third)).toHaveLength(100);
    clearInterval(go);
    expect(turns).toBeGreaterThan(2);
  });
});
