import type { Faltnamn, Sokvarde, Uppfoljningslage } from '../domain/sokverktyg/falt.ts';
import type { Sokslag } from '../domain/sokverktyg/records.ts';
import type { Parameterfel } from '../domain/sokverktyg/sok.ts';
import { uppfoljningsutfallOrd } from './uppfoljning.ts';

/** The columns of results, and of the file they are saved as. */
export const sokfaltOrd: Record<Faltnamn, string> = {
  kund: 'Kund',
  personnummer: 'Personnummer',
  kundnummer: 'Kundnummer',
  alder: 'Ålder',
  avliden: 'Avliden',
  personkrets: 'Personkrets',
  pagaendeUtredningar: 'Pågående utredningar',
  pagaendeBeslut: 'Pågående beslut',
  lssInsatser: 'LSS Insatser',
  saknarLssInsatser: 'Saknar LSS Insatser',
  insatser: 'Insatser',
  insatsId: 'Insats',
  forstaSlut: 'Första slutdatum',
  handlaggareId: 'Handläggare',
  handlaggare: 'Handläggare',
  organisationId: 'Organisation',
  organisation: 'Organisation',
  pagar: 'Pågår',
  utredning: 'Utredning',
  utredningstyp: 'Typ',
  startdatum: 'Startdatum',
  slutdatum: 'Slutdatum',
  inkomDatum: 'Ansökan kom',
  dagarSedan: 'Dagar',
  lagfrist: 'Lagfrist',
  star: 'Gäller',
  beslut: 'Beslut',
  insatskategori: 'Insatskategori',
  beslutsdatum: 'Beslutsdatum',
  giltigFran: 'Från och med',
  giltigTom: 'Till och med',
  omfattning: 'Omfattning',
  avslutat: 'Avslutat',
  skaVerkstallas: 'Ska verkställas',
  verkstallt: 'Verkställt',
  utfall: 'Utfall',
  felmarkerat: 'Felmarkerat',
  beslutsfattare: 'Beslutsfattare',
  titel: 'Titel',
  paDelegation: 'På delegation',
  oppen: 'Öppen',
  datum: 'Datum',
  bevakningstyp: 'Bevakning typ av',
  text: 'Text',
  status: 'Status',
  bevakasAv: 'Bevakas av',
  planerad: 'Planerad',
  genomfort: 'Genomförd',
  genomfordDag: 'Genomförd dag',
  galler: 'Beslutet gäller',
  lage: 'Läge',
  mal: 'Mål',
  malUppnatt: 'Uppnådda mål',
  malDelvis: 'Delvis uppnådda',
  malEj: 'Inte uppnådda',
  ledTill: 'Leder till',
};

/** What is counted, by how many there are. */
export const sokslagOrd: Record<Sokslag, [en: string, flera: string]> = {
  kund: ['kund', 'kunder'],
  utredning: ['utredning', 'utredningar'],
  beslut: ['beslut', 'beslut'],
  fattat: ['beslut', 'beslut'],
  bevakning: ['bevakning', 'bevakningar'],
  uppfoljning: ['uppföljning', 'uppföljningar'],
};

export const parameterfelOrd: Record<Parameterfel, string> = {
  saknas: 'Fyll i fältet innan du söker.',
  'ingen-dag': 'Skriv ett datum, till exempel 2026-11-20 eller 261120.',
  'inget-tal': 'Skriv ett tal.',
  'slut-fore-start': 'Slutet ligger före början: då finns inget att hitta. Ändra det ena.',
};

/** The codes that a field of rows has. */
const lageOrd: Record<Uppfoljningslage, string> = {
  planerad: 'Planerad',
  forsenad: 'Försenad',
  upphort: 'Beslutet har upphört',
  iTid: 'Genomförd i tid',
  forSent: 'Genomförd för sent',
  oplanerad: 'Genomförd, inte planerad',
};
const utfallOrd: Record<string, string> = { bifall: 'Bifall', avslag: 'Avslag', ...lageOrd, ...uppfoljningsutfallOrd };

/** A value as it is shown; none is an empty text. */
export function sokvardeText(varde: Sokvarde): string {
  if (varde === undefined) return '';
  if (typeof varde === 'boolean') return varde ? 'Ja' : 'Nej';
  if (typeof varde === 'object') return varde.join(', ');
  return (typeof varde === 'string' && utfallOrd[varde]) || String(varde);
}
