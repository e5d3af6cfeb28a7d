import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRollens } from '../bevakning/records.ts';
import { fattat, medKrets, testAktualisering, today, underlag } from '../testing/beslut.ts';
import { beslutId, bifall, order, signatur, verk } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testAkt, testId } from '../testing/state.ts';
import { genomford, planerad } from '../testing/uppfoljning.ts';
import { type Sokvarde, sokfaltet } from './falt.ts';
import type { Sokkalla } from './kalla.ts';
import type { Sokning, Sokslag, Sokvillkor } from './records.ts';
import { forvald, okantI, parameterfel, uppfyller, varden } from './sok.ts';

const overordnad = testId(70);
/** The rows of a kind in an akt, as the core gives them. */
function kallor(slag: Sokslag, records: TestRecord[], dag = today): Sokkalla<Sokslag>[] {
  const state = stateOf(records);
  const person = state.get('person', akt.person);
  if (!person) throw new Error('no person');
  const kund = { id: akt.person, data: person };
  const poster = slag === 'kund' ? [kund] : state.list(slag === 'fattat' ? 'beslut' : slag);
  return poster.map((post) => ({
    post: post as Sokkalla<Sokslag>['post'],
    ...{ kund, dag, insatser: state.katalogLista('insats'), regler: [] },
    list: (type) => state.list(type) as never,
    namn: (type, id) => state.katalog(type, id)?.namn,
    titel: (id) => state.katalog('anvandare', id)?.titel,
    innehavare: (funktionId) => state.katalogLista('anvandare').find(({ data }) => data.funktionId === funktionId)?.id,
    rollens: (bevakning) => state.katalogLista('anvandare').flatMap(({ id, data }) => (isRollens(bevakning, data) ? [id] : [])),
    medOverordnade: (id) => [id, overordnad],
  }));
}
const las = (slag: Sokslag, falt: string, records: TestRecord[], dag?: string): Sokvarde[] =>
  kallor(slag, records, dag).map((kalla) => sokfaltet(slag, falt)?.las(kalla));
const sokning = (villkor: Sokvillkor[], over: Partial<Sokning> = {}): Sokning => ({
  ...{ namn: 'Prov', ordning: 1, slag: 'beslut', parametrar: [], kolumner: ['kund', 'beslut'], villkor },
  ...over,
});
const traffar = (villkor: Sokvillkor[], records: TestRecord[], parametrar = {}): string[] =>
  kallor('beslut', records).flatMap((kalla) => (uppfyller(sokning(villkor), parametrar, kalla) ? [kalla.post.id] : []));

describe('SVERK-03 conditions', () => {
  const [lopande, slutar, slut] = [
    bifall(1),
    bifall(2, 'trygghetslarm', { giltigTom: '2026-12-31' }),
    bifall(3, 'kontaktperson', { giltigTom: '2026-11-05' }),
  ];
  const alla = underlag(lopande, slutar, slut);
  test.each<[string, Sokvillkor, (string | undefined)[]]>([
    ['lika', { falt: 'giltigTom', op: 'lika', varde: '2026-12-31' }, [slutar.id]],
    ['inteLika, where what is empty is another', { falt: 'giltigTom', op: 'inteLika', varde: '2026-12-31' }, [lopande.id, slut.id]],
    ['minst, a day counted from today', { falt: 'giltigTom', op: 'minst', dagar: 0 }, [slutar.id]],
    ['minst, where what is empty holds too', { falt: 'giltigTom', op: 'minst', dagar: 0, tomt: 'uppfyller' }, [lopande.id, slutar.id]],
    ['hogst', { falt: 'giltigTom', op: 'hogst', varde: '2026-11-05' }, [slut.id]],
    ['a number and a day are not compared', { falt: 'giltigTom', op: 'minst', varde: 5 }, []],
    ['yes or no', { falt: 'star', op: 'lika', varde: true }, [lopande.id, slutar.id, slut.id]],
    ['one of a list is enough', { falt: 'organisationId', op: 'lika', varde: overordnad }, [lopande.id, slutar.id, slut.id]],
  ])('%s', (_what, villkor, ids) => {
    expect(traffar([villkor], alla)).toEqual(ids);
  });

  test('one on a parameter without a value is left out; with one it never adds a row', () => {
    const villkor: Sokvillkor[] = [
      { falt: 'giltigTom', op: 'hogst', parameter: 'tom' },
      { falt: 'insatsId', op: 'lika', parameter: 'insats' },
      { falt: 'dagarSedan', op: 'minst', parameter: 'dagar' },
    ];
    expect(traffar(villkor, alla)).toHaveLength(3);
    const dag = fc.constantFrom('2026-11-05', '2026-12-31', '2020-01-01');
    const val = fc.record({ tom: dag, insats: fc.constantFrom(kat.insats.kontaktperson, ''), dagar: fc.nat(60) }, { requiredKeys: [] });
    fc.assert(
      fc.property(val, (valda) => {
        const med = traffar(villkor, alla, valda);
        for (const kod of Object.keys(valda)) {
          const { [kod as keyof typeof valda]: _, ...utan } = valda;
          expect(traffar(villkor, alla, utan)).toEqual(expect.arrayContaining(med));
        }
      }),
    );
  });
});

