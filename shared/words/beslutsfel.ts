import type { Felkod } from '../domain/beslut/rad.ts';
import { ordForAvslag } from './avslag.ts';

const saknas: Record<string, string> = {
  insatsId: 'Insats saknas. Välj insats i listan.',
  utfall: 'Utfall saknas. Välj Bifall, Avslag eller Delvis bifall.',
  beslutsdatum: 'Beslutsdatum saknas. Skriv ett datum, till exempel 2026-11-20 eller i för i dag.',
  giltigFran: 'Startdatum saknas. Skriv från vilken dag beslutet gäller.',
  giltigTom: 'Slutdatum saknas. Skriv periodens sista dag: det blir ett beslut för varje månad.',
  beslutsfattare: 'Beslutsfattare saknas. Välj vem som beslutar.',
  organisationId: 'Organisation saknas. Välj i listan.',
};
const sarskilda: Record<string, string> = {
  'datum-i-framtiden beslutsdatum': 'Beslutsdatum ligger i framtiden. Skriv i dag eller tidigare.',
  'datum-fore beslutsdatum': 'Beslutsdatum ligger före utredningens inledning. Skriv inledningsdagen eller senare.',
  'datum-fore giltigTom': 'Slutdatum ligger före startdatum. Skriv samma dag eller senare.',
  'tom-text benamning': 'Beslutets benämning saknas. Skriv den.',
  'skal-kravs lssInsatser': 'Skäl saknas. Skriv varför LSS Insatser inte öppnas.',
  'utforare-stammer-inte lssInsatser.utforareId': 'Utförare saknas. Välj vilken LSS-handläggare som har LSS Insatser.',
};

/** What is wrong with a field, in words. */
export function felord(kod: Felkod, falt: string): string {
  if (kod === 'saknas') return saknas[falt] ?? 'Uppgiften saknas. Fyll i fältet.';
  const { vad, gor } = ordForAvslag(kod);
  return sarskilda[`${kod} ${falt}`] ?? `${vad} ${gor}`;
}
