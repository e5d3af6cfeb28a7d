import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { Sokning } from '../../shared/domain/sokverktyg/records.ts';
import { kat, testKatalog } from '../../shared/domain/testing/katalog.ts';
import { testActor, testAkt, testId } from '../../shared/domain/testing/state.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { CopyPort, SokPort } from './ports.ts';
import { CallFailure } from './service.ts';
import { type GivenRecord, servicesOn } from './testing/services.ts';

/** What happens while a file is made of the rows. */
const whileMade = vi.hoisted(() => ({ run: (): void => {} }));
vi.mock(import('./kalkylblad.ts'), async (original) => {
  const { kalkylblad } = await original();
  return {
    kalkylblad: async (...of) => {
      whileMade.run();
      return kalkylblad(...of);
    },
  };
});

const pagaende = testId(900);
const kunder = testId(901);
const jobb = testId(999);
const sokning = (id: string, data: Partial<Sokning>): GivenRecord => ({
  ...{ type: 'sokning', id, scope: katalogScope },
  data: {
    namn: 'Prov',
    ordning: 1,
    slag: 'utredning',
    parametrar: [],
    villkor: [],
    kolumner: ['kund', 'personnummer', 'utredning'],
    ...data,
  },
});
const sokningar = [
  sokning(pagaende, {
    namn: 'Pågående utredningar',
    parametrar: [
      { kod: 'dagar', slag: 'tal', namn: 'Minst', kravs: true },
      { kod: 'hos', slag: 'handlaggare', namn: 'Handläggare' },
    ],
    villkor: [
      { falt: 'pagar', op: 'lika', varde: true },
      { falt: 'dagarSedan', op: 'minst', parameter: 'dagar' },
      { falt: 'handlaggareId', op: 'lika', parameter: 'hos' },
    ],
  }),
  sokning(kunder, { namn: 'Kunder', ordning: 2, slag: 'kund', villkor: [], kolumner: ['kund', 'alder'] }),
];

/** The n-th kund of the unit, with an open utredning. */
const kund = (n: number, over: Partial<Person> = {}, enhet = 'lss'): GivenRecord[] =>
  testAkt()
    .filter(({ type }) => type === 'person' || type === 'utredning')
    .map(({ type, data }) => ({
      ...{ type, id: type === 'person' ? testId(1000 + n) : testId(5000 + n), scope: aktScope(testId(1000 + n)) },
      data:
        type === 'person'
          ? { ...data, personnummer: `19990412${String(n).padStart(4, '0')}`, efternamn: `Kund ${n}`, enheter: [enhet], ...over }
          : { ...data, enhet },
    }));
const katalog = testKatalog().map((one): GivenRecord => ({ ...one, scope: katalogScope }));

function core(records: GivenRecord[], { actor = testActor(), sok, kopia }: { actor?: Actor; sok?: SokPort; kopia?: CopyPort } = {}) {
  return servicesOn({
    records: [...katalog, ...sokningar, ...records],
    actor,
    clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
    sok,
    kopia,
  });
}
const kor = (t: ReturnType<typeof core>, over: Partial<CallInput<'sokverktyg.kor'>> = {}) =>
  t.call['sokverktyg.kor']({ jobb, sokningId: pagaende, parametrar: { dagar: 30 }, ...over });
const rader = (t: ReturnType<typeof core>, ...ids: string[]) =>
  t.call['sokverktyg.rader']({ sokningId: pagaende, parametrar: { dagar: 30 }, ids });