describe('what this program does not know of a newer one’s search', () => {
  test.each([
    ['a field of a condition', sokning([{ falt: 'nytt', op: 'lika', varde: 1 }]), 'nytt'],
    ['a field that only another kind of row has', sokning([{ falt: 'lagfrist', op: 'lika', varde: 1 }]), 'lagfrist'],
    ['a name that every object has', sokning([{ falt: 'constructor', op: 'lika', varde: 1 }]), 'constructor'],
    ['a column', sokning([], { kolumner: ['kund', 'ny'] }), 'ny'],
    ['a comparison', sokning([{ falt: 'star', op: 'innehaller' as never, varde: 'x' }]), 'innehaller'],
    ['a parameter that is not asked for', sokning([{ falt: 'star', op: 'lika', parameter: 'x' }]), 'x'],
    ['a kind of parameter', sokning([], { parametrar: [{ kod: 'x', slag: 'karta' as never, namn: 'X' }] }), 'karta'],
    ['a kind of row', sokning([], { slag: 'karta' as never }), 'kund'],
  ])('%s', (_what, one, okant) => expect(okantI(one)).toBe(okant));
  test('one that is known has nothing', () => expect(okantI(sokning([{ falt: 'star', op: 'lika', varde: true }]))).toBeUndefined());
});

describe('SVERK-03 what is chosen', () => {
  const dag = { kod: 'tom', slag: 'dag', namn: 'Till' } as const;
  test.each([
    [{ ...dag, kravs: true }, undefined, 'saknas'],
    [dag, undefined, undefined],
    [dag, '', undefined],
    [dag, '2026-02-29', 'ingen-dag'],
    [dag, '2028-02-29', undefined],
    [{ ...dag, slag: 'tal' } as const, Number.NaN, 'inget-tal'],
    [{ ...dag, slag: 'tal' } as const, 90, undefined],
    [{ ...dag, slag: 'insats' } as const, kat.insats.kontaktperson, undefined],
  ])('%j with %j: %s', (parameter, varde, fel) => expect(parameterfel(parameter, varde)).toBe(fel));

  test.each([
    [{ ...dag, forval: { dagar: 90 } }, '2027-02-18'],
    [{ ...dag, forval: { manad: -1, dag: 'forsta' } } as const, '2026-10-01'],
    [{ ...dag, forval: { manad: -1, dag: 'sista' } } as const, '2026-10-31'],
    [{ ...dag, slag: 'tal', forval: 90 } as const, 90],
    [{ ...dag, slag: 'handlaggare', forval: 'jag' } as const, testId(1)],
    [dag, undefined],
  ])('%j is proposed as %j', (parameter, varde) => expect(forvald(parameter, { dag: today, anvandareId: testId(1) })).toBe(varde));
});

