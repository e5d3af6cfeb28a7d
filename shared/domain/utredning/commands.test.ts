import { describe, expect, test } from 'vitest';
import { aktMedKatalog, katalog } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';

const open = aktMedKatalog();
const ended = open.map(
  (record): TestRecord => (record.type === 'utredning' ? { ...record, data: { ...record.data, slutdatum: '2026-10-01' } } : record),
);
const before = stateOf(open).get('utredning', akt.utredning);

describe('Byt handläggare', () => {
  const byt = (over: object = {}, records = open, actor = testActor()) =>
    testDecide(
      'utredning.bytHandlaggare',
      { personId: akt.person, utredningId: akt.utredning, fran: katalog.handlaggare, till: katalog.kollega, ...over },
      stateOf(records),
      testContext(actor),
    );

  test('ROLL-10 to any handläggare; nothing else of the utredning changes', () => {
    const state = stateOf(applied(open, byt()));
    expect(state.get('utredning', akt.utredning)).toEqual({ ...before, ansvarigHandlaggareId: katalog.kollega });
  });

  test('to the one who has it: nothing', () => {
    expect(byt({ till: katalog.handlaggare })).toEqual([]);
  });

  test.each<[string, object, TestRecord[], object]>([
    ['FRAGA-61 from another than the form showed', { fran: katalog.slutat }, open, { code: 'andrad-av-annan' }],
    ['to one who is no handläggare', { till: katalog.personal }, open, { code: 'finns-inte-i-katalogen', field: 'till' }],
    ['to one who has left', { till: katalog.slutat }, open, { code: 'finns-inte-i-katalogen', field: 'till' }],
    ['of an ended utredning', {}, ended, { code: 'utredningen-avslutad' }],
    ['of one that is not there', { utredningId: testId(99) }, open, { code: 'finns-inte' }],
  ])('refused: %s', (_, over, records, rejection) => {
    expect(byt(over, records)).toEqual(rejection);
  });

  test('refused: by staff of a utförare', () => {
    expect(byt({}, open, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('FRAGA-09 an ended utredning is opened again', () => {
  const systemforvaltare = testActor({ roller: ['systemforvaltare'] });
  const oppna = (over: object = {}, records = ended, actor = systemforvaltare) =>
    testDecide(
      'utredning.oppnaIgen',
      { personId: akt.person, utredningId: akt.utredning, skal: 'Avslutad av misstag', ...over },
      stateOf(records),
      testContext(actor),
    );

  test('by a systemförvaltare, with a reason', () => {
    const oppnadIgen = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', skal: 'Avslutad av misstag' };
    expect(stateOf(applied(ended, oppna())).get('utredning', akt.utredning)).toEqual({ ...before, oppnadIgen });
  });

  test.each<[string, object, TestRecord[], object]>([
    ['without a reason', { skal: ' ' }, ended, { code: 'skal-kravs', field: 'skal' }],
    ['one that is open', {}, open, { code: 'andrad-av-annan' }],
    ['one that is not there', { utredningId: testId(99) }, ended, { code: 'finns-inte' }],
  ])('refused: %s', (_, over, records, rejection) => {
    expect(oppna(over, records)).toEqual(rejection);
  });

  test.each(['lssHandlaggare', 'enhetschef', 'utforare'] as const)('refused: by %s', (roll) => {
    expect(oppna({}, ended, testActor({ roller: [roll] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
