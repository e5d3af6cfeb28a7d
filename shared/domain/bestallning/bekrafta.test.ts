import { describe, expect, test } from 'vitest';
import {
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
  timmar,
  u,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { type TestRecord, testActor, testId } from '../testing/state.ts';

describe('BEKR', () => {
  const egen = (...mer: TestRecord[]) =>
    med(
      bifall(1, 'assistans'),
      order(1, { insatskategori: 'Personlig ass LSS', utforareId: u.egetVal, insatser: ['Personlig assistans'], ...timmar('Månad') }),
      ...mer,
    );
  const hos = (...mer: TestRecord[]) => med(bifall(1), order(1), ...mer);
  const finns = (n = 1) => ({ slag: 'finns', verkstallighetId: verkId(n) });
  const oppna = { slag: 'oppna', verkstallighetId: verkId(1), organisationId: kat.organisation };
  const bekrafta = (records: TestRecord[], verkstallighet: object, actor = testActor(), datum = '2026-11-15') =>
    kor('bestallning.bekrafta', { bestallningId: orderId(1), datum, verkstallighet }, records, actor);
  const egetVal = (over: object = {}) => verk(1, { insatskategori: 'Personlig ass LSS', utforareId: u.egetVal, ...over });
  const mia = personal(u.rekrytering);

  test('BEKR-01 BEKR-06 BEKR-07 into the open verkställighet; its reminder is done', () => {
    const bevakning: TestRecord = {
      type: 'bevakning',
      id: bevakningId,
      data: {
        datum: '2026-12-01',
        status: 'Pågår',
        typ: 'Bekräfta beställning',
        text: 'Bekräfta',
        bevakasAvId: u.funktion3,
        ref: { type: 'bestallning', id: orderId(1) },
        skapad: signatur,
      },
    };
    const before = egen(egetVal(), bevakning);
    const after = efter(before, bekrafta(before, finns()));
    expect(get(after, 'bestallning', orderId(1))).toMatchObject({
      bekraftad: '2026-11-15',
      bekraftelse: { namn: 'Karin Ek', verkstallighetId: verkId(1) },
    });
    expect(get(after, 'bevakning', bevakningId).status).toBe('Klar');
    expect(kor('bestallning.taBort', { bestallningId: orderId(1), orsak: 'x' }, after)).toEqual({ code: 'bekraftad' });
  });

  test('BEKR-03 FORB-36 opens it with the right values: the handläggare’s from the beslutsdatum (VERK-06)', () => {
    expect(get(efter(egen(), bekrafta(egen(), oppna)), 'verkstallighet', verkId(1))).toEqual({
      enhet: 'lss',
      insatskategori: 'Personlig ass LSS',
      utforareId: u.egetVal,
      organisationId: kat.organisation,
      startdatum: '2026-10-20',
      lssInsatser: false,
      beslutId: beslutId(1),
    });
  });

  test('PBEST-05 PBEST-06 PBEST-12 an utförare confirms its own: the verkställighet starts on the day, also one ahead', () => {
    const after = efter(hos(), bekrafta(hos(), oppna, mia, '2027-02-01'));
    expect(get(after, 'verkstallighet', verkId(1))).toMatchObject({
      startdatum: '2027-02-01',
      utforareId: u.rekrytering,
      beslutId: beslutId(1),
    });
    expect(get(after, 'bestallning', orderId(1)).bekraftad).toBe('2027-02-01');
  });

  test('PBEST-12 the months of a series share the utförare’s verkställighet; another insats has its own', () => {
    const serie = { koppling: { slag: 'serie' as const, id: testId(270) } };
    const [kategori, utforareId] = ['Personlig ass LSS', u.kommunal];
    const fall = (beslut2: object) =>
      med(
        bifall(2, 'utokning', beslut2),
        bifall(1, 'utokning', serie),
        verk(2, { insatskategori: kategori, utforareId }),
        order(1, { insatskategori: kategori, utforareId, ...timmar('År') }),
      );
    const personalen = personal(u.kommunal);
    expect(bekrafta(fall(serie), oppna, personalen)).toEqual({ code: 'verkstallighet-finns', field: 'verkstallighet' });
    expect(bekrafta(fall(serie), finns(2), personalen)).toHaveLength(1);
    expect(bekrafta(fall({}), oppna, personalen)).toHaveLength(2);
  });

  test.each([
    ['BEKR-01 the handläggare confirms no utförare’s', hos(verk(1)), finns(), testActor(), { code: 'bekraftas-av-utforaren' }],
    [
      'BEKR-01 an utförare does not confirm the handläggare’s',
      egen(egetVal()),
      finns(),
      personal(u.egetVal),
      { code: 'behorighet-saknas' },
    ],
    ['ROLL-03 another utförare', hos(verk(1)), finns(), personal(u.kommunal), { code: 'behorighet-saknas' }],
    ['BEKR-03 no such verkställighet', egen(), finns(), testActor(), { code: 'verkstallighet-saknas', field: 'verkstallighet' }],
    [
      'BEKR-03 a closed one',
      egen(egetVal({ slutdatum: '2026-11-19' })),
      finns(),
      testActor(),
      { code: 'verkstallighet-avslutad', field: 'verkstallighet' },
    ],
    [
      'BEKR-07 another utförare’s',
      egen(verk(1, { insatskategori: 'Personlig ass LSS' })),
      finns(),
      testActor(),
      { code: 'utforare-stammer-inte', field: 'verkstallighet' },
    ],
    [
      'BEKR-07 another insatskategori',
      egen(egetVal({ insatskategori: 'Tillsyn-insatser LSS' })),
      finns(),
      testActor(),
      { code: 'insats-stammer-inte', field: 'verkstallighet' },
    ],
    [
      'VERK-03 opened beside an open one',
      egen(verk(2, { insatskategori: 'Personlig ass LSS', utforareId: u.egetVal })),
      oppna,
      testActor(),
      { code: 'verkstallighet-finns', field: 'verkstallighet' },
    ],
    ['a taken id', hos(verk(1)), oppna, mia, { code: 'finns-redan' }],
    [
      'an organisation the catalogue does not have',
      hos(),
      { ...oppna, organisationId: testId(999) },
      mia,
      { code: 'finns-inte-i-katalogen', field: 'verkstallighet.organisationId' },
    ],
    ['BEKR-08 confirmed already', med(bifall(1), order(1, { bekraftad: '2026-11-02' })), oppna, mia, { code: 'bekraftad' }],
    ['taken back', med(bifall(1), order(1, { borttagen: { ...signatur, orsak: 'x' } })), oppna, mia, { code: 'borttagen' }],
    ['of a beslut marked as wrong', med(bifall(1, 'kontaktperson', { felmarkerad: true }), order(1)), oppna, mia, { code: 'inget-bifall' }],
    ['after the order ended', med(bifall(1), order(1, { gallerTom: '2026-11-14' })), oppna, mia, { code: 'datum-efter', field: 'datum' }],
    ['no such order', med(), oppna, mia, { code: 'finns-inte' }],
  ])('%s: refused', (_, records, verkstallighet, actor, rejection) => {
    expect(bekrafta(records, verkstallighet, actor)).toEqual(rejection);
  });
});
