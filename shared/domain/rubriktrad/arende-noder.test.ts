import { describe, expect, test } from 'vitest';
import { anteckningHuvud } from '../anteckning/records.ts';
import {
  aktualisering,
  beslut,
  bestallning,
  borttagen,
  by,
  bygg,
  handlaggare,
  menyOf,
  u,
  under,
  utforarpersonal,
  utredning,
} from '../testing/rubriktrad.ts';
import { testActor, testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import type { Akt } from './trad.ts';

describe('aktualiseringar', () => {
  test('AKT-02 those of an utredning stand under it in their folder, the first to come in first', () => {
    const aktualiseringar = [aktualisering(61, { datum: '2026-10-01', utredningId: u }), aktualisering(60, { utredningId: u })];
    const tree = bygg({ utredningar: [utredning()], aktualiseringar });
    expect(under(tree, `utredning/${u}`)).toEqual([
      ['Aktualiseringar', '2'],
      ['Dokumentation', undefined],
    ]);
    expect(under(tree, `utredning/${u}/aktualiseringar`).map(([etikett]) => etikett)).toEqual([
      'Daglig verksamhet 260915',
      'Daglig verksamhet 261001',
    ]);
  });

  test('UTR-07 FORB-14 those that no utredning examines stand under the root, left out ones with their mark', () => {
    const tree = bygg({
      utredningar: [utredning()],
      aktualiseringar: [aktualisering(60, { utelamnad: { ...by, skal: 'Prövas senare' } })],
    });
    expect(under(tree, 'rot').map(([etikett]) => etikett)).toEqual(['Ej behandlade aktualiseringar', 'LSS Utredning 260915-']);
    expect(under(tree, 'rot/aktualiseringar')).toEqual([['Daglig verksamhet 260915', 'utelämnad']]);
    const vantar = bygg({ aktualiseringar: [aktualisering(60)] });
    expect(under(vantar, 'rot/aktualiseringar')).toEqual([['Daglig verksamhet 260915', undefined]]);
    expect(menyOf({ aktualiseringar: [aktualisering(60)] }, `aktualisering/${testId(60)}`)).toEqual({
      inledUtredning: null,
      historik: null,
    });
  });

  test('SYM-16 no folder without any', () => {
    expect(bygg({ utredningar: [utredning()] }).some(({ slag }) => slag === 'aktualiseringar')).toBe(false);
  });
});

describe('TRAD-14 the root’s menu', () => {
  test('AKT-01 UTR-01 VERK-05 LASS-03 AVSL-01 its entries, in that order', () => {
    const akt = { utredningar: [utredning()], aktualiseringar: [aktualisering(60)] };
    expect(Object.entries(menyOf(akt, 'rot'))).toEqual([
      ['aktualisering', null],
      ['inledUtredning', null],
      ['verkstallighetOppna', null],
      ['lassBeslut', null],
      ['avslutaArende', null],
      ['moten', null],
      ['historik', null],
    ]);
  });

  test('OSL 26:1 Ta upp kunden hos oss for who is of a unit that has not the kund, beside one that has', () => {
    const bada = testActor({ enheter: ['lss', 'bistand'] });
    expect(menyOf({}, 'rot')).not.toHaveProperty('taUpp');
    expect(menyOf({}, 'rot', bada)).toHaveProperty('taUpp', null);
    expect(menyOf({}, 'rot', bada, { enheter: ['lss', 'bistand'] })).not.toHaveProperty('taUpp');
    expect(menyOf({}, 'rot', testActor({ enheter: ['lss', 'bistand'], roller: ['systemforvaltare'] }))).toHaveProperty(
      'taUpp',
      'behorighet-saknas',
    );
  });

  test.each<[string, Partial<Akt>, string | null]>([
    ['nothing', {}, 'inget-att-avsluta'],
    [
      'an ended utredning with an expired beslut',
      { utredningar: [utredning({ slutdatum: '2026-11-01' })], beslut: [beslut(50, { giltigTom: '2026-11-19' })] },
      'inget-att-avsluta',
    ],
    ['an ongoing bifall', { beslut: [beslut(50)] }, null],
    ['an order that nobody confirmed', { bestallningar: [bestallning(60, { gallerTom: '2026-11-01' })] }, null],
    ['an order taken back', { bestallningar: [bestallning(60, { borttagen })] }, 'inget-att-avsluta'],
    ['an open verkställighet', { verkstalligheter: [{ id: testId(30), data: testVerkstallighet() }] }, null],
    [
      'an ended verkställighet',
      { verkstalligheter: [{ id: testId(30), data: testVerkstallighet({ slutdatum: '2026-11-19' }) }] },
      'inget-att-avsluta',
    ],
  ])('AVSL-01 Avsluta ärende when there is %s', (_, akt, hinder) => {
    expect(menyOf(akt, 'rot').avslutaArende).toBe(hinder);
  });

  describe('OSL 26:1 of a kund of two units', () => {
    const kund = { enheter: ['lss', 'bistand'] };
    const bada = testActor({ enheter: ['lss', 'bistand'] });
    const bevakning = (over: object): Akt['bevakningar'][number] => ({
      id: testId(90),
      data: {
        ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: 'x', bevakasAvId: testId(91), skapad: by },
        ...{ ref: { type: 'person', id: testId(10) }, ...over },
      },
    });
    test('AVSL-01 what is common is no case that could be closed; what is the unit’s own is', () => {
      const gemensamma = { bevakningar: [bevakning({ gemensam: true })] };
      expect(menyOf(gemensamma, 'rot', handlaggare, kund).avslutaArende).toBe('inget-att-avsluta');
      expect(menyOf(gemensamma, 'rot', bada, kund).avslutaArende).toBe('inget-att-avsluta');
      const egna = { bevakningar: [bevakning({ enhet: 'bistand' })] };
      expect(menyOf(egna, 'rot', bada, kund).avslutaArende).toBeNull();
      expect(menyOf(egna, 'rot', handlaggare, kund).avslutaArende).toBe('inget-att-avsluta');
    });

    test('two that are called the same are told apart by whose they are', () => {
      const verkstalligheter = ['lss', 'bistand'].map((enhet, n) => ({
        ...{ id: testId(30 + n), data: testVerkstallighet({ lssInsatser: true, insatskategori: 'LSS Insatser', enhet }) },
      }));
      const hoger = (actor: typeof bada) =>
        bygg({ verkstalligheter }, actor, kund).flatMap((nod) => (nod.slag === 'verkstallighet' ? [nod.hoger] : []));
      expect(hoger(bada)).toEqual(['LSS', 'BISTAND']);
      expect(hoger(handlaggare)).toEqual([undefined, undefined]);
    });

    test('VERK-01 LSS Insatser that the other unit has open does not hinder one’s own', () => {
      const verkstallighet = (n: number, enhet: string, slutdatum?: string) => ({
        ...{ id: testId(n), data: testVerkstallighet({ lssInsatser: true, insatskategori: 'LSS Insatser', enhet, slutdatum }) },
      });
      const oppnaIgen = (andra: string) =>
        menyOf(
          { verkstalligheter: [verkstallighet(30, 'lss', '2026-11-01'), verkstallighet(31, andra)] },
          `verkstallighet/${testId(30)}`,
          ...([bada, kund] as const),
        ).oppnaVerkstallighetIgen;
      expect([oppnaIgen('bistand'), oppnaIgen('lss')]).toEqual([null, 'lss-insatser-finns']);
    });
  });

  test('UTR-01 Inled utredning needs an aktualisering', () => {
    expect(menyOf({}, 'rot').inledUtredning).toBe('inget-valt');
  });

  test('ROLL-01 staff of a utförare may none of it', () => {
    expect(new Set(Object.values(menyOf({ aktualiseringar: [aktualisering(60)] }, 'rot', utforarpersonal)))).toEqual(
      new Set(['behorighet-saknas']),
    );
  });
});