describe('SVERK-02 what rows say', () => {
  test('VERK-01 a kund lacks LSS Insatser in the unit where a bifall of LSS holds, whatever another unit has', () => {
    const utan = underlag(fattat(1)).filter(({ id }) => id !== akt.lssInsatser);
    expect(las('kund', 'saknarLssInsatser', underlag(fattat(1)))).toEqual([false]);
    expect(las('kund', 'saknarLssInsatser', utan)).toEqual([true]);
    expect(las('kund', 'saknarLssInsatser', utan, '2031-01-01')).toEqual([true]);
    expect(las('kund', 'saknarLssInsatser', underlag())).toEqual([false]);
    const [person, ...rest] = testAkt();
    const tva = { ...person, data: { ...person?.data, enheter: ['bistand', 'lss'] } } as TestRecord;
    const enhet = (record: TestRecord, vems: string) => ({ ...record, data: { ...record.data, enhet: vems } }) as TestRecord;
    const andras = [tva, ...rest.map((one) => enhet(one, 'bistand')), enhet(fattat(1), 'lss')];
    expect(las('kund', 'saknarLssInsatser', underlag(...andras))).toEqual([true]);
    expect(las('kund', 'saknarLssInsatser', underlag(...andras.slice(0, -1), enhet(fattat(1), 'bistand')))).toEqual([false]);
  });

  test('a bifall is verkställt when a verkställighet of it, or one that took in its order, has begun', () => {
    expect(las('beslut', 'verkstallt', underlag(bifall(1)))).toEqual([false]);
    expect(las('beslut', 'verkstallt', underlag(bifall(1), verk(1)))).toEqual([true]);
    expect(las('beslut', 'verkstallt', underlag(bifall(1), verk(1)), '2020-01-01')).toEqual([false]);
    expect(las('beslut', 'verkstallt', underlag(bifall(1), order(1)))).toEqual([false]);
    const inne = order(1, {
      bekraftad: '2026-11-10',
      bekraftelse: { anvandareId: testId(1), namn: 'K', at: '2026-11-10T09:00:00.000Z', verkstallighetId: akt.verkstallighet },
    });
    expect(las('beslut', 'verkstallt', underlag(bifall(1), inne))).toEqual([true]);
    expect(las('beslut', 'verkstallt', underlag(bifall(2), inne))).toEqual([false]);
  });

  test('what is felmarkerat, or never began, does not stand', () => {
    const never = { aldrigPaborjad: { anvandareId: testId(1), namn: 'K', at: '2026-11-10T09:00:00.000Z' } };
    expect(
      las('beslut', 'star', underlag(bifall(1), bifall(2, 'kontaktperson', { felmarkerad: true }), bifall(3, 'kontaktperson', never))),
    ).toEqual([true, false, false]);
  });

  test('whose a kund is: of her open utredning and of the function that has her LSS Insatser', () => {
    expect(las('kund', 'handlaggareId', underlag())).toEqual([[testId(1)]]);
    expect(las('kund', 'organisationId', underlag())).toEqual([[testId(2), overordnad]]);
    expect(las('kund', 'personkrets', underlag(medKrets('2')))).toEqual([['2']]);
  });

  test('the age of an utredning is counted from the ansökan, also over a leap day', () => {
    expect(las('utredning', 'dagarSedan', underlag(), '2026-09-01')).toEqual([0]);
    expect(las('utredning', 'dagarSedan', underlag(), '2028-09-01')).toEqual([731]);
    expect(las('utredning', 'lagfrist', underlag(testAktualisering(1)))).toEqual(['2027-03-01']);
    expect(las('utredning', 'lagfrist', underlag(testAktualisering(1, { slag: 'omprovning' })))).toEqual([undefined]);
  });

  test('columns are read as the search has them, and no others', () => {
    const [kalla] = kallor('beslut', underlag(bifall(1)));
    expect(kalla && varden(sokning([], { kolumner: ['kund', 'beslut', 'giltigTom', 'verkstallt'] }), kalla)).toEqual({
      ...{ kund: undefined, beslut: 'LSS Kontaktperson Bifall', giltigTom: undefined, verkstallt: false },
    });
    expect(kalla?.post.id).toBe(beslutId(1));
  });
});

test('KL 6:40, 7:8 every beslut that was made, with who decided it: bifall and avslag, and not what the nämnd’s own utskott decided', () => {
  const av = (slag: 'handlaggare' | 'individutskottet', anvandareId?: string) => ({
    beslutsfattare: { slag, namn: 'Karin Ek', ...(anvandareId ? { anvandareId } : {}) },
  });
  const alla = underlag(
    bifall(1, 'kontaktperson', av('handlaggare', kat.handlaggare)),
    bifall(2, 'kontaktperson', { utfall: 'avslag', ...av('individutskottet') }),
  );
  expect(las('fattat', 'utfall', alla)).toEqual(['bifall', 'avslag']);
  expect(las('fattat', 'beslutsfattare', alla)).toEqual(['Karin Ek', 'Karin Ek']);
  expect(las('fattat', 'titel', alla)).toEqual(['LSS-handläggare', undefined]);
  expect(las('fattat', 'paDelegation', alla)).toEqual([true, false]);
  expect(las('fattat', 'felmarkerat', alla)).toEqual([false, false]);
});

