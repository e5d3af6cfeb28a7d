import { describe, expect, test } from 'vitest';
import type { Kontakt } from '../kontakt/records.ts';
import { samtycke, syster, systern } from '../testing/samtycke.ts';
import { akt, stateOf, type TestRecord, testAkt, testId } from '../testing/state.ts';
import { kallorTill } from './bygg.ts';
import { mottagareFor, mottagarval, ratten, samtyckeFor } from './mottagare.ts';
import { dokumentval } from './val.ts';

const modern = testId(620);
const lamnas = { enhet: 'lss', dag: '2026-11-20' };
const isLss = { enheter: ['lss'] };
const hos = [isLss, isLss, lamnas.dag] as const;
const kontakt = (over: Partial<Kontakt> = {}): TestRecord => ({
  type: 'kontakt',
  id: modern,
  data: { typ: 'vardnadshavare', namn: 'Ekström, Birgitta', adress: 'Storgatan 1, 252 20 Almvik', rev: testId(621), ...over },
});
const med = (over?: Partial<Kontakt>, skydd: 'ingen' | 'sekretessmarkering' = 'ingen') =>
  stateOf([...testAkt().map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, skydd } } : one)), kontakt(over)]);
const rader = (...given: Parameters<typeof med>) => {
  const till = mottagareFor(med(...given), akt.person, modern, lamnas);
  return till.ok ? till.value.rader : till.error;
};

describe('UTSK-02 a letter goes to the kund, or to one who speaks for them', () => {
  test.each(['vardnadshavare', 'godMan', 'foretradare'] as const)('a contact that is %s is offered', (typ) => {
    expect(mottagarval(med({ typ }), ...hos)).toEqual([{ id: modern, namn: 'Ekström, Birgitta', typ }]);
  });

  test('with name and address, and with whom it is about', () => {
    expect(rader()).toEqual(['Birgitta Ekström', 'Storgatan 1', '252 20 Almvik']);
    expect(rader({ namn: 'Överförmyndarkontoret', adress: undefined })).toEqual(['Överförmyndarkontoret']);
    const till = mottagareFor(med(), akt.person, modern, lamnas);
    expect(till).toMatchObject({ ok: true, value: { galler: [{ etikett: 'Gäller' }] } });
    expect(mottagareFor(med(), akt.person, undefined, lamnas)).toMatchObject({ ok: true, value: { galler: [] } });
  });

  test('FRAGA-62 of a protected kund no address of who they may live with', () => {
    expect(rader({}, 'sekretessmarkering')).toEqual(['Birgitta Ekström']);
  });

  test.each<[string, Partial<Kontakt>]>([
    ['one with skyddad folkbokföring', { skyddad: true, adressSkyddad: true, adress: undefined }],
    ['one whose address is protected', { adressSkyddad: true, adress: undefined }],
  ])('FRAGA-62 %s is neither offered nor written to', (_, over) => {
    expect(mottagarval(med(over), ...hos)).toEqual([]);
    expect(rader(over)).toEqual([{ kod: 'mottagaren-gar-inte', ref: modern }]);
  });

  test('SAMT-05 a contact who does not speak for the kund is offered with where the samtycke stands, and written to by it or with a reason', () => {
    const anhorig = med({ typ: 'anhorig' });
    expect(mottagarval(anhorig, ...hos)).toEqual([{ id: modern, namn: 'Ekström, Birgitta', typ: 'anhorig', samtycke: { lss: 'saknas' } }]);
    expect(rader({ typ: 'anhorig' })).toEqual([{ kod: 'samtycke-saknas', ref: modern }]);
    expect(mottagareFor(anhorig, akt.person, modern, { ...lamnas, utanSamtycke: 'Inget men' })).toMatchObject({ ok: true });
  });

  test('SAMT-05 OSL 26:1 of a user of two units: each letter by the samtycke of the unit whose it is', () => {
    const badas = stateOf([
      ...testAkt().map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, enheter: ['lss', 'bistand'] } } : one)),
      ...[systern(), samtycke(1, { enhet: 'lss' })],
    ]);
    const person = badas.get('person', akt.person);
    if (!person) throw new Error('no person');
    const [asa] = mottagarval(badas, person, { enheter: ['lss', 'bistand'] }, lamnas.dag);
    if (!asa) throw new Error('nobody is offered');
    expect(['lss', 'bistand'].map((enhet) => samtyckeFor(asa, enhet))).toEqual(['finns', 'saknas']);
    for (const enhet of ['lss', 'bistand'])
      expect(ratten(badas, akt.person, syster, { ...lamnas, enhet }).ok, 'as what is shown').toBe(samtyckeFor(asa, enhet) === 'finns');
  });

  test('one who is no contact of the kund any more is not', () => {
    const utan = stateOf(testAkt());
    expect(mottagareFor(utan, akt.person, modern, lamnas)).toEqual({ ok: false, error: [{ kod: 'mottagaren-gar-inte', ref: modern }] });
  });

  test('what it is made of names the contact, so that a change is seen', () => {
    const val = dokumentval.parse({
      ...{ slag: 'brev', personId: akt.person, knytsTill: { type: 'utredning', id: akt.utredning } },
      ...{ titel: 'Hej', text: { type: 'doc', content: [] }, mottagareId: modern },
    });
    expect(val.slag === 'brev' && kallorTill(med(), val)).toEqual([
      { type: 'person', id: akt.person },
      { type: 'kontakt', id: modern },
    ]);
  });
});
