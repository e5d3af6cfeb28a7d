import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { bevakaUteblivet } from '../beslut/utskicksuppgift.ts';
import { isRejection } from '../command.ts';
import { etjanstId } from '../etjanst/records.ts';
import { isOngoingBeslut } from '../pagaende.ts';
import {
  bekraftadI,
  beslutId,
  bevakningId,
  bifall,
  efter,
  get,
  kor,
  med,
  order,
  orderId,
  personal,
  signatur,
  skickaInput,
  u,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { etjanst, etjanstRev, godkannande, godkannandeId, godkannandeRev, ombudet, ombudssamtycket } from '../testing/etjanst.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { isOpenVerkstallighet } from '../verkstallighet/records.ts';
import { aktFel } from './akt-fel.ts';
import { attAvsluta } from './att-avsluta.ts';
import { avslutaArende } from './avsluta.ts';

const datum = '2026-11-20';
const bevakning = (over: object = {}): TestRecord => ({
  type: 'bevakning',
  id: bevakningId,
  data: {
    datum: '2026-12-01',
    status: 'Väntar',
    typ: 'LSS Följ upp beslut/verks',
    text: 'Följ upp',
    bevakasAvId: u.funktion3,
    ref: { type: 'beslut', id: beslutId(1) },
    skapad: signatur,
    ...over,
  },
});
const pagar = (...mer: TestRecord[]) => med(bifall(1), verk(1), order(1, bekraftadI(1)), bifall(2), order(2), bevakning(), ...mer);
const lista = (records: TestRecord[], dag = datum) => attAvsluta(aktAv(stateOf(records)), dag);
const avsluta = (records: TestRecord[], over: object = {}, actor = testActor(), kommandoId?: string) =>
  kor('arende.avsluta', { datum, kvitterat: lista(records).kvitterat, ...over }, records, actor, kommandoId);

describe('AVSL-01 FORB-43 the list', () => {
  test('every open utredning, beslut, beställning, verkställighet and bevakning, and what is done with it', () => {
    expect(lista(pagar()).delar.map(({ type, id, atgard }) => [type, id, atgard])).toEqual([
      ['utredning', akt.utredning, 'slutdatum'],
      ['beslut', beslutId(1), 'slutdatum'],
      ['beslut', beslutId(2), 'slutdatum'],
      ['bestallning', orderId(2), 'tasBort'],
      ['bestallning', orderId(1), 'slutdatum'],
      ['verkstallighet', akt.lssInsatser, 'slutdatum'],
      ['verkstallighet', akt.verkstallighet, 'slutdatum'],
      ['verkstallighet', verkId(1), 'slutdatum'],
      ['bevakning', bevakningId, 'tasBort'],
    ]);
  });

  test('what has an end on the day or before it, was refused, marked as wrong, taken back or done is not in it', () => {
    const stangt = med(
      bifall(1, 'kontaktperson', { giltigTom: datum }),
      bifall(2, 'kontaktperson', { utfall: 'avslag' }),
      bifall(3, 'kontaktperson', { felmarkerad: true }),
      order(1, { ...bekraftadI(1), gallerTom: '2026-11-10' }),
      order(2, { borttagen: { ...signatur, orsak: 'x' } }),
      verk(1, { slutdatum: datum }),
      bevakning({ status: 'Klar' }),
      { ...bevakning({ bevakasAvRoll: 'enhetschef' }), id: testId(349) },
    );
    expect(lista(stangt).delar.map(({ id }) => id)).toEqual([akt.utredning, akt.lssInsatser, akt.verkstallighet]);
  });

  test('what begins later never begins; an utredning that began later stands in the way, and its day is told', () => {
    const senare = pagar(bifall(3, 'kontaktperson', { giltigFran: '2027-01-01' }));
    expect(lista(senare).delar.filter(({ atgard }) => atgard === 'paborjasInte')).toEqual([
      { type: 'beslut', id: beslutId(3), atgard: 'paborjasInte', fran: '2027-01-01' },
    ]);
    expect(lista(senare).delar.some(({ hinder }) => hinder)).toBe(false);
    const fore = lista(pagar(), '2026-08-31');
    expect(fore.delar.filter(({ hinder }) => hinder).map(({ type }) => type)).toEqual(['utredning']);
    expect(fore.tidigast).toBe('2026-09-01');
    expect(avsluta(pagar(), { datum: '2026-08-31', kvitterat: fore.kvitterat })).toEqual({ code: 'datum-fore', field: 'datum' });
  });

  test('UTR-07 what nobody has examined yet stays, and is named', () => {
    const aktualisering: TestRecord = {
      type: 'aktualisering',
      id: testId(300),
      data: {
        slag: 'ansokan',
        typ: 'Kontaktperson',
        datum: '2026-09-01',
        franVem: 'Den enskilde',
        ansvarigHandlaggareId: testId(1),
        organisationId: testId(2),
        gruppId: testId(399),
        rev: testId(398),
      },
    };
    expect(lista(pagar(aktualisering)).kvarstar).toEqual([testId(300)]);
  });
});

describe('arende.avsluta', () => {
  test('AVSL-01 AVSL-02 AVSL-03 an end date everywhere, in one operation; nothing is left to close', () => {
    const before = pagar();
    const after = efter(before, avsluta(before, { orsak: 'Insatsen behövs inte längre' }));
    expect(get(after, 'utredning', akt.utredning).slutdatum).toBe(datum);
    expect(get(after, 'beslut', beslutId(1))).toMatchObject({ giltigTom: datum, avslutad: { namn: 'Karin Ek' } });
    expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe(datum);
    expect(get(after, 'bestallning', orderId(2)).borttagen).toMatchObject({ orsak: 'Insatsen behövs inte längre' });
    expect(get(after, 'verkstallighet', akt.lssInsatser)).toMatchObject({
      slutdatum: datum,
      avslut: { orsak: 'Insatsen behövs inte längre' },
    });
    expect(get(after, 'bevakning', bevakningId).borttagen).toBeDefined();
    expect(lista(after).delar).toEqual([]);
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    expect(avsluta(after)).toEqual({ code: 'inget-att-avsluta' });
  });

  test('FRAGA-31 an earlier end stays as it is', () => {
    const before = pagar(bifall(3, 'kontaktperson', { giltigTom: '2026-11-05' }));
    const after = efter(before, avsluta(before));
    expect(get(after, 'beslut', beslutId(3))).toMatchObject({ giltigTom: '2026-11-05', avslutad: { namn: 'Karin Ek' } });
  });

  describe('AVSL-01 FORB-43 the kund dies while something begins later', () => {
    const serie = { slag: 'serie', id: testId(700) } as const;
    const manad = (n: number, fran: string, tom: string, over: object = {}) => [
      bifall(n, 'utokning', { giltigFran: fran, giltigTom: tom, koppling: serie, ...over }),
      order(n, { ...bekraftadI(3), gallerFran: fran, gallerTom: tom }),
    ];
    const verk3 = verk(3, { insatskategori: 'Personlig ass LSS' });
    const medSerie = (over: object = {}) =>
      pagar(
        verk3,
        ...manad(3, '2026-11-01', '2026-11-30', over),
        ...manad(4, '2026-12-01', '2026-12-31', over),
        verk(4, { startdatum: '2026-12-01' }),
      );

    test.each([
      ['as it is', {}],
      ['after felmarkering', { felmarkerad: true }],
    ])('what runs ends, what has not begun is taken back and never verkställt, in one operation: %s', (_, over) => {
      const before = medSerie(over);
      const after = efter(before, avsluta(before));
      expect(get(after, 'bestallning', orderId(3))).toMatchObject({ gallerTom: datum, bekraftad: '2026-11-02' });
      const december = get(after, 'bestallning', orderId(4));
      expect(december.borttagen).toMatchObject({ orsak: 'Ärendet avslutat innan insatsen började' });
      expect(december).not.toHaveProperty('bekraftad');
      expect(december).not.toHaveProperty('bekraftelse');
      expect(get(after, 'verkstallighet', verkId(4))).toMatchObject({ slutdatum: '2026-12-01', aldrigPaborjad: { namn: 'Karin Ek' } });
      expect(isOpenVerkstallighet(get(after, 'verkstallighet', verkId(4)), '2026-11-20')).toBe(false);
      if (!('felmarkerad' in over)) {
        const [nu, sedan] = [get(after, 'beslut', beslutId(3)), get(after, 'beslut', beslutId(4))];
        expect([nu.giltigTom, nu.aldrigPaborjad]).toEqual([datum, undefined]);
        expect(sedan).toMatchObject({ giltigTom: '2026-12-01', aldrigPaborjad: { namn: 'Karin Ek' }, avslutad: { namn: 'Karin Ek' } });
        expect([isOngoingBeslut(nu, '2026-12-01'), isOngoingBeslut(sedan, '2026-12-01')]).toEqual([false, false]);
      }
      expect(lista(after).delar).toEqual([]);
      expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    });

    test('one without an end has one, for programs that do not know of what never began; an order that comes after finds the door shut', () => {
      const before = pagar(bifall(3, 'kontaktperson', { giltigFran: '2027-01-01' }));
      const after = efter(before, avsluta(before));
      expect(get(after, 'beslut', beslutId(3)).giltigTom).toBe('2027-01-01');
      const sen = skickaInput(3, { gallerFran: '2027-01-01', gallerTom: '2027-01-01' });
      expect(kor('bestallning.skicka', sen, after)).toEqual({ code: 'arendet-avslutat', field: 'beslutId' });
    });

    test('FORB-42 LSS Insatser opened again gives it its time again', () => {
      const before = pagar(bifall(3, 'kontaktperson', { giltigFran: '2027-01-01' }));
      const oppna = { verkstallighetId: akt.lssInsatser, beslut: [{ id: beslutId(3), giltigTom: null }] };
      const closed = efter(before, avsluta(before));
      const after = efter(closed, kor('verkstallighet.oppnaIgen', oppna, closed));
      expect(get(after, 'beslut', beslutId(3))).not.toHaveProperty('aldrigPaborjad');
      expect(get(after, 'beslut', beslutId(3))).not.toHaveProperty('giltigTom');
    });
  });

  const borta = [akt.utredning];
  test.each([
    ['FORB-43 less than was listed', pagar(), { kvitterat: [] }, { code: 'arendet-har-andrats', field: 'kvitterat' }],
    [
      'FORB-43 more than is there',
      med(),
      { kvitterat: [...lista(med()).kvitterat, testId(99)] },
      { code: 'arendet-har-andrats', field: 'kvitterat' },
    ],
    [
      'FORB-43 one named twice for another',
      med(),
      { kvitterat: [...borta, ...borta, akt.lssInsatser] },
      { code: 'arendet-har-andrats', field: 'kvitterat' },
    ],
    ['a reason the municipality does not have', pagar(), { orsak: 'Vet ej' }, { code: 'finns-inte-i-katalogen', field: 'orsak' }],
    ['in no akt', [], {}, { code: 'finns-inte' }],
  ])('%s: refused', (_, records, over, rejection) => {
    expect(avsluta(records, over)).toEqual(rejection);
  });
  test('the role: an utförare closes no case', () => {
    expect(avsluta(pagar(), {}, personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
});

const par = { slag: 'stodfamilj' as const, id: testId(270) };
describe('aktFel names what must not be', () => {
  test.each([
    ['two open LSS Insatser', med(verk(1, { lssInsatser: true })), /LSS Insatser is open 2 times/],
    ['an order without its bifall', med(order(1)), /stands without its bifall/],
    ['an order of an avslag', med(bifall(1, 'kontaktperson', { utfall: 'avslag' }), order(1)), /stands without its bifall/],
    [
      'an unconfirmed order of a beslut marked as wrong',
      med(bifall(1, 'kontaktperson', { felmarkerad: true }), order(1)),
      /stands without its bifall/,
    ],
    ['two orders of one bifall', med(bifall(1), order(1), order(2, { beslutId: beslutId(1) })), /is ordered 2 times/],
    [
      'an earlier order that goes on',
      med(bifall(1), verk(1), order(1, bekraftadI(1)), order(2, { beslutId: beslutId(1), ersatter: orderId(1), gallerFran: '2026-12-11' })),
      /does not end the day before/,
    ],
    ['an order that goes on from nothing', med(bifall(2), order(2, { ersatter: orderId(1) })), /goes on from nothing/],
    ['confirmed into nothing', med(bifall(1), order(1, bekraftadI(1))), /into no verkställighet/],
    [
      'confirmed and taken back',
      med(bifall(1), order(1, { bekraftad: datum, borttagen: { ...signatur, orsak: 'x' } })),
      /confirmed and taken back/,
    ],
    ['an end before the start', med(bifall(1, 'kontaktperson', { giltigTom: '2026-10-31' })), /ends before it starts/],
    [
      'what never began is ordered',
      med(bifall(1, 'kontaktperson', { aldrigPaborjad: signatur, giltigTom: '2026-12-01' }), order(1)),
      /never began and is ordered/,
    ],
    ['half a pair', med(bifall(1, 'stodfamilj', { koppling: par })), /has 1 halves/],
    [
      'a pair of which one is closed',
      med(
        bifall(1, 'stodfamilj', { koppling: par, giltigTom: datum, avslutad: signatur }),
        bifall(2, 'korttidsvistelse', { koppling: par, giltigTom: datum }),
      ),
      /are not alike/,
    ],
    ['a closed case without an end', med(bifall(1, 'kontaktperson', { avslutad: signatur })), /has no end/],
    [
      'an open order in a closed case',
      med(bifall(1, 'kontaktperson', { avslutad: signatur, giltigTom: datum }), order(1)),
      /is open in a closed case/,
    ],
    [
      'an open verkställighet in a closed case',
      med(bifall(1, 'kontaktperson', { avslutad: signatur, giltigTom: datum }), verk(1)),
      /is open in a closed case/,
    ],
  ])('%s', (_, records, text) => {
    expect(aktFel(aktAv(stateOf(records)))).toEqual([expect.stringMatching(text)]);
  });

  test('FORB-59 the task to tell the kund of a beslut that could not be sent may come after the case was closed, and stands', () => {
    const stangt = bifall(1, 'kontaktperson', { avslutad: signatur, giltigTom: datum });
    const uppgift = bevakaUteblivet('post', { enhet: 'lss', bevakasAvId: testActor().id, beslutId: stangt.id }, testContext());
    expect(aktFel(aktAv(stateOf(applied(med(stangt), [uppgift]))))).toEqual([]);
  });
  test('nothing in an akt that is whole', () => {
    expect(aktFel(aktAv(stateOf(pagar())))).toEqual([]);
  });
});

describe('MEDB-08 REL-10 what is ended of the e-service with the case', () => {
  const aktiv = etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' });
  const nara = [ombudet(), ombudssamtycket(), godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-10' })];
  const etjanstVal = [
    { postId: etjanstId(akt.person), basRev: etjanstRev },
    { postId: godkannandeId(1), basRev: godkannandeRev(1) },
  ];
  test('what was chosen ends at once, in the same operation; what was not chosen goes on', () => {
    const records = pagar(aktiv, ...nara);
    const utan = stateOf(efter(records, avsluta(records)));
    expect([utan.get('etjanst', etjanstId(akt.person))?.lage, utan.get('godkannande', godkannandeId(1))?.lage]).toEqual(['aktiv', 'aktiv']);
    const med_ = stateOf(efter(records, avsluta(records, { etjanst: etjanstVal })));
    expect(med_.get('etjanst', etjanstId(akt.person))).toMatchObject({
      lage: 'avslutad',
      slut: { orsak: 'valt', skal: 'Ärendet avslutat' },
    });
    expect(med_.get('godkannande', godkannandeId(1))).toMatchObject({ lage: 'avslutad', slut: { namn: 'Karin Ek' } });
    expect(med_.get('utredning', akt.utredning)?.slutdatum).toBe(datum);
  });
  test('a form that saw the e-service open does not open it again', () => {
    const records = pagar(aktiv);
    const after = efter(records, avsluta(records, { etjanst: etjanstVal.slice(0, 1) }, testActor(), testId(8)));
    const val = { basRev: etjanstRev, rev: testId(6), meddelande: true, inkomstblankett: true };
    expect(kor('etjanst.spara', val, after)).toEqual({ code: 'andrad-av-annan' });
  });
  test('an approval that no unit has marked as its own ends with the case that is closed', () => {
    const records = pagar(...nara).map((one) =>
      one.type === 'person' && one.id === akt.person ? ({ ...one, data: { ...one.data, enheter: ['lss', 'barn'] } } as TestRecord) : one,
    );
    const closed = stateOf(efter(records, avsluta(records, { etjanst: etjanstVal.slice(1) })));
    expect(closed.get('godkannande', godkannandeId(1))?.lage).toBe('avslutad');
  });
  test('what a colleague changed meanwhile is seen first, and then nothing is closed; what she has ended is ended', () => {
    const andrad = pagar(aktiv, ...nara.slice(0, 2), godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-10', rev: godkannandeRev(2) }));
    expect(avsluta(andrad, { etjanst: etjanstVal })).toEqual({ code: 'andrad-av-annan', field: 'etjanst' });
    const redan = pagar(etjanst({ lage: 'avslutad', rev: testId(5) }));
    expect(isRejection(avsluta(redan, { etjanst: etjanstVal.slice(0, 1) }))).toBe(false);
  });
  test('OSL 26:1 another unit’s approval is not this one’s to end', () => {
    const records = pagar(...nara.slice(0, 2), godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-10', enhet: 'barn' }));
    expect(avsluta(records, { etjanst: etjanstVal.slice(1) })).toMatchObject({ code: 'annan-enhet' });
  });
  test('a command of an older program ends none', () => {
    const { older } = avslutaArende;
    expect(older[0].raise({ personId: akt.person, datum, kvitterat: [] })).toEqual({ personId: akt.person, datum, kvitterat: [] });
  });
});