describe('SVERK-02 the searches', () => {
  test('those of the catalogue in their order, without those put aside; one of a newer program says so', () => {
    const t = core([
      sokning(testId(902), { ordning: 3, aktiv: false }),
      sokning(testId(903), { ordning: 0, villkor: [{ falt: 'nytt', op: 'lika', varde: 1 }] }),
    ]);
    expect(t.call['sokverktyg.hamta']({}).sokningar.map(({ id, hinder }) => [id, hinder])).toEqual([
      [testId(903), true],
      [pagaende, undefined],
      [kunder, undefined],
    ]);
    expect(() => t.call['sokverktyg.rader']({ sokningId: testId(903), parametrar: {}, ids: [] })).toThrow('finns-inte');
  });

  test('SVERK-05 one’s own, told when the catalogue no longer has what it is one of', () => {
    const t = core([]);
    const spara = (id: string, namn: string, sokningId: string) =>
      t.call['kommando.kor']({ name: 'sokverktyg.spara', input: { id, namn, sokningId, parametrar: { dagar: 5 } } });
    expect([spara(testId(1), 'Äldre', kunder), spara(testId(2), 'Mina', pagaende)]).toMatchObject([{ ok: true }, { ok: true }]);
    t.apply([sokning(kunder, { aktiv: false })]);
    expect(t.call['sokverktyg.hamta']({}).egna).toMatchObject([
      { namn: 'Mina', sokningId: pagaende, parametrar: { dagar: 5 }, finns: true },
      { namn: 'Äldre', finns: false },
    ]);
  });
});

