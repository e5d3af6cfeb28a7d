import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Delegation, Insats, Organisation, Utforare } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import { nyttBeslut, testAktualisering, today } from '../testing/beslut.ts';
import { akt, testId } from '../testing/state.ts';
import { utredningAvslutas } from './avslutas.ts';
import type { BeslutFakta } from './fakta.ts';
import { beslutsvalFor, delavslag, forvaltBeslut } from './forval.ts';
import type { BeslutInput } from './input.ts';
import { beslutsformFel } from './kontroll.ts';
import { sambandFel } from './samband.ts';

/** The municipality's own catalogue, held against the words of the manual. */
const las = <T>(fil: string): Post<T>[] =>
  JSON.parse(readFileSync(new URL(`../../../resources/catalogue/${fil}.json`, import.meta.url), 'utf8'));
const insatser = las<Insats>('insatser');
const organisationer = las<Organisation>('organisationer');
const myndigheten = organisationer.find(({ data }) => data.namn === 'LSS Myndighet')?.id ?? '';
const handlaggare = { id: testId(1), namn: 'Karin Ek', roller: ['lssHandlaggare' as const] };

const fakta = (over: Partial<BeslutFakta> = {}): BeslutFakta => ({
  insatser,
  organisationer,
  delegationer: las<Delegation>('delegationer'),
  utforare: las<Utforare>('utforare'),
  handlaggare: [handlaggare],
  aktualiseringar: [],
  beslut: [],
  verkstalligheter: [],
  utredningId: akt.utredning,
  utredning: {
    typ: 'LSS Utredning',
    startdatum: '2026-09-01',
    inkomDatum: '2026-09-01',
    ansvarigHandlaggareId: handlaggare.id,
    organisationId: myndigheten,
  },
  ...over,
});
const idOf = (kod: string) => insatser.find(({ data }) => data.kod === kod)?.id ?? '';

describe('insatskategori and beslut, as the manual prints them', () => {
  test.each([
    ['PERSONLIG_ASSISTANS', 'bifall', 'BESLUT-PA-01 BESLUT-PA-02', 'Personlig ass LSS', 'LSS Personlig assistent Bifall'],
    [
      'PERSONLIG_ASSISTANS_TILLFALLIG_UTOKNING',
      'bifall',
      'BESLUT-PA-01 BESLUT-PA-02',
      'Personlig ass LSS',
      'LSS Personlig assistent tillf. utökning Bifall',
    ],
    ['PERSONLIG_ASSISTANS', 'avslag', 'BESLUT-PA-01 BESLUT-PA-03', 'LSS Insatser', 'LSS Personlig assistent Avslag'],
    [
      'PERSONLIG_ASSISTANS_TILLFALLIG_UTOKNING',
      'avslag',
      'BESLUT-PA-03 FRAGA-15',
      'LSS Insatser',
      'LSS Personlig assistans tillf. utökning Avslag',
    ],
    ['LEDSAGARSERVICE', 'bifall', 'BESLUT-REK-01 BESLUT-REK-02', 'Rekrytering LSS-insatser', 'LSS Ledsagarservice Bifall'],
    ['KONTAKTPERSON', 'bifall', 'BESLUT-REK-01 BESLUT-REK-02', 'Rekrytering LSS-insatser', 'LSS Kontaktperson Bifall'],
    ['AVLOSARSERVICE', 'bifall', 'BESLUT-REK-01 BESLUT-REK-02', 'Rekrytering LSS-insatser', 'LSS Avlösarservice Bifall'],
    ['LEDSAGARSERVICE', 'avslag', 'BESLUT-REK-01 BESLUT-REK-03', 'LSS Insatser', 'LSS Ledsagarservice Avslag'],
    ['KONTAKTPERSON', 'avslag', 'BESLUT-REK-01 BESLUT-REK-03', 'LSS Insatser', 'LSS Kontaktperson Avslag'],
    ['AVLOSARSERVICE', 'avslag', 'BESLUT-REK-01 BESLUT-REK-03', 'LSS Insatser', 'LSS Avlösarservice Avslag'],
    ['KORTTIDSTILLSYN', 'bifall', 'BESLUT-KORT-01 BESLUT-KORT-02', 'Tillsyn-insatser LSS', 'LSS Korttidstillsyn Bifall'],
    ['KORTTIDSVISTELSE', 'bifall', 'BESLUT-KORT-01 BESLUT-KORT-02', 'Korttidsvistelse-insatser LSS', 'LSS Korttidsvistelse Bifall'],
    ['STODFAMILJ', 'bifall', 'BESLUT-KORT-01 BESLUT-KORT-02', 'Rekrytering LSS-insatser', 'LSS Stödfamilj Bifall'],
    ['KORTTIDSTILLSYN', 'avslag', 'BESLUT-KORT-01 BESLUT-KORT-03', 'LSS Insatser', 'LSS Korttidstillsyn Avslag'],
    ['KORTTIDSVISTELSE', 'avslag', 'BESLUT-KORT-01 BESLUT-KORT-03', 'LSS Insatser', 'LSS Korttidsvistelse Avslag'],
    ['STODFAMILJ', 'avslag', 'BESLUT-KORT-03 FRAGA-16', 'LSS Insatser', 'LSS Korttidsvistelse Avslag'],
    ['BOSTAD_BARN_UNGDOM', 'bifall', 'BESLUT-BBU-01 BESLUT-BBU-02', 'Boende-insatser LSS', 'LSS Bostad barn och ungdom Bifall'],
    ['BOSTAD_BARN_UNGDOM', 'avslag', 'BESLUT-BBU-01 BESLUT-BBU-02', 'LSS Insatser', 'LSS Bostad barn och ungdom Avslag'],
    ['BOSTAD_VUXNA', 'bifall', 'BESLUT-BV-01 BESLUT-BV-02', 'Boende-insatser LSS', 'LSS Bostad vuxna Bifall'],
    ['BOSTAD_VUXNA', 'avslag', 'BESLUT-BV-01 BESLUT-BV-02', 'LSS Insatser', 'LSS Bostad vuxna Avslag'],
    ['DAGLIG_VERKSAMHET', 'bifall', 'BESLUT-DV-01 BESLUT-DV-02', 'Daglig verksamhet LSS', 'LSS Daglig verksamhet Bifall'],
    ['DAGLIG_VERKSAMHET', 'avslag', 'BESLUT-DV-01 BESLUT-DV-02', 'LSS Insatser', 'LSS Daglig verksamhet Avslag'],
  ] as const)('%s %s (%s)', (kod, utfall, _, insatskategori, beslutsnamn) => {
    expect(beslutsvalFor(fakta(), { insatsId: idOf(kod), utfall })).toMatchObject({ insatskategori, beslutsnamn });
  });
});

