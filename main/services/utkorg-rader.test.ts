import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandNames } from '../../shared/domain/testing/command-names.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { createKatalog } from './katalog.ts';
import { ids, personRecord, utredningRecord, uuid } from './testing/records.ts';
import { testServices } from './testing/services.ts';
import { inputRader } from './utkorg-rader.ts';
import { vadOf } from './utkorg-vad.ts';

const anna = uuid(101);
const utredning = uuid(201);
let t: ReturnType<typeof testServices>;
beforeEach(() => {
  t = testServices([personRecord(anna), utredningRecord(anna, utredning)]);
});
afterEach(() => t.close());

const rader = (input: unknown) =>
  inputRader(input, t.replica, createKatalog(t.replica)).map(({ etikett, varde, niva }) => [niva, etikett, varde]);
const vad = (name: string, input: unknown) => vadOf({ name, input }, t.replica, createKatalog(t.replica));

const fatta = {
  personId: anna,
  utredningId: utredning,
  beslut: [
    {
      id: uuid(401),
      insatsId: uuid(999),
      benamning: 'Ledsagarservice',
      utfall: 'bifall',
      beslutsdatum: '2026-11-20',
      giltigFran: '2026-12-01',
      beslutsfattare: { slag: 'handlaggare', anvandareId: ids.handlaggare, namn: 'Berg, Åsa' },
      organisationId: ids.lss,
      omfattning: { minuter: 1230, enhet: 'Månad' },
      rev: uuid(900),
    },
    { id: uuid(402), utfall: 'avslag', beslutsdatum: '2026-11-20', giltigFran: '2026-11-20' },
  ],
  lssInsatser: { slag: 'avsta', skal: 'Öppnas av kollegan' },
  avslutaUtredning: true,
};

test('FRAGA-61 a beslut is read whole: names for ids, words for codes, hours as hours, nothing of the bookkeeping', () => {
  expect(rader(fatta)).toEqual([
    [0, 'Utredning', 'LSS Utredning 260601-'],
    [0, 'Beslut 1', ''],
    [1, 'Benämning', 'Ledsagarservice'],
    [1, 'Utfall', 'Bifall'],
    [1, 'Beslutsdatum', '2026-11-20'],
    [1, 'Gäller fr.o.m.', '2026-12-01'],
    [1, 'Beslutsfattare', ''],
    [2, 'Slag', 'Handläggare'],
    [2, 'Person', 'Berg, Åsa'],
    [2, 'Namn', 'Berg, Åsa'],
    [1, 'Organisation', 'LSS Myndighet'],
    [1, 'Omfattning', '20 tim 30 min per månad'],
    [0, 'Beslut 2', ''],
    [1, 'Utfall', 'Avslag'],
    [1, 'Beslutsdatum', '2026-11-20'],
    [1, 'Gäller fr.o.m.', '2026-11-20'],
    [0, 'LSS Insatser', ''],
    [1, 'Slag', 'Öppnas inte'],
    [1, 'Skäl', 'Öppnas av kollegan'],
    [0, 'Utredning avslutas', 'Ja'],
  ]);
});

test('FRAGA-61 texts and lists stand in full; a field of another version keeps its own name; what is empty is left out', () => {
  expect(
    rader({
      beslutstext: { text: fromPlainText('Du beviljas\nbiträde.') },
      insatser: ['A', 'B'],
      framtid: 'x',
      tom: '',
      inget: null,
      kopior: [{ rev: uuid(1) }],
    }),
  ).toEqual([
    [0, 'Beslut, text', ''],
    [1, 'Text', expect.stringMatching(/^Du beviljas\s+biträde\.$/)],
    [0, 'Insatser', 'A, B'],
    [0, 'framtid', 'x'],
  ]);
  for (const input of [null, 'text', 7, [], { constructor: 'toString' }]) expect(rader(input).length).toBeLessThan(2);
});

test.each<[string, unknown, string]>([
  ['person.registrera', { person: { efternamn: 'Ek', fornamn: 'Bo' } }, 'Kund registrerad, Ek, Bo'],
  [
    'aktualisering.registrera',
    { datum: '2026-11-20', aktualiseringar: [{ typ: 'A' }, { typ: 'B' }] },
    'Aktualisering registrerad, A, B 261120',
  ],
  ['utredning.inled', { typ: 'LSS Utredning', inledningsdatum: '2026-11-20' }, 'Utredning inledd, LSS Utredning 261120'],
  ['beslut.fatta', fatta, 'Beslut fattat, Ledsagarservice bifall 261120, avslag 261120'],
  ['bestallning.skicka', { insatser: ['DV'], utforareId: ids.barnUngdom1 }, 'Beställning skickad, DV till Lss, Barn/Ungdom 1'],
  ['verkstallighet.oppna', { insatskategori: 'LSS Insatser', startdatum: '2026-11-20' }, 'Verkställighet öppnad, LSS Insatser 261120'],
  ['utredning.bytHandlaggare', { utredningId: utredning }, 'Byte av handläggare, LSS Utredning 260601-'],
  ['arende.avsluta', { datum: '2026-11-20' }, 'Ärendet avslutat'],
  ['kundlista.laggTill', { personId: anna }, 'Kundlista, tillagd'],
])('FRAGA-61 the receipt of %s', (name, input, words) => {
  expect(vad(name, input)).toBe(words);
});

test('FRAGA-61 every command has a receipt in words, also when its input is of another version', () => {
  for (const name of commandNames) {
    expect(vad(name, {}), name).toMatch(/^[A-ZÅÄÖ]/);
  }
});
