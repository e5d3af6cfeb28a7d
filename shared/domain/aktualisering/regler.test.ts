import { describe, expect, test } from 'vitest';
import { aktMedKatalog, katalog, testAktualisering } from '../testing/aktualisering.ts';
import { stateOf, testId } from '../testing/state.ts';
import { foreslagenAktualisering } from './forslag.ts';
import { ejBehandlade } from './regler.ts';

test('UTR-07 ej behandlade are those no utredning examines, oldest first', () => {
  const post = (n: number, datum: string, utredningId?: string) => ({
    type: 'aktualisering' as const,
    id: testId(n),
    data: testAktualisering({ datum, ...(utredningId ? { utredningId } : {}) }),
  });
  const state = stateOf(
    aktMedKatalog(post(312, '2026-11-10'), post(310, '2026-11-12'), post(311, '2026-11-10'), post(313, '2026-11-01', testId(20))),
  );
  expect(ejBehandlade(state).map(({ id }) => id)).toEqual([testId(311), testId(312), testId(310)]);
});

describe('what the form starts with', () => {
  const egen = { anvandareId: katalog.handlaggare, organisationId: katalog.organisation };
  const listor = {
    aktualiseringstyp: [{ namn: 'Retroaktiv ersättning' }, { namn: 'LSS Omprövning', kod: 'omprovning' }],
    franVem: [{ namn: 'Den enskilde' }, { namn: 'Egna myndigheten (VON)', kod: 'egnaMyndigheten' }],
  };
  const ansvar = { ansvarigHandlaggareId: katalog.handlaggare, organisationId: katalog.organisation };

  test('AKT-06 FORB-10 FRAGA-12 of an ansökan: the user and their unit; what the letter tells is left to be read', () => {
    expect(foreslagenAktualisering('ansokan', egen, listor, '2026-11-20')).toEqual({ datum: '', franVem: '', typ: '', ...ansvar });
  });

  test('AKT-11 of an omprövning: its type, today and the own authority', () => {
    const expected = { datum: '2026-11-20', franVem: 'Egna myndigheten (VON)', typ: 'LSS Omprövning', ...ansvar };
    expect(foreslagenAktualisering('omprovning', egen, listor, '2026-11-20')).toEqual(expected);
    expect(foreslagenAktualisering('omprovning', egen, { aktualiseringstyp: [], franVem: [] }, '2026-11-20')).toMatchObject({
      typ: '',
      franVem: '',
    });
  });
});