const alltid = ['beslutsdatum', 'giltigFran', 'beslutsfattare', 'organisationId', 'personkrets'];
describe('the common rules hold for every insats', () => {
  describe.each([
    ['BESLUT-PA-04 BESLUT-PA-06 BESLUT-PA-10', 'PERSONLIG_ASSISTANS', ['omfattning']],
    ['BESLUT-PA-04 BESLUT-PA-05 BESLUT-PA-10', 'PERSONLIG_ASSISTANS_TILLFALLIG_UTOKNING', ['giltigTom', 'omfattning']],
    ['BESLUT-REK-04 BESLUT-REK-05 BESLUT-REK-06 FRAGA-14', 'LEDSAGARSERVICE', ['omfattning']],
    ['BESLUT-REK-04 BESLUT-REK-05 BESLUT-REK-06', 'KONTAKTPERSON', []],
    ['BESLUT-REK-04 BESLUT-REK-05 BESLUT-REK-06 FRAGA-14', 'AVLOSARSERVICE', ['omfattning']],
    ['BESLUT-KORT-07 BESLUT-KORT-08', 'KORTTIDSTILLSYN', []],
    ['BESLUT-KORT-05 BESLUT-KORT-07 BESLUT-KORT-08', 'KORTTIDSVISTELSE', ['niva']],
    ['BESLUT-BBU-03', 'BOSTAD_BARN_UNGDOM', []],
    ['BESLUT-BV-03', 'BOSTAD_VUXNA', []],
    ['BESLUT-DV-03', 'DAGLIG_VERKSAMHET', []],
  ])('%s %s', (_, kod, egna) => {
    const insatsId = idOf(kod);
    const bifall = nyttBeslut(1, { insatsId });

    test('BESLUT-GEN-04 BESLUT-GEN-08 a new kund: what must be filled in, and LSS Insatser', () => {
      const fel = beslutsformFel(fakta(), { beslut: [{ id: bifall.id, insatsId, utfall: 'bifall' }] }, today);
      expect(fel.map(({ falt }) => falt).sort()).toEqual([...alltid, ...egna, 'lssInsatser'].sort());
    });

    test('BESLUT-GEN-03 the organisation of the utredning is there from the start', () => {
      expect(forvaltBeslut(fakta(), { insatsId, utfall: 'bifall' }, handlaggare.id, today)?.organisationId).toBe(myndigheten);
    });

    test('BESLUT-GEN-05 the utredning ends with the last of its aktualiseringar, not before', () => {
      const sokt = testAktualisering(1, { insatsId });
      const annan = testAktualisering(2, { insatsId: idOf('LASS') });
      if (sokt.type !== 'aktualisering' || annan.type !== 'aktualisering') throw new Error('no aktualisering');
      const nya: Pick<BeslutInput, 'insatsId'>[] = [bifall];
      expect(utredningAvslutas(fakta({ aktualiseringar: [sokt] }), nya).forval).toBe(true);
      expect(utredningAvslutas(fakta({ aktualiseringar: [sokt, annan] }), nya)).toMatchObject({ forval: false, kvar: [{ id: annan.id }] });
    });

    test('BESLUT-GEN-06 it may be refused in part', () => {
      expect(sambandFel(fakta(), delavslag(bifall, { id: testId(260), rev: testId(261) }, testId(262)))).toEqual([]);
    });
  });
});
