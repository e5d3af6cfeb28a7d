import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { TestAkt } from './akt.ts';

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const sara = { anvandareId: id(1), namn: 'Sara Nyström' };

export const linnea = {
  person: id(10),
  utredning: id(20),
  lssInsatser: id(30),
  utforarens: id(31),
  signerad: id(40),
  osignerad: id(41),
  felmarkerad: id(42),
  dokumenttext: id(43),
  godMan: id(50),
};

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
  utforare: { [id(3)]: 'LSS-handläggare 3', [id(4)]: 'Lss, Rekrytering' },
  organisationer: { [id(2)]: 'LSS Myndighet', [id(5)]: 'Rekryteringsenheten' },
  mallar: [
    {
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
    { slag: 'verkstallighet', typer: [], rubriker: [{ kod: 'PLANERING', titel: 'Planering' }] },
  ],
  frastexter: [
    { id: id(60), titel: 'Behov enligt utlåtande', text: fromPlainText('Behovet styrks av utlåtande från Habiliteringen.') },
    { id: id(61), titel: 'Tidsåtgång per tillfälle', text: fromPlainText('Hjälpen tar cirka 20 minuter per tillfälle.') },
  ],
  forvaxlaInte: [
    {
      personId: id(11),
      namn: 'Ekström, Linn',
      personnummer: '199904212389',
      nummerSlag: 'personnummer',
      fodelsedatum: '1999-04-21',
      alder: 27,
      skydd: 'ingen',
    },
  ],
  records: [
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
        utforareId: id(4),
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
