import type { RecordType } from '../domain/records.ts';

/** Records that are not of a kund's akt, and the history itself: no event names one. */
type UtanforAkten =
  | 'handelse'
  | 'organisation'
  | 'anvandare'
  | 'utforare'
  | 'rubrikmall'
  | 'frastext'
  | 'insats'
  | 'vardelista'
  | 'instrument'
  | 'delegation'
  | 'kundlista'
  | 'senasteKunder';
/** Types of a kund's akt. */
export type Posttyp = Exclude<RecordType, UtanforAkten>;

/** What a record is, as the history and Att åtgärda name it. */
export const typOrd: Record<Posttyp, string> = {
  person: 'Personuppgifter',
  kontakt: 'Kontaktuppgift',
  hushallsmedlem: 'Hushållsmedlem',
  aktualisering: 'Aktualisering',
  utredning: 'Utredning',
  beslut: 'Beslut',
  bestallning: 'Beställning',
  verkstallighet: 'Verkställighet',
  bedomning: 'Bedömning',
  bevakning: 'Bevakning',
  kirForslag: 'Uppgifter från folkbokföringen',
  anteckning: 'Anteckning',
  konfliktval: 'Val mellan två texter',
};
export const typNamn = (type: string): string => (Object.hasOwn(typOrd, type) ? typOrd[type as Posttyp] : type);
