import { describe, expect, test } from 'vitest';
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
  personal,
  signatur,
  verk,
} from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, type TestRecord, testActor, testId } from '../testing/state.ts';

const lagd = (over: object = {}): TestRecord => ({
  type: 'bevakning',
  id: bevakningId,
  data: {
    ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'LSS Följ upp beslut/verks', text: 'Följ upp', skapad: signatur },
    ...{ bevakasAvId: kat.utforare.funktion3, ref: { type: 'beslut', id: beslutId(1) } },
    ...over,
  },
});
const akten = (over: object = {}) => med(bifall(1), verk(1), order(1, bekraftadI(1)), lagd(over));
const klar = (records: TestRecord[], actor = testActor()) => kor('bevakning.klarmarkera', { bevakningId }, records, actor, testId(800));
const klarAv = (namn: string) => ({ anvandareId: expect.any(String), namn, at: '2026-11-20T09:00:00.000Z' });

describe('BEV-09 a bevakning that has been dealt with is Klar', () => {
  test('FRAGA-37 it stays in the akt with who did it and when, and in its history', () => {
    const efterat = efter(akten(), klar(akten()));
    expect(get(efterat, 'bevakning', bevakningId)).toEqual({
      ...lagd().data,
      ...{ status: 'Klar', klar: klarAv('Karin Ek') },
    });
    expect(get(efterat, 'handelse', testId(800))).toMatchObject({
      kommando: 'bevakning.klarmarkera',
      poster: [{ type: 'bevakning', id: bevakningId, falt: [{ falt: 'klar' }, { falt: 'status', fran: 'Ej påbörjad', till: 'Klar' }] }],
    });
  });

  test('BEV-12 by whoever reads it, whose ever it is; never by staff of a utförare', () => {
    const annans = akten({ bevakasAvId: kat.utforare.funktion5 });
    const roller = ['bistandshandlaggare', 'enhetschef', 'boendesamordnare', 'avgiftshandlaggare', 'systemforvaltare'] as const;
    for (const roll of roller) {
      const efterat = efter(annans, klar(annans, testActor({ roller: [roll], namn: roll })));
      expect(get(efterat, 'bevakning', bevakningId).klar).toEqual(klarAv(roll));
    }
    expect(klar(akten(), personal(kat.utforare.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });

  test.each<[string, object]>([
    ['a colleague was first', { status: 'Klar', klar: { ...signatur, namn: 'Ulla Ström' } }],
    ['the case was closed meanwhile', { borttagen: signatur }],
  ])('%s: it is off the list as the user wanted, and who did it stands', (_, over) => {
    expect(klar(akten(over))).toEqual([]);
  });

  test('one that is not there is refused', () => {
    expect(klar(med())).toEqual({ code: 'finns-inte', field: 'bevakningId' });
  });

  test('one that is common to several units stays common, and its history is every unit’s', () => {
    const tva = akten({ gemensam: true, ref: { type: 'person', id: akt.person } }).map(
      (one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, enheter: ['bistand', 'lss'] } } : one),
    );
    const efterat = efter(tva, klar(tva));
    expect(get(efterat, 'bevakning', bevakningId)).toMatchObject({ gemensam: true, status: 'Klar' });
    expect(get(efterat, 'handelse', testId(800))).toMatchObject({ gemensam: true });
  });
});
