import { describe, expect, test } from 'vitest';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import {
  barnUngdom,
  beslut,
  bestallning,
  borttagen,
  by,
  bygg,
  egetVal,
  handlaggare,
  menyOf,
  u,
  under,
  utforarpersonal,
  utredning,
} from '../testing/rubriktrad.ts';
import { testActor, testId, testVerkstallighet } from '../testing/state.ts';
import type { Akt } from './trad.ts';

describe('TRAD-14 a beslut’s menu', () => {
  const utredningar = [utredning()];
  const id = `beslut/${testId(50)}`;
  test.each<[string, Partial<Beslut>, Akt['bestallningar'], string | null]>([
    ['a bifall', {}, [], null],
    ['an avslag', { utfall: 'avslag' }, [], 'inget-bifall'],
    ['a bifall of what is never ordered (LASS-15)', { insatsId: testId(82) }, [], 'bestalls-inte'],
    ['a felmarkerat beslut', { felmarkerad: true }, [], 'inget-bifall'],
    ['one that is ordered', {}, [bestallning(60)], 'redan-bestallt'],
    ['one whose order was taken back', {}, [bestallning(60, { borttagen })], null],
  ])('FORB-31 Beställning from %s', (_, over, bestallningar, hinder) => {
    expect(menyOf({ utredningar, beslut: [beslut(50, over)], bestallningar }, id).bestallning).toBe(hinder);
  });

  test('BESLUT-DV-04 Bedömning where the catalogue asks for one, and on the node that stands for it', () => {
    const akt = { utredningar, beslut: [beslut(50)] };
    expect(menyOf(akt, id)).toMatchObject({ bedomning: null, felmarkeraBeslut: null, historik: null });
    expect(menyOf(akt, `utredning/${u}/bedomning`)).toEqual({ bedomning: null, historik: null });
    const other = { utredningar, beslut: [beslut(50, { insatsId: testId(82) })] };
    expect(menyOf(other, id)).not.toHaveProperty('bedomning');
    expect(bygg(other).some(({ slag }) => slag === 'bedomning')).toBe(false);
  });

  test('SYM-16 BEDOM-02 none made: it has no plus sign and counts nothing', () => {
    const nod = bygg({ utredningar, beslut: [beslut(50)] }).find(({ slag }) => slag === 'bedomning');
    expect([nod?.harBarn, nod?.hoger]).toEqual([false, undefined]);
  });

  test('BEDOM-02 those made stand below it, the newest first', () => {
    const bedomning = (n: number, datum: string): Akt['bedomningar'][number] => ({
      id: testId(n),
      data: {
        utredningId: u,
        instrumentId: testId(81),
        instrument: 'D. Bedömning Daglig verksamhet',
        utforsAv: by,
        datum,
        funktioner: [{ kod: 'A', namn: 'A', niva: '1', poang: 1 }],
        verkstallighetId: testId(30),
        rev: testId(901),
      },
    });
    const tree = bygg({ utredningar, bedomningar: [bedomning(90, '2026-11-01'), bedomning(91, '2026-11-12')] });
    expect(under(tree, `utredning/${u}/bedomning`).map(([etikett]) => etikett)).toEqual([
      'D. Bedömning Daglig verksamhet 261112',
      'D. Bedömning Daglig verksamhet 261101',
    ]);
  });

  test('FORB-29 a LASS-beslut has its mark, and the mark of a felmarkerat one goes before', () => {
    const marke = (over: Partial<Beslut>) =>
      bygg({ utredningar, beslut: [beslut(50, { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', ...over })] }).find((nod) => nod.id === id)
        ?.marke;
    expect(marke({})).toBe('LASS');
    expect(marke({ felmarkerad: true })).toBe('felmarkerad');
  });
});

describe('TRAD-14 a beställning’s menu', () => {
  const id = `bestallning/${testId(60)}`;
  const meny = (over: Partial<Bestallning>, actor = handlaggare, fler: Akt['bestallningar'] = []) =>
    menyOf({ utredningar: [utredning()], beslut: [beslut(50)], bestallningar: [bestallning(60, over), ...fler] }, id, actor);

  test('BEKR-01 handläggare confirm for Eget Val, and not for a utförare that does it itself', () => {
    expect(meny({})).toEqual({ bekrafta: null, nyEfterAvbrott: 'inte-bekraftad', taBortBestallning: null, historik: null });
    expect(meny({ utforareId: barnUngdom }).bekrafta).toBe('bekraftas-av-utforaren');
  });

  test('BEST-BORT-01 BEST-KOP-02 a confirmed one is not removed or confirmed again; it can be gone on with after an avbrott', () => {
    expect(meny({ bekraftad: '2026-12-01' })).toEqual({
      bekrafta: 'bekraftad',
      nyEfterAvbrott: null,
      taBortBestallning: 'bekraftad',
      historik: null,
    });
    expect(meny({ bekraftad: '2026-12-01' }, handlaggare, [bestallning(61, { ersatter: testId(60) })]).nyEfterAvbrott).toBe(
      'redan-bestallt',
    );
  });

  test('FORB-39 one taken back is marked, not said to wait, and nothing more is done with it', () => {
    const tree = bygg({ utredningar: [utredning()], beslut: [beslut(50)], bestallningar: [bestallning(60, { borttagen })] });
    const nod = tree.find((one) => one.id === id);
    expect(nod).toMatchObject({ marke: 'borttagen', etikett: 'Beställning 261112' });
    expect(nod).not.toHaveProperty('hoger');
    expect(meny({ borttagen })).toEqual({
      bekrafta: 'borttagen',
      nyEfterAvbrott: 'borttagen',
      taBortBestallning: 'borttagen',
      historik: null,
    });
  });

  test('PBEST-05 staff of a utförare confirm their own, and see it without the utredning', () => {
    const deras = { utforareId: barnUngdom };
    const akt = {
      beslut: [beslut(50)],
      bestallningar: [bestallning(60, deras), bestallning(61, { ...deras, beslutId: testId(51), borttagen })],
    };
    const tree = bygg(akt, utforarpersonal);
    expect(under(tree, 'rot').map(([etikett]) => etikett)).toEqual(['LSS Daglig verksamhet Bifall 261112', 'Beställning 261112']);
    expect(menyOf(akt, id, utforarpersonal)).toMatchObject({
      bekrafta: null,
      taBortBestallning: 'behorighet-saknas',
      historik: 'behorighet-saknas',
    });
  });
});

describe('TRAD-14 a verkställighet’s menu', () => {
  const id = `verkstallighet/${testId(30)}`;
  const v = (n: number, over: Parameters<typeof testVerkstallighet>[0]) => ({ id: testId(n), data: testVerkstallighet(over) });
  test('VERK-10 VERK-15 one that is open is closed or moved', () => {
    expect(menyOf({ verkstalligheter: [v(30, { lssInsatser: true })] }, id)).toEqual({
      dokumentation: null,
      avslutaVerkstallighet: null,
      oppnaVerkstallighetIgen: 'verkstallighet-oppen',
      bytUtforare: null,
      historik: null,
    });
  });

  test('VERK-13 VERK-03 a closed one is opened again, unless another of its kind is open', () => {
    const closed = v(30, { lssInsatser: true, slutdatum: '2026-10-31' });
    expect(menyOf({ verkstalligheter: [closed] }, id)).toMatchObject({
      avslutaVerkstallighet: 'verkstallighet-avslutad',
      oppnaVerkstallighetIgen: null,
      bytUtforare: 'verkstallighet-avslutad',
    });
    expect(menyOf({ verkstalligheter: [closed, v(31, { lssInsatser: true })] }, id).oppnaVerkstallighetIgen).toBe('lss-insatser-finns');
    expect(menyOf({ verkstalligheter: [closed, v(31, {})] }, id).oppnaVerkstallighetIgen).toBeNull();
    const avBeslut = { beslutId: testId(50), utforareId: egetVal };
    const samma = [v(30, { ...avBeslut, slutdatum: '2026-10-31' }), v(31, avBeslut)];
    expect(menyOf({ verkstalligheter: samma }, id).oppnaVerkstallighetIgen).toBe('verkstallighet-finns');
  });

  test('VERK-14 FORB-15 a utförare’s own is moved by nobody here, and closed by its own staff or a handläggare', () => {
    const verkstalligheter = [v(30, { utforareId: barnUngdom })];
    expect(menyOf({ verkstalligheter }, id)).toMatchObject({ avslutaVerkstallighet: null, bytUtforare: 'utforarens-verkstallighet' });
    expect(menyOf({ verkstalligheter }, id, utforarpersonal).avslutaVerkstallighet).toBeNull();
    const other = testActor({ roller: ['utforare'], utforareId: egetVal });
    expect(menyOf({ verkstalligheter }, id, other).avslutaVerkstallighet).toBe('utforarens-verkstallighet');
  });
});
