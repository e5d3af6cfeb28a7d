import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { TestAkt } from './karna.ts';

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const sara = { anvandareId: id(1), namn: 'Sara Nyström' };

export const linnea = {
  person: id(10),
  organisation: id(2),
  rubrikmall: id(70),
  utredning: id(20),
  lssInsatser: id(30),
  utforarens: id(31),
  /** Who carries out {@link linnea.utforarens}. */
  utforare: id(4),
  signerad: id(40),
  osignerad: id(41),
  felmarkerad: id(42),
  dokumenttext: id(43),
  godMan: id(50),
};

const frastext = (n: number, titel: string, text: string): TestAkt['records'][number] => ({
  type: 'frastext',
  id: id(n),
  data: { titel, rubrikKoder: [], text: fromPlainText(text), ordning: n },
});
const signatur = (day: string) => ({ ...sara, at: `${day}T09:00:00.000Z` });
const note = (noteId: string, rubrikKod: string, day: string, titel: string | undefined, text: string, more: object = {}) => ({
  type: 'anteckning' as const,
  id: noteId,
  data: {
    dokumentation: { slag: 'utredning', id: linnea.utredning },
    rubrikKod,
    ...(titel ? { titel } : {}),
    handelsedatum: day,
    text: fromPlainText(text),
    rev: noteId.replace(/-7000-/, '-7001-'),
    skapad: signatur(day),
    sparad: signatur(day),
    ...more,
  },
});

const katalog = (): TestAkt['records'] => [
  { type: 'organisation', id: id(2), data: { namn: 'LSS Myndighet', ordning: 1 } },
  { type: 'organisation', id: id(5), data: { namn: 'Rekryteringsenheten', ordning: 2 } },
  { type: 'utforare', id: id(3), data: { namn: 'LSS-handläggare 3', slag: 'handlaggarfunktion' } },
  { type: 'utforare', id: linnea.utforare, data: { namn: 'Lss, Rekrytering', slag: 'utforare' } },
  {
    type: 'rubrikmall',
    id: id(70),
    data: {
      slag: 'utredning',
      typer: [],
      rubriker: [
        { kod: 'ANSOKAN', titel: 'Ansökan' },
        { kod: 'AKTUELL_SITUATION', titel: 'Aktuell situation' },
        {
          kod: 'GRUNDLAGGANDE_BEHOV',
          titel: 'Grundläggande behov',
          hjalpfrastext: 'Beskriv varje grundläggande behov: vad, hur ofta, hur länge, och vem som ger hjälpen i dag.',
        },
        { kod: 'BEDOMNING', titel: 'Bedömning' },
      ],
    },
  },
  {
    type: 'rubrikmall',
    id: id(71),
    data: { slag: 'verkstallighet', typer: [], rubriker: [{ kod: 'PLANERING', titel: 'Planering' }] },
  },
  frastext(60, 'Behov enligt utlåtande', 'Behovet styrks av utlåtande från Habiliteringen.'),
  frastext(61, 'Tidsåtgång per tillfälle', 'Hjälpen tar cirka 20 minuter per tillfälle.'),
];

/** The kund that most tests know, for component tests: an open utredning with notes of every state, and two verkställigheter. */
export const linneasAkt = (): TestAkt => ({
  personId: linnea.person,
  actor: {
    id: sara.anvandareId,
    namn: sara.namn,
    titel: 'LSS-handläggare',
    roller: ['lssHandlaggare'],
    organisationId: id(2),
    enheter: ['lss'],
    skyddadBehorighet: false,
    aktiv: true,
  },
  records: [
    ...katalog(),
    {
      type: 'person',
      id: id(11),
      scope: `akt:${id(11)}`,
      data: {
        personnummer: '199904212389',
        nummerSlag: 'personnummer',
        fodelsedatum: '1999-04-21',
        efternamn: 'Ekström',
        fornamn: 'Linn',
        kundnummer: '10443',
        skydd: 'ingen',
        civilstand: 'Ogift',
        folkbokfordIKommunen: true,
        enheter: ['lss'],
      },
    },
    {
      type: 'person',
      id: linnea.person,
      data: {
        personnummer: '199904122380',
        nummerSlag: 'personnummer',
        fodelsedatum: '1999-04-12',
        efternamn: 'Ekström',
        fornamn: 'Linnea Maria',
        kundnummer: '10442',
        skydd: 'sekretessmarkering',
        adress: { gata: 'Hemliga gatan 1', postnummer: '252 00', ort: 'Helsingborg' },
        civilstand: 'Ogift',
        folkbokfordIKommunen: true,
        enheter: ['lss'],
      },
    },
    {
      type: 'kontakt',
      id: linnea.godMan,
      data: { typ: 'godMan', namn: 'Ekström, Birgitta', relation: 'mor', telefon: '042-10 50 00', rev: id(51) },
    },
    {
      type: 'hushallsmedlem',
      id: id(55),
      data: { namn: 'Ekström, Birgitta', personnummer: '196802144587', relation: 'mor', vardnadshavare: false, registerledare: false },
    },
    {
      type: 'utredning',
      id: linnea.utredning,
      data: {
        typ: 'LSS Utredning',
        startdatum: '2026-09-15',
        inkomDatum: '2026-09-15',
        ansvarigHandlaggareId: sara.anvandareId,
        organisationId: id(2),
      },
    },
    {
      type: 'verkstallighet',
      id: linnea.lssInsatser,
      data: { insatskategori: 'LSS Insatser', utforareId: id(3), organisationId: id(2), startdatum: '2024-02-28', lssInsatser: true },
    },
    {
      type: 'verkstallighet',
      id: linnea.utforarens,
      data: {
        insatskategori: 'Rekrytering LSS-insatser',
        utforareId: linnea.utforare,
        organisationId: id(5),
        startdatum: '2024-03-01',
        lssInsatser: false,
      },
    },
    note(linnea.signerad, 'JOURNAL', '2026-09-21', 'Första kontakt', 'Linnea ringde och berättade om sin ansökan.', {
      signerad: signatur('2026-09-21'),
    }),
    note(linnea.osignerad, 'JOURNAL', '2026-09-18', 'Telefon, god man', 'Birgitta ringde.'),
    note(linnea.felmarkerad, 'JOURNAL', '2026-09-16', 'Läkarintyg inkom', 'Intyg från fel person.', {
      signerad: signatur('2026-09-16'),
      felmarkerad: { ...signatur('2026-09-17'), orsak: 'Hör till en annan kund' },
    }),
    note(linnea.dokumenttext, 'AKTUELL_SITUATION', '2026-09-18', undefined, 'Linnea bor i egen lägenhet sedan februari 2024.', {
      signerad: signatur('2026-09-18'),
    }),
  ],
});