describe('TRAD-14 an utredning’s menu', () => {
  test.each<[string, object, string | null]>([
    ['ongoing', {}, null],
    ['ended', { slutdatum: '2026-11-01' }, 'utredningen-avslutad'],
  ])('AKT-09 BESLUT-GEN-01 Aktualisering and Beslut in one that is %s', (_, over, hinder) => {
    expect(menyOf({ utredningar: [utredning(over)] }, `utredning/${u}`)).toEqual({
      aktualisering: hinder,
      dokumentation: null,
      beslut: hinder,
      historik: null,
    });
  });

  test('KOP-01 KOP-02 KOP-04 texts are copied from a document that has them, and pasted into one that has none', () => {
    const id = `utredning/${u}/dokumentation/dokument`;
    const anteckningar = [{ id: testId(70), huvud: anteckningHuvud(testAnteckning({ dokumentation: { slag: 'utredning', id: u } })) }];
    expect(menyOf({ utredningar: [utredning()], anteckningar }, id)).toEqual({
      oppnaTradet: null,
      kopieraTexter: null,
      klistraTexter: 'malet-har-text',
    });
    expect(menyOf({ utredningar: [utredning()] }, id)).toEqual({
      oppnaTradet: null,
      kopieraTexter: 'inget-att-kopiera',
      klistraTexter: null,
    });
    expect(menyOf({ utredningar: [utredning({ slutdatum: '2026-11-01' })] }, id).klistraTexter).toBe('utredningen-avslutad');
  });
});
