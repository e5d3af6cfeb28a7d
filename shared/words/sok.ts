import type { Fritexthjalp } from '../domain/sok/fritext.ts';
import type { Sokhjalp } from '../domain/sok/sokfraga.ts';

/** Why a text is no search, and how to write it (FRAGA-01). */
export const sokhjalpOrd: Record<Sokhjalp, string> = {
  tom: 'Skriv ett personnummer, ett födelsedatum med stjärna eller ett namn.',
  'for-kort': 'Skriv minst två bokstäver, till exempel Ek* för efternamn som börjar på Ek.',
  'stjarna-fel-plats': 'Stjärnan står först eller sist: *Linnea för förnamn, Ekstr* för efternamn, 010101* för födelsedatum.',
  'nummer-antal-siffror': 'Skriv hela personnumret (10 eller 12 siffror), eller de sex första siffrorna och en stjärna: 010101*.',
  'ett-namn': 'Ett namn räcker inte. Skriv efternamn och förnamn, eller sätt en stjärna: Ekström* för efternamn, *Linnea för förnamn.',
  'okant-monster': 'Sökningen förstås inte. Skriv personnummer, 010101*, efternamn förnamn, *förnamn eller efternamn*.',
};

/** The same of what is looked for in notes. */
export const fritexthjalpOrd: Record<Fritexthjalp, string> = {
  tom: 'Skriv ett eller flera ord som ska finnas i anteckningen.',
  'for-kort': 'Skriv minst ett ord på två bokstäver.',
  'for-manga': 'Det är för många ord. Skriv högst tolv.',
};
