import { describe, expect, test } from 'vitest';
import {
  beslutId,
  bevakningId,
  bifall,
  efter,
  get,
  kor,
  med,
  ny,
  order,
  orderId,
  pagar,
  personal,
  signatur,
  u,
  verk,
} from '../testing/bestallning.ts';
import { type TestRecord, testActor } from '../testing/state.ts';

const bestalld = (records: TestRecord[]) => get(records, 'bestallning', orderId(2));

const taBort = (records: TestRecord[], n = 1, orsak = 'Fel utförare', actor = testActor()) =>
  kor('bestallning.taBort', { bestallningId: orderId(n), orsak }, records, actor);
const angra = (records: TestRecord[], n = 1, actor = testActor()) =>
  kor('bestallning.angraTaBort', { bestallningId: orderId(n) }, records, actor);

describe('BEST-BORT', () => {
  const sand = (over: object = {}) => med(bifall(1), order(1, over));
  const bevakning: TestRecord = {
    type: 'bevakning',
    id: bevakningId,
    data: {
      datum: '2026-12-01',
      status: 'Ej påbörjad',
      typ: 'Bekräfta beställning',
      text: 'Bekräfta',
      bevakasAvId: u.funktion3,
      ref: { type: 'bestallning', id: orderId(1) },
      skapad: signatur,
    },
  };

  test('BEST-BORT-01 FORB-39 taken back with the reason, kept, its reminder gone; and undone, as it was', () => {
    const before = [...sand(), bevakning];
    const after = efter(before, taBort(before));
    expect(get(after, 'bestallning', orderId(1)).borttagen).toMatchObject({ namn: 'Karin Ek', orsak: 'Fel utförare' });
    expect(get(after, 'bevakning', bevakningId).borttagen).toBeDefined();
    const back = efter(after, angra(after));
    expect(get(back, 'bestallning', orderId(1))).toEqual(get(before, 'bestallning', orderId(1)));
    expect(get(back, 'bevakning', bevakningId)).toEqual(bevakning.data);
  });

  test('BEST-KOP-09 the earlier order goes on as it did, and ends again when that is undone', () => {
    const before = pagar({ gallerTom: '2027-06-30' }, { giltigTom: '2027-06-30' });
    const efterAvbrott = efter(before, ny(before));
    const utan = efter(efterAvbrott, taBort(efterAvbrott, 2));
    expect(get(utan, 'bestallning', orderId(1))).toEqual(get(before, 'bestallning', orderId(1)));
    const back = efter(utan, angra(utan, 2));
    expect(get(back, 'bestallning', orderId(1)).gallerTom).toBe('2026-12-10');
    expect(bestalld(back)).toEqual(bestalld(efterAvbrott));
  });

  test.each([
    ['its verkställighet was closed', [verk(1, { slutdatum: '2027-01-31' })], '2027-01-31'],
    ['its beslut was ended', [bifall(1, 'kontaktperson', { giltigTom: '2027-02-28' })], '2027-02-28'],
    ['neither, but it had an end of its own', [], '2027-06-30'],
  ] as [string, TestRecord[], string][])('AVSL-01 the earlier order goes on no longer than what carries it: %s', (_, mellan, slut) => {
    const before = pagar({ gallerTom: '2027-06-30' }, { giltigTom: '2027-06-30' });
    const efterAvbrott = efter(before, ny(before));
    const ids = new Set(mellan.map(({ id }) => id));
    const nu = [...efterAvbrott.filter(({ id }) => !ids.has(id)), ...mellan];
    expect(get(efter(nu, taBort(nu, 2)), 'bestallning', orderId(1)).gallerTom).toBe(slut);
  });

  const borttagen = { ...signatur, orsak: 'x' };
  test.each([
    ['BEST-BORT-01 BEKR-08 confirmed', taBort(sand({ bekraftad: '2026-11-02' })), { code: 'bekraftad' }],
    ['taken back already', taBort(sand({ borttagen })), { code: 'borttagen' }],
    ['FORB-39 no reason', taBort(sand(), 1, ' '), { code: 'skal-kravs', field: 'orsak' }],
    ['no such order', taBort(med()), { code: 'finns-inte' }],
    ['by an utförare', taBort(sand(), 1, 'x', personal(u.rekrytering)), { code: 'behorighet-saknas' }],
    ['undo: nothing to undo', angra(sand()), { code: 'andrad-av-annan' }],
    ['undo: no such order', angra(med()), { code: 'finns-inte' }],
    ['undo: another has taken its place', angra([...sand({ borttagen }), order(2, { beslutId: beslutId(1) })]), { code: 'redan-bestallt' }],
    [
      'undo: the bifall is marked as wrong',
      angra(med(bifall(1, 'kontaktperson', { felmarkerad: true }), order(1, { borttagen }))),
      { code: 'inget-bifall' },
    ],
    [
      'undo: the case is closed',
      angra(med(bifall(1, 'kontaktperson', { avslutad: signatur }), order(1, { borttagen }))),
      { code: 'arendet-avslutat' },
    ],
    [
      'undo: the bifall ends now',
      angra(med(bifall(1, 'kontaktperson', { giltigTom: '2026-12-01' }), order(1, { borttagen }))),
      { code: 'avviker-fran-beslut' },
    ],
    ['undo: by an utförare', angra(sand({ borttagen }), 1, personal(u.rekrytering)), { code: 'behorighet-saknas' }],
  ])('%s: refused', (_, decision, rejection) => {
    expect(decision).toEqual(rejection);
  });
});