describe('UPPF-05 uppföljningar', () => {
  const records = underlag(
    ...[bifall(1), bifall(2, 'korttidsvistelse', { giltigTom: '2026-11-05' })],
    ...[planerad(1, '2026-11-18'), planerad(2, '2026-11-20'), planerad(3, '2026-11-19', { beslutId: beslutId(2) })],
    ...[
      genomford(4, '2026-11-10', { planerad: '2026-11-10' }),
      genomford(5, '2026-11-11', { planerad: '2026-11-10' }),
      genomford(6, '2026-11-12'),
    ],
  );
  test('each is held in time or too late, or waits, or is late, or its bifall has ended; what is due is of bifall that hold', () => {
    expect(las('uppfoljning', 'lage', records)).toEqual(['forsenad', 'planerad', 'upphort', 'iTid', 'forSent', 'oplanerad']);
    expect(las('uppfoljning', 'galler', records)).toEqual([true, true, false, true, true, true]);
    const dod = records.map(
      (one) => (one.type === 'person' ? { ...one, data: { ...one.data, avliden: '2026-11-00' } } : one) as TestRecord,
    );
    expect(las('uppfoljning', 'lage', dod)).toEqual(['upphort', 'upphort', 'upphort', 'iTid', 'forSent', 'oplanerad']);
    for (const over of [{ felmarkerad: true }, { avslutad: signatur }, { aldrigPaborjad: signatur }, { giltigTom: '2026-11-19' }]) {
      const upphort = underlag(bifall(1, 'kontaktperson', over), planerad(1, '2026-11-18'), planerad(2, '2026-12-18'));
      expect(las('uppfoljning', 'lage', upphort), JSON.stringify(over)).toEqual(['upphort', 'upphort']);
    }
    const sistaDagen = underlag(bifall(1, 'kontaktperson', { giltigTom: '2026-11-20' }), planerad(1, '2026-11-18'));
    expect(las('uppfoljning', 'lage', sistaDagen)).toEqual(['forsenad']);
    expect(new Set(las('uppfoljning', 'galler', dod)), 'nothing is followed up for who has died').toEqual(new Set([false]));
  });
  test('the goals are counted by what became of them; of one that is not held there are none', () => {
    const tal = (falt: string) => las('uppfoljning', falt, records).slice(2, 4);
    expect(['mal', 'malUppnatt', 'malDelvis', 'malEj'].map(tal)).toEqual([
      [undefined, 2],
      [undefined, 1],
      [undefined, 1],
      [undefined, 0],
    ]);
    expect(las('uppfoljning', 'ledTill', records).at(-1)).toBe('oforandrat');
  });
  test('by its beslut: insats, handläggare and organisation', () => {
    const ett = underlag(bifall(1), planerad(1, '2026-11-18'));
    expect(las('uppfoljning', 'insatsId', ett)).toEqual([kat.insats.kontaktperson]);
    expect(las('uppfoljning', 'organisationId', ett)).toEqual([[expect.anything(), overordnad]]);
    expect(las('uppfoljning', 'handlaggareId', ett)).toEqual(las('beslut', 'handlaggareId', ett));
  });
});

test('KL 6:40 a LASS-beslut is Försäkringskassan’s, and one without a beslutsfattare nobody’s delegation', () => {
  const beslutsfattare = { slag: 'handlaggare', namn: 'Karin Ek', anvandareId: kat.handlaggare } as const;
  const alla = underlag(
    bifall(1, 'kontaktperson', { beslutsfattare, beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' }),
    bifall(2, 'kontaktperson', { beslutsfattare: undefined }),
    bifall(3, 'kontaktperson', { beslutsfattare: { ...beslutsfattare, slag: 'enhetschef' } }),
  );
  expect(las('fattat', 'paDelegation', alla)).toEqual([false, false, true]);
});
