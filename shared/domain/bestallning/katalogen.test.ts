import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { aktFel } from '../arende/akt-fel.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Insats, Organisation, Utforare } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import { beslutId, bevakningId, efter, get, kor, orderId, personal, verkId } from '../testing/bestallning.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testId } from '../testing/state.ts';
import { forvaldBestallning } from './forslag.ts';
import { utforarval } from './urval.ts';
import { verkstallighetFor } from './verkstallighet.ts';

/** The municipality's own catalogue, row by row: what a form presets is what the rules accept, to the end of the verkställighet. */
const las = <T>(fil: string): Post<T>[] =>
  JSON.parse(readFileSync(new URL(`../../../resources/catalogue/${fil}.json`, import.meta.url), 'utf8'));
const [insatser, utforare, organisationer] = [las<Insats>('insatser'), las<Utforare>('utforare'), las<Organisation>('organisationer')];
const katalog: TestRecord[] = [
  ...insatser.map((one): TestRecord => ({ type: 'insats', ...one })),
  ...utforare.map((one): TestRecord => ({ type: 'utforare', ...one })),
  ...organisationer.map((one): TestRecord => ({ type: 'organisation', ...one })),
];
const organisationId = organisationer.find(({ data }) => data.namn === 'LSS Myndighet')?.id ?? '';

const bifallAv = ({ id, data }: Post<Insats>, over: Partial<Beslut>): Beslut => ({
  utredningId: akt.utredning,
  insatsId: id,
  beslutskod: data.bifall.kod,
  beslutsnamn: data.bifall.namn,
  utfall: 'bifall',
  insatskategori: data.bifall.insatskategori,
  beslutsdatum: '2026-10-20',
  giltigFran: '2026-11-01',
  organisationId,
  ...(data.bifall.timenhet ? { omfattning: { minuter: 1230, enhet: data.bifall.timenhet } } : {}),
  ...(data.bifall.nivaer ? { niva: data.bifall.nivaer[1] ?? '' } : {}),
  ...over,
});
const fall = insatser
  .filter(({ data }) => data.bestallning)
  .flatMap((insats) =>
    [{}, { externPlacering: true }].flatMap((over) => {
      const beslut = bifallAv(insats, over);
      return utforarval(beslut, insats.data, utforare).map((val) => ({ namn: `${insats.data.namn} – ${val.namn}`, insats, beslut, val }));
    }),
  );

describe('every row: ordered, confirmed, closed', () => {
  test.each(fall)('$namn', ({ insats, beslut, val }) => {
    const post = { id: beslutId(1), data: beslut };
    const {
      bestallare: _,
      utanBeslut: __,
      insatskategori: ___,
      ...form
    } = forvaldBestallning(post, insats.data, utforarval(beslut, insats.data, utforare), testActor(), '2026-11-20', val.utforareId);
    const skicka = {
      ...form,
      insatser: form.insatser.length > 0 ? form.insatser : val.insatser,
      avvikelser: [],
      sedda: [],
      bestallningId: orderId(1),
      bevakningId,
    };
    const fore: TestRecord[] = [...testAkt(), ...katalog, { type: 'beslut', ...post }];
    const bestalld = efter(fore, kor('bestallning.skicka', skicka, fore));
    expect(kor('bestallning.skicka', { ...skicka, bestallningId: orderId(2) }, bestalld)).toEqual({
      code: 'redan-bestallt',
      field: 'beslutId',
    });

    const order = { ...get(bestalld, 'bestallning', orderId(1)), beslut, egenBekraftelse: val.egenBekraftelse };
    expect(verkstallighetFor(order, [post], [], '2026-11-20', '2026-11-15')).toEqual({
      slag: 'oppna',
      insatskategori: order.insatskategori,
      utforareId: val.utforareId,
      startdatum: val.egenBekraftelse ? '2026-10-20' : '2026-11-15',
    });
    const bekrafta = {
      bestallningId: orderId(1),
      datum: '2026-11-15',
      verkstallighet: { slag: 'oppna', verkstallighetId: verkId(1), organisationId },
    };
    const actor = val.egenBekraftelse ? testActor() : personal(val.utforareId);
    const bekraftad = efter(bestalld, kor('bestallning.bekrafta', bekrafta, bestalld, actor));
    const avsluta = { verkstallighetId: verkId(1), avslutsdatum: '2026-11-30', bekraftad: true, beslutIds: [beslutId(1)] };
    const avslutad = efter(bekraftad, kor('verkstallighet.avsluta', avsluta, bekraftad));
    expect(get(avslutad, 'beslut', beslutId(1)).giltigTom).toBe('2026-11-30');
    expect(aktFel(aktAv(stateOf(avslutad)))).toEqual([]);
  });

  test('BEST-GEN-10 FRAGA-25 each insats that is ordered can be placed outside the municipality', () => {
    const ordered = insatser.filter(({ data }) => data.bestallning).map(({ data }) => data.namn);
    expect(fall.filter(({ beslut }) => beslut.externPlacering).map(({ insats }) => insats.data.namn)).toEqual(ordered);
  });

  test('LASS-15 BEST-KORT-03 what is never ordered is refused by name', () => {
    const utan = insatser.filter(({ data }) => !data.bestallning);
    expect(utan.length).toBeGreaterThan(0);
    for (const insats of utan) {
      const records: TestRecord[] = [...testAkt(), ...katalog, { type: 'beslut', id: beslutId(1), data: bifallAv(insats, {}) }];
      const input = {
        ...{
          bestallningId: orderId(1),
          beslutId: beslutId(1),
          bestalltDatum: '2026-11-20',
          gallerFran: '2026-11-01',
          avvikelser: [],
          sedda: [],
          bevakningId,
        },
        ...{ utforareId: utforare[0]?.id, bestallarOrganisationId: testId(2), insatser: ['x'] },
      };
      expect(kor('bestallning.skicka', input, records)).toEqual({ code: 'bestalls-inte', field: 'beslutId' });
    }
  });
});
