import { describe, expect, test } from 'vitest';
import { aktMedKatalog, katalog, testAktualisering } from '../testing/aktualisering.ts';
import { stateOf, testId } from '../testing/state.ts';
import { foreslagenUtredning, foreslagenUtredningstyp, foreslagetInledningsdatum, kraverInledningsskal } from './forslag.ts';

const state = stateOf(aktMedKatalog());
const insats = (id: string) => state.katalog('insats', id);
const typer = ['LSS Utredning', 'Ersättning assistansanordnare', 'IBIC utredning', 'förenklad utredning'].map((namn) => ({ namn }));
const post = (n: number, insatsId: string | undefined, datum = '2026-11-10') => {
  const { insatsId: _, ...rest } = testAktualisering({ datum });
  return { id: testId(n), data: insatsId === undefined ? rest : { ...rest, insatsId } };
};

test('UTR-03 FORB-13 Inledningsdatum is the day the earliest came in; another needs a reason', () => {
  const poster = [post(1, katalog.kontaktperson), post(2, katalog.kontaktperson, '2026-11-08')];
  expect(foreslagetInledningsdatum(poster)).toBe('2026-11-08');
  expect(foreslagetInledningsdatum([])).toBeUndefined();
  expect(kraverInledningsskal('2026-11-08', poster)).toBe(false);
  expect(kraverInledningsskal('2026-11-07', poster)).toBe(true);
});

describe('UTR-04 UTR-11 Typ av utredning follows from what was applied for', () => {
  test.each<[string, (string | undefined)[], string]>([
    ['an LSS insats', [katalog.kontaktperson], 'LSS Utredning'],
    ['insatser under SoL', [katalog.trygghetslarm], 'IBIC utredning'],
    ['both kinds: that of the oldest', [katalog.trygghetslarm, katalog.kontaktperson], 'IBIC utredning'],
    ['no insats at all: the first of the list', [undefined], 'LSS Utredning'],
    ['an insats nobody knows', [testId(99), katalog.trygghetslarm], 'IBIC utredning'],
  ])('%s', (_, ids, typ) => {
    const poster = ids.map((id, n) => post(n + 1, id, `2026-11-${10 + n}`));
    expect(foreslagenUtredningstyp(poster, insats, typer)).toBe(typ);
  });

  test('a type the list no longer offers is not proposed', () => {
    expect(foreslagenUtredningstyp([post(1, katalog.trygghetslarm)], insats, [{ namn: 'förenklad utredning' }])).toBe(
      'förenklad utredning',
    );
    expect(foreslagenUtredningstyp([post(1, katalog.trygghetslarm)], insats, [])).toBeUndefined();
  });
});

test('UTR-05 UTR-06 UTR-08 FORB-14 the form starts with every one ticked and what the oldest says', () => {
  const oldest = { ...post(2, katalog.kontaktperson, '2026-11-08') };
  oldest.data = { ...oldest.data, ansvarigHandlaggareId: katalog.kollega };
  expect(foreslagenUtredning([post(1, katalog.kontaktperson), oldest], insats, typer)).toEqual({
    aktualiseringIds: [testId(2), testId(1)],
    inledningsdatum: '2026-11-08',
    typ: 'LSS Utredning',
    ansvarigHandlaggareId: katalog.kollega,
    organisationId: katalog.organisation,
  });
  expect(foreslagenUtredning([], insats, typer)).toBeUndefined();
});