describe('SVERK-04 a search', () => {
  test('finds what the conditions say, and tells what it says now', async () => {
    const t = core([...kund(1), ...kund(2)]);
    t.apply([{ ...(kund(2)[1] as GivenRecord), data: { ...(kund(2)[1]?.data as object), slutdatum: '2026-11-01' } }]);
    expect(await kor(t)).toEqual({ slag: 'klar', traffar: [{ id: testId(5001), personId: testId(1001) }], fler: false });
    expect(rader(t, testId(5001))).toMatchObject([
      { person: { namn: 'Kund 1, Linnea Maria' }, varden: { utredning: 'LSS Utredning 260901-' }, stammer: true },
    ]);
    expect(await kor(t, { parametrar: { dagar: 30, hos: testId(77) } })).toMatchObject({ traffar: [] });
    expect(await kor(t, { parametrar: { dagar: 365 } })).toMatchObject({ traffar: [] });
  });

  test('ROLL-10 what belongs to the enhetschef is theirs, and not the function’s or the authority’s that it names', async () => {
    const sokningId = testId(904);
    const hos = [{ kod: 'hos', slag: 'handlaggare' as const, namn: 'Handläggare' }];
    const villkor = [{ falt: 'handlaggareId', op: 'lika' as const, parameter: 'hos' }];
    const [chef, annan, slutat] = [testId(91), testId(92), testId(93)];
    const enhetschef = (id: string, over: Partial<Actor>): GivenRecord => {
      const { id: _, ...data } = testActor({ roller: ['enhetschef'], funktionId: undefined, ...over });
      return { type: 'anvandare', id, scope: katalogScope, data };
    };
    const bevakning: GivenRecord = {
      ...{ type: 'bevakning', id: testId(7001), scope: aktScope(testId(1001)) },
      data: {
        ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Till enhetschefen', text: '', bevakasAvId: kat.utforare.myndighet },
        ...{ bevakasAvRoll: 'enhetschef', enhet: 'lss', ref: { type: 'person', id: testId(1001) } },
        skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
      },
    };
    const t = core([
      ...kund(1),
      bevakning,
      sokning(sokningId, { slag: 'bevakning', parametrar: hos, villkor, kolumner: ['kund', 'bevakasAv'] }),
      ...[enhetschef(chef, {}), enhetschef(annan, { enheter: ['bistand'] }), enhetschef(slutat, { aktiv: false })],
    ]);
    const traff = [{ id: testId(7001), personId: testId(1001) }];
    const hosVem = async (id: string) => (await kor(t, { sokningId, parametrar: { hos: id } })) as { traffar: unknown[] };
    expect((await hosVem(chef)).traffar).toEqual(traff);
    expect((await hosVem(annan)).traffar).toEqual([]);
    expect((await hosVem(slutat)).traffar).toEqual([]);
    expect((await hosVem(testActor().id)).traffar).toEqual([]);
    const read = t.call['sokverktyg.rader']({ sokningId, parametrar: {}, ids: [testId(7001)] });
    expect(read).toMatchObject([{ varden: { bevakasAv: 'Enhetschefen' } }]);
  });

  test('stands once in the access log, with what was chosen in words', async () => {
    const t = core(kund(1));
    await kor(t, { parametrar: { dagar: 30, hos: testId(1) } });
    expect(t.accessLog()).toMatchObject([
      { action: 'sokt', personId: null, detail: 'Sökverktyget: Pågående utredningar, Minst 30, Handläggare Karin Ek' },
    ]);
  });

  test('a value that is missing, or is none, is refused before anything is looked at', async () => {
    const t = core(kund(1));
    await expect(kor(t, { parametrar: {} })).rejects.toMatchObject({ code: 'ogiltig-indata', detail: 'dagar' });
    await expect(kor(t, { sokningId: testId(7) })).rejects.toThrow('finns-inte');
    expect(t.accessLog()).toEqual([]);
  });

  test('OSL 26:1 another unit’s case is not found, of a kund that both have neither', async () => {
    const records = [...kund(1), ...kund(2, {}, 'bistand'), ...kund(3, { enheter: ['bistand', 'lss'] }, 'bistand')];
    expect(await kor(core(records))).toMatchObject({ traffar: [{ id: testId(5001) }] });
    const bistand = core(records, { actor: testActor({ enheter: ['bistand'] }) });
    expect(await kor(bistand)).toMatchObject({ traffar: [{ id: testId(5002) }, { id: testId(5003) }] });
  });

  test('FRAGA-62 who is protected is found by those with the right alone', async () => {
    const records = kund(1, { skydd: 'skyddadFolkbokforing' });
    expect(await kor(core(records))).toMatchObject({ traffar: [] });
    const t = core(records, { actor: testActor({ skyddadBehorighet: true }) });
    expect(await kor(t)).toMatchObject({ traffar: [{ id: testId(5001) }] });
    expect(rader(t, testId(5001))).toMatchObject([{ person: { skydd: 'skyddadFolkbokforing' } }]);
  });

  test('a kund whose right is lost leaves the result; one who was worked on keeps her row, and is told to have left the conditions', async () => {
    const t = core([...kund(1), ...kund(2)]);
    await kor(t);
    t.remove('utredning', testId(5002));
    t.remove('person', testId(1002));
    t.apply([{ ...(kund(1)[1] as GivenRecord), data: { ...(kund(1)[1]?.data as object), slutdatum: '2026-11-20' } }]);
    expect(rader(t, testId(5001), testId(5002))).toMatchObject([{ id: testId(5001), stammer: false }, null]);
  });

  test('the kund is gone and a record of hers is not: no row', async () => {
    const t = core(kund(1));
    t.remove('person', testId(1001));
    expect([await kor(t), rader(t, testId(5001))]).toMatchObject([{ traffar: [] }, [null]]);
  });

  test('one broken record keeps nobody else from being found', async () => {
    const t = core([...kund(1), ...kund(2)]);
    t.applyBroken({
      type: 'utredning',
      id: testId(5001),
      scope: aktScope(testId(1001)),
      data: { typ: 'LSS', startdatum: 7, inkomDatum: null },
    });
    expect(rader(t, testId(5001), testId(5002))).toMatchObject([null, { id: testId(5002) }]);
    expect(await kor(t)).toMatchObject({ traffar: [{ id: testId(5002) }] });
  });

  test('other calls have their turn after every few rows; a command between them is seen', async () => {
    const looked = vi.fn();
    let turn = 0;
    const sok: SokPort = {
      framsteg: looked,
      andas: async () => {
        turn += 1;
        if (turn === 1) t.apply([{ ...(kund(30)[1] as GivenRecord), data: { ...(kund(30)[1]?.data as object), slutdatum: '2026-11-20' } }]);
      },
    };
    const t = core(Array.from({ length: 35 }, (_, n) => kund(n)).flat(), { sok });
    const svar = await kor(t);
    expect(turn).toBe(5);
    expect(looked.mock.calls[0]).toEqual([jobb, 0, 35]);
    expect(svar).toMatchObject({ slag: 'klar' });
    expect(svar.slag === 'klar' && svar.traffar.map(({ id }) => id)).not.toContain(testId(5030));
    expect(svar.slag === 'klar' && svar.traffar).toHaveLength(34);
  });

  test('one that is ended, or followed by another, gives no half result', async () => {
    let between = () => {};
    const sok: SokPort = { framsteg: () => {}, andas: async () => between() };
    const t = core(Array.from({ length: 25 }, (_, n) => kund(n)).flat(), { sok });
    between = () => void t.call['sokverktyg.avbryt']({ jobb });
    expect(await kor(t)).toEqual({ slag: 'avbruten' });
    between = () => {};
    const [first, second] = await Promise.all([kor(t), kor(t, { jobb: testId(998) })]);
    expect([first, second]).toMatchObject([{ slag: 'avbruten' }, { slag: 'klar' }]);
  });
});

