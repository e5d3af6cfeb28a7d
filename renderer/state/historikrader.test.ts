import { describe, expect, test } from 'vitest';
import { handelserOf } from '../../shared/domain/historik/handelse.ts';
import { recordSchemas } from '../../shared/domain/records.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { faltOrd } from '../../shared/words/falt.ts';
import { postandringar, vardeText } from './historikrader.ts';

const namn = (id: string) => ({ [testId(7)]: 'Lss, Eget Val', [testId(50)]: 'Ledsagarservice 261112' })[id];
const av = { anvandareId: testId(1), namn: 'Per Hallberg', at: '2026-11-19T15:41:00.000Z' };
const context = {
  now: av.at,
  kommandoId: testId(900),
  actor: {
    id: av.anvandareId,
    namn: av.namn,
    titel: 'LSS-handläggare',
    roller: ['lssHandlaggare' as const],
    organisationId: testId(2),
    enheter: ['lss'],
    skyddadBehorighet: false,
    aktiv: true,
  },
};
/** The event the domain itself makes of a change of one record. */
function andring(type: 'beslut' | 'bestallning' | 'person', id: string, fore: object | undefined, efter: object) {
  const [handelse] = handelserOf(
    'x',
    [{ op: 'put', type, id, data: efter as never }],
    { get: () => fore as never },
    {
      ...context,
      kommandoId: testId(99),
    },
  );
  if (!handelse) throw new Error('no event');
  return postandringar(handelse.data, namn);
}

describe('the history of a record', () => {
  test('a changed date and amount, from what to what, with the labels of the form', () => {
    const fore = { giltigTom: '2027-11-30', omfattning: { minuter: 1200, enhet: 'Månad' }, rev: testId(1) };
    expect(
      andring('beslut', testId(50), fore, {
        ...fore,
        giltigTom: '2027-05-31',
        omfattning: { minuter: 2910, enhet: 'Vecka' },
        rev: testId(2),
      }),
    ).toEqual([
      {
        id: testId(50),
        rubrik: 'Beslut: Ledsagarservice 261112',
        op: 'ändrad',
        ny: false,
        falt: [
          { etikett: 'Slutdatum', fran: '2027-11-30', till: '2027-05-31' },
          { etikett: 'Omfattning', fran: '20 tim per månad', till: '48 tim 30 min per vecka' },
        ],
      },
    ]);
  });

  test('ids are the names of what they stand for, and one of nothing held is left out', () => {
    const [post] = andring('bestallning', testId(60), undefined, { utforareId: testId(7), bestallarOrganisationId: testId(999) });
    expect(post).toMatchObject({ rubrik: 'Beställning', op: 'ny', falt: [{ etikett: 'Utförare', till: 'Lss, Eget Val' }] });
    expect(post?.falt).toHaveLength(1);
  });

  test('felmarkerat says so, with who, when and why', () => {
    const [post] = andring('beslut', testId(50), {}, { felmarkerad: true, felmarkering: { ...av, orsak: 'Fel kund' } });
    expect(post).toMatchObject({
      marke: 'felmarkerat',
      falt: [{ etikett: 'Felmarkering', till: 'Per Hallberg 2026-11-19 16:41, Orsak Fel kund' }],
    });
  });

  test('FORB-39 an order taken back says so; put back again it does not', () => {
    const borttagen = { ...av, orsak: 'Fel utförare' };
    expect(andring('bestallning', testId(60), {}, { borttagen })[0]).toMatchObject({ marke: 'borttaget' });
    expect(andring('bestallning', testId(60), { borttagen }, {})[0]).not.toHaveProperty('marke');
  });

  test('FRAGA-62 an address is named and never shown', () => {
    const [post] = andring('person', testId(10), undefined, {
      adress: { gata: 'Hemliga gatan 1', postnummer: '252 00', ort: 'Helsingborg' },
    });
    expect(post?.falt).toEqual([{ etikett: 'Adress', utanVarden: true }]);
  });

  test.each<[string, string, string]>([
    ['a flag', 'true', 'Ja'],
    ['a code', 'bifall', 'Bifall'],
    ['a list', '["Ledsagning","Avlösning"]', 'Ledsagning; Avlösning'],
    ['words that begin with a bracket', '[sic] Anna', '[sic] Anna'],
    ['an instant in Swedish time', '2026-07-01T22:30:00.000Z', '2026-07-02 00:30'],
  ])('%s in words', (_, text, ord) => {
    expect(vardeText(text, namn)).toBe(ord);
  });

  test.each([
    'person',
    'kontakt',
    'hushallsmedlem',
    'aktualisering',
    'utredning',
    'beslut',
    'bestallning',
    'verkstallighet',
    'bedomning',
    'bevakning',
    'kirForslag',
    'anteckning',
    'konfliktval',
  ] as const)('every field of %s has a Swedish name', (type) => {
    const own = Object.keys(recordSchemas[type].shape).filter((falt) => !['rev', 'gruppId', 'gemensam', 'franPersonen'].includes(falt));
    expect(own.filter((falt) => faltOrd[falt] === undefined)).toEqual([]);
  });
});
