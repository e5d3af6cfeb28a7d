import type { MenyHinder, Nod, NodMeny, NodSlag } from '../domain/rubriktrad/nod.ts';

/** What a node is, as the summary in the work area says it. */
export const slagOrd: Record<NodSlag, string> = {
  personuppgifter: 'Personuppgifter',
  personuppgifterDel: 'Personuppgifter',
  rot: 'LSS utredning o verkställighet',
  aktualiseringar: 'Aktualiseringar',
  aktualisering: 'Aktualisering',
  utredning: 'Utredning',
  dokumentation: 'Dokumentation',
  journal: 'Utredningsjournal',
  anteckningar: 'Anteckningar',
  dokument: 'Utredningsdokument',
  rubrik: 'Rubrik',
  anteckning: 'Anteckning',
  beslut: 'Beslut',
  bestallning: 'Beställning',
  bedomning: 'Bedömning',
  verkstallighet: 'Verkställighet',
  handling: 'Handling',
  overlamnat: 'Överlämnat mellan enheter',
  mottagen: 'Mottagen uppgift',
  utlamning: 'Utlämnad uppgift',
  andraEnheter: 'Andra enheter',
};

/** Entries of the context menu, word for word as TRAD-14 has them. */
export const menyOrd: Record<NodMeny, string> = {
  person: 'Person',
  hushall: 'Hushåll',
  kontaktuppgifter: 'Kontaktuppgifter',
  samtycken: 'Samtycken',
  dokumentation: 'Dokumentation',
  oppnaTradet: 'Öppna trädet',
  felmarkera: 'Felmarkera',
  aktualisering: 'Aktualisering',
  inledUtredning: 'Inled utredning',
  lassBeslut: 'LASS-beslut',
  verkstallighetOppna: 'Verkställighet (lov)',
  avslutaArende: 'Avsluta ärende',
  beslut: 'Nytt beslut',
  bestallning: 'Ny beställning',
  bedomning: 'Bedömning',
  avslutaVerkstallighet: 'Avsluta verkställighet',
  oppnaVerkstallighetIgen: 'Öppna igen',
  bytUtforare: 'Byt utförare',
  kopieraTexter: 'Kopiera alla texter i trädet',
  klistraTexter: 'Klistra in alla kopierade texter i trädet',
  historik: 'Historik',
  felmarkeraBeslut: 'Felmarkera beslutet',
  felmarkeraHandling: 'Felmarkera handlingen',
  lamnaTillEnhet: 'Lämna till annan enhet…',
  taUpp: 'Ta upp kunden hos oss…',
  taBortBestallning: 'Ta bort beställningen',
  nyEfterAvbrott: 'Ny beställning efter avbrott',
  bekrafta: 'Bekräfta beställningen',
  uppfoljningar: 'Uppföljningar',
  moten: 'Möten och hembesök',
  individuellPlan: 'Individuell plan',
};

/** Keys shown at the right of an entry. */
export const menyTangent: Partial<Record<NodMeny, string>> = {
  dokumentation: 'Ctrl+D',
  oppnaTradet: 'Ctrl+Enter',
  aktualisering: 'Ctrl+Skift+A',
  bytUtforare: 'Ctrl+U',
};

/** Where a menu says more than the words of the refused command; the others are those. */
export const menyhinderOrd: Partial<Record<MenyHinder, string>> = {
  'inte-signerad': 'Bara en signerad anteckning kan felmarkeras. Den här kan ändras.',
  'redan-felmarkerad': 'Anteckningen är redan felmarkerad.',
  'inte-forfattare': 'Bara den som har signerat anteckningen eller en enhetschef kan felmarkera den.',
  'behorighet-saknas': 'Din roll får inte göra detta.',
  'utforarens-verkstallighet': 'Verkställigheten hör till utföraren och kan bara ändras av dem.',
};

const oppnaOrd: Partial<Record<Nod['slag'], string>> = {
  utredning: 'Öppna Utredning',
  verkstallighet: 'Öppna Verkställighet',
  beslut: 'Öppna Beslut',
  bestallning: 'Öppna Beställning',
  bedomning: 'Öppna Bedömning',
  aktualisering: 'Öppna Aktualisering',
  personuppgifter: 'Öppna Personuppgifter',
  anteckning: 'Öppna anteckning',
  handling: 'Öppna handlingen',
  mottagen: 'Läs uppgiften',
  utlamning: 'Läs vad som lämnades',
  anteckningar: 'Ny anteckning',
  rubrik: 'Skriv under rubriken',
};

/** What Enter and double click do with a node, in words. */
export const oppnaOrdFor = (nod: Nod): string => oppnaOrd[nod.slag] ?? 'Öppna';

const markOrd: Record<NonNullable<Nod['marke']>, string> = {
  LASS: 'LASS-beslut löper',
  signerad: 'signerad',
  osignerad: 'inte signerad',
  felmarkerad: 'felmarkerad',
  borttagen: 'borttagen',
};

/** All that the row shows by bold, colour and sign, in words: accessible name and tooltip (FORB-09). */
export function nodNamn(nod: Nod, utkast: boolean): string {
  const words = [nod.etikett, nod.status, nod.marke && markOrd[nod.marke], utkast ? 'utkast finns bara här' : undefined, nod.hoger];
  return words.filter((word) => word !== undefined).join(', ');
}