describe('SVERK-06 FORB-49 a result as a file', () => {
  function exporting(records: GivenRecord[], sok?: SokPort) {
    const write = vi.fn(async (_folder: string, titel: string, _bytes: Uint8Array, _slag?: string) => `/media/usb/${titel}.csv`);
    const kopia: CopyPort = {
      require(folder) {
        if (folder !== '/media/usb') throw new CallFailure('mapp-finns-inte');
      },
      write,
    };
    const t = core(records, { actor: testActor({ skyddadBehorighet: true }), kopia, ...(sok ? { sok } : {}) });
    const exportera = (over: Partial<CallInput<'sokverktyg.exportera'>> = {}) =>
      t.call['sokverktyg.exportera']({
        ...{
          jobb,
          sokningId: pagaende,
          parametrar: { dagar: 30 },
          ids: [testId(5002), testId(5001)],
          mapp: '/media/usb',
          format: 'csv',
          ...over,
        },
      });
    const text = () => Buffer.from(write.mock.calls[0]?.[2] ?? []).toString('utf8');
    const logged = () => t.accessLog().map(({ action, personId, detail }) => [action, personId, detail]);
    return { t, exportera, write, text, logged };
  }

  test('says what the rows say, in the order they were given; each kund is in the access log before it is written', async () => {
    const { exportera, text, write, logged } = exporting([...kund(1, { efternamn: '=1+1' }), ...kund(2)]);
    write.mockImplementationOnce(async (_folder, titel) => {
      expect(logged()).toHaveLength(2);
      return titel;
    });
    expect(await exportera()).toEqual({ fil: 'Pågående utredningar 2026-11-20', rader: 2, kunder: 2, skyddade: 0 });
    expect(text()).toBe(
      [
        '\ufeffKund;Personnummer;Utredning',
        'Kund 2, Linnea Maria;19990412-0002;LSS Utredning 260901-',
        "'=1+1, Linnea Maria;19990412-0001;LSS Utredning 260901-",
        '',
      ].join('\r\n'),
    );
    expect(write.mock.calls[0]?.[3]).toBe('csv');
    const detail = 'Sökverktyget: Pågående utredningar, kopia utanför programmet';
    expect(logged()).toEqual([
      ['last', testId(1002), detail],
      ['last', testId(1001), detail],
    ]);
  });

  test.each(['sekretessmarkering', 'skyddadFolkbokforing'] as const)(
    'FRAGA-62 %s: left out, unless with a reason, which is logged',
    async (skydd) => {
      const { exportera, text, write, logged } = exporting([...kund(1, { skydd }), ...kund(2)]);
      expect(await exportera()).toMatchObject({ rader: 1, skyddade: 1 });
      expect(text()).not.toContain('Kund 1');
      expect(logged().map(([, personId]) => personId)).toEqual([testId(1002)]);
      write.mockClear();
      expect(await exportera({ skyddade: { skal: 'Tillsyn' } })).toMatchObject({ rader: 2, skyddade: 0 });
      expect(text()).toContain('Kund 1');
      expect(logged().at(-1)?.[2]).toContain('Tillsyn');
    },
  );

  test('KL 6:40 a list that names nobody is whole: who is protected is in it, without what tells her from others', async () => {
    const records = [...kund(1, { skydd: 'skyddadFolkbokforing', kundnummer: '000276' }), ...kund(2, { kundnummer: '000277' })];
    const utan = sokning(pagaende, { namn: 'Utan namn', kolumner: ['inkomDatum', 'kundnummer', 'alder', 'utredning'] });
    const { t, exportera, text, logged } = exporting(records);
    t.apply([utan]);
    expect(await exportera({ parametrar: {} })).toMatchObject({ rader: 2, skyddade: 0 });
    expect(text().slice(1).split('\r\n')).toEqual([
      'Ansökan kom;Kundnummer;Ålder;Utredning',
      '2026-09-01;"=""000277""";16;LSS Utredning 260901-',
      '2026-09-01;;;LSS Utredning 260901-',
      '',
    ]);
    expect(logged().map(([, personId]) => personId)).toEqual([testId(1002), testId(1001)]);
  });

  test('a period that ends before it begins is refused', async () => {
    const t = core(kund(1));
    const dag = { slag: 'dag', namn: 'x' } as const;
    const villkor: Sokning['villkor'] = [
      { falt: 'inkomDatum', op: 'minst', parameter: 'fran' },
      { falt: 'inkomDatum', op: 'hogst', parameter: 'tom' },
    ];
    const parametrar: Sokning['parametrar'] = ['fran', 'tom'].map((kod) => ({ kod, ...dag }));
    t.apply([sokning(pagaende, { parametrar, villkor })]);
    await expect(kor(t, { parametrar: { fran: '2026-11-02', tom: '2026-11-01' } })).rejects.toMatchObject({
      code: 'ogiltig-indata',
      detail: 'tom',
    });
  });

  test('all of them protected: nothing is written or logged', async () => {
    const { exportera, write, logged } = exporting(kund(1, { skydd: 'sekretessmarkering' }));
    await expect(exportera()).rejects.toThrow('finns-inte');
    expect([write.mock.calls, logged()]).toEqual([[], []]);
  });

  test.each([
    ['protected', (t: ReturnType<typeof core>) => t.apply(kund(1, { skydd: 'sekretessmarkering', efternamn: 'Ny' }))],
    ['lost', (t: ReturnType<typeof core>) => t.remove('person', testId(1001))],
    ['renamed', (t: ReturnType<typeof core>) => t.apply(kund(1, { efternamn: 'Ny' }))],
  ])('who is %s while it is made stands in it as she then is, or not at all', async (what, meanwhile) => {
    let turn = 0;
    const sok: SokPort = {
      framsteg: () => {},
      andas: async () => {
        turn += 1;
        if (turn === 1) meanwhile(exported.t);
      },
    };
    const exported = exporting([...kund(1), ...kund(2)], sok);
    await exported.exportera();
    expect(exported.text()).not.toContain('Kund 1');
    expect(exported.text().includes('Ny, Linnea')).toBe(what === 'renamed');
    expect(exported.text()).toContain('Kund 2');
  });

  test('who is protected while the file itself is made does not stand in it', async () => {
    const exported = exporting([...kund(1), ...kund(2)]);
    let turn = 0;
    whileMade.run = () => {
      turn += 1;
      if (turn === 1) exported.t.apply(kund(1, { skydd: 'sekretessmarkering' }));
    };
    onTestFinished(() => {
      whileMade.run = () => {};
    });
    expect(await exported.exportera()).toMatchObject({ rader: 1, skyddade: 1 });
    expect([turn, exported.write.mock.calls.length]).toEqual([2, 1]);
    expect(exported.text()).not.toContain('Kund 1');
  });

  test('as an Excel file it is one by its name too', async () => {
    const { exportera, write } = exporting([...kund(1), ...kund(2)]);
    await exportera({ format: 'xlsx' });
    const [, , bytes, slag] = write.mock.calls[0] ?? [];
    expect([
      slag,
      Buffer.from(bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ]).toEqual(['xlsx', 'PK']);
  });

  test('no folder: nothing is written or logged', async () => {
    const { exportera, write, logged } = exporting([...kund(1), ...kund(2)]);
    await expect(exportera({ mapp: '/borta' })).rejects.toThrow('mapp-finns-inte');
    expect([write.mock.calls, logged()]).toEqual([[], []]);
  });
});
