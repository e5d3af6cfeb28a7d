import type { IsoDate } from '../../util/datum.ts';
import type { State } from '../command.ts';
import { vardenAv } from '../katalog/varden.ts';
import { parsePersonnummer } from '../personnummer.ts';

/** What a text may hold that not everyone who reads it should: asked about before it is saved, never refused (FORB-54). */
export type Textfraga = { slag: 'personnummer' | 'diagnos' | 'namn'; ord: string };

/** Ten or twelve signs as {@link parsePersonnummer} may take them, a letter in the ninth place too; what stands between is its to judge. */
const mellan = '[\\s\\u2010-\\u2015\\u2212+-]{0,3}';
const nummerformer = [7, 5].map((mer) => new RegExp(`^\\d(?:${mellan}\\d){${mer}}${mellan}[\\dA-Za-z](?:${mellan}\\d){3}(?!\\d)`));
/** Twelve signs with three between each, and what follows. */
const langstNummer = 12 + 11 * 3 + 1;
/** Written together, or with one sign before the last four. */
const hopskrivet = /^\d{6,8}\s?[^\d\s]?\s?\w\d{3}$/;
const enord = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
/** Short names are words too: `Bo`, `My`. They are asked about where they are written as names. */
const kortast = 4;

/** Words of diagnoses and conditions, each also as the beginning of a longer one: the municipality's own list. */
export const diagnosordAv = (state: Pick<State, 'katalogLista'>): string[] => vardenAv(state, 'diagnosord').map(({ namn }) => namn);

/**
 * @param diagnosord beginnings of words: `autis` finds `autistisk`
 * @param namn of the kund and of those near her, as they stand in the akt: `Ekström, Linnea Maria`
 * @returns each word once, in the order of the text's kinds
 */
export function textfragor(
  text: string,
  { diagnosord, namn, idag }: { diagnosord: readonly string[]; namn: readonly string[]; idag: IsoDate },
): Textfraga[] {
  const typed = text.normalize('NFC');
  const ord = typed.match(enord) ?? [];
  const borjan = diagnosord.map(low).filter((one) => one !== '');
  const delar = new Set(namn.flatMap((one) => one.normalize('NFC').match(enord) ?? []).map(low));
  const fragor = [
    ...nummerI(typed.normalize('NFKC'), idag).map((one): Textfraga => ({ slag: 'personnummer', ord: one })),
    ...ord.filter((one) => borjan.some((del) => low(one).startsWith(del))).map((one): Textfraga => ({ slag: 'diagnos', ord: one })),
    ...ord.filter((one) => isNamn(one, delar)).map((one): Textfraga => ({ slag: 'namn', ord: one })),
  ];
  return fragor.filter(({ slag, ord: vilket }, at) => fragor.findIndex((one) => one.slag === slag && one.ord === vilket) === at);
}

/**
 * Each number that the product would take as a kund's. One whose last digit is mistyped is as much a person's, but only where it is written as one:
 * telephone numbers in groups look like that.
 */
function nummerI(text: string, idag: IsoDate): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/^\d$/.test(text.charAt(at)) || /\d/.test(text.charAt(at - 1))) continue;
    const one = nummerformer
      .flatMap((form) => form.exec(text.slice(at, at + langstNummer))?.[0] ?? [])
      .find((shape) => isNummer(shape, idag));
    if (one === undefined) continue;
    found.push(one);
    at += one.length - 1;
  }
  return found;
}

function isNummer(text: string, idag: IsoDate): boolean {
  const read = parsePersonnummer(text, idag, { interim: true });
  return read.ok || (read.error === 'checksum' && hopskrivet.test(text));
}

const low = (word: string): string => word.toLocaleLowerCase('sv');

/** The name itself or its genitive. */
function isNamn(word: string, namn: ReadonlySet<string>): boolean {
  const former = [low(word), low(word).replace(/s$/, '')];
  return former.some((one) => namn.has(one) && (one.length >= kortast || word !== low(word)));
}
