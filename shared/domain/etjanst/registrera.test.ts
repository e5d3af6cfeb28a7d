import { expect, test } from 'vitest';
import { isRejection } from '../command.ts';
import { efter, kor, med } from '../testing/bestallning.ts';
import { godkannande, godkannandeId, godkannandeRev, ombudet, ombudsslaget, systersNummer } from '../testing/etjanst.ts';
import { samtyckeId, syster } from '../testing/samtycke.ts';
import { stateOf, type TestRecord, testId } from '../testing/state.ts';

const samtycke = {
  ...{ samtyckeId: samtyckeId(1), avser: 'Ombud i e-tjänsten', fran: '2026-11-20', hur: 'muntligt' },
  mottaget: { dag: '2026-11-19', av: 'Karin Ek' },
};
const nya = testId(840);
const kontakt = { typ: 'anhorig', namn: 'Ekström, Bo', personnummer: systersNummer, telefon: '070-174 06 02', rev: testId(841) };
const bas = { godkannandeId: godkannandeId(1), rev: godkannandeRev(1), fran: '2026-11-20', tom: '2027-11-20' };
const registrera = (over: object, records: TestRecord[] = med(ombudsslaget)) =>
  kor('godkannande.registrera', { ...bas, kontaktId: nya, kontakt, samtycke, mobil: '070-174 06 02', ...over }, records);

test('FORB-64 REL-05 to REL-09 one operation makes the contact, the samtycke and the approval that rests on it', () => {
  const state = stateOf(efter(med(ombudsslaget), registrera({})));
  expect(state.get('kontakt', nya)).toMatchObject({ namn: 'Ekström, Bo', personnummer: systersNummer });
  expect(state.get('samtycke', samtyckeId(1))).toMatchObject({ till: { kontaktId: nya, namn: 'Ekström, Bo' }, tillater: ['ombudETjanst'] });
  expect(state.get('godkannande', godkannandeId(1))).toMatchObject({
    ...{ lage: 'vantarPaNatten', samtyckeId: samtyckeId(1), fran: '2026-11-20', tom: '2027-11-20', mobil: '070-174 06 02' },
    till: { kontaktId: nya, namn: 'Ekström, Bo', personnummer: systersNummer },
  });
});
test('of a contact that is there, with the samtycke alone', () => {
  const records = med(ombudet(), ombudsslaget);
  const state = stateOf(efter(records, registrera({ kontaktId: syster, kontakt: undefined }, records)));
  expect(state.get('godkannande', godkannandeId(1))).toMatchObject({ samtyckeId: samtyckeId(1), till: { kontaktId: syster } });
});
test.each([
  [
    'a contact whose number is none',
    { kontakt: { ...kontakt, personnummer: '123' } },
    { code: 'ogiltigt-personnummer', field: 'kontakt.personnummer' },
  ],
  ['a contact without a number', { kontakt: { ...kontakt, personnummer: null } }, { code: 'godkannande-utan-nummer', field: 'kontaktId' }],
  ['FORB-65 no samtycke', { samtycke: undefined }, { code: 'ombudssamtycke-kravs', field: 'kontaktId' }],
  [
    'a samtycke to something else',
    { samtycke: { ...samtycke, avser: 'Annat' } },
    { code: 'finns-inte-i-katalogen', field: 'samtycke.avser' },
  ],
  [
    'a samtycke received tomorrow',
    { samtycke: { ...samtycke, mottaget: { dag: '2026-11-21', av: 'K' } } },
    { field: 'samtycke.mottaget.dag' },
  ],
  ['a samtycke that begins later', { samtycke: { ...samtycke, fran: '2026-12-01' } }, { code: 'ombudssamtycke-kravs' }],
  ['longer than the samtycke', { samtycke: { ...samtycke, tom: '2026-12-31' } }, { code: 'godkannande-langre-an-samtycket', field: 'tom' }],
])('where one step is refused none is done: %s', (_, over, refused) => {
  const decision = registrera(over);
  expect(isRejection(decision)).toBe(true);
  expect(decision).toMatchObject(refused);
});
test('an id that a colleague has used meanwhile is refused, and nobody is approved twice', () => {
  const records = med(ombudet(), ombudsslaget, godkannande(2));
  expect(registrera({ kontaktId: syster, kontakt: undefined }, records)).toMatchObject({ code: 'godkannande-finns' });
  expect(registrera({ kontaktId: syster }, records)).toMatchObject({ code: 'andrad-av-annan' });
});
