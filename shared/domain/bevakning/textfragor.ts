import type { State } from '../command.ts';
import { vardenAv } from '../katalog/varden.ts';

/** What a text may hold that not everyone who reads it should: asked about before it is saved, never refused (FORB-54). */
export type Textfraga = { slag: 'personnummer' | 'diagnos' | 'namn'; ord: string };

/** Ten or twelve digits whose first are a day; a coordination number has 60 more. */
const nummer = /(?<!\d)(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?\d{4}(?!\d)/g;
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
export function textfragor(text: string, { diagnosord, namn }: { diagnosord: readonly string[]; namn: readonly string[] }): Textfraga[] {
  const typed = text.normalize('NFC');
  const ord = typed.match(enord) ?? [];
  const borjan = diagnosord.map(low).filter((one) => one !== '');
  const delar = new Set(namn.flatMap((one) => one.normalize('NFC').match(enord) ?? []).map(low));
  const fragor = [
    ...(typed.match(nummer) ?? []).map((one): Textfraga => ({ slag: 'personnummer', ord: one })),
    ...ord.filter((one) => borjan.some((del) => low(one).startsWith(del))).map((one): Textfraga => ({ slag: 'diagnos', ord: one })),
    ...ord.filter((one) => isNamn(one, delar)).map((one): Textfraga => ({ slag: 'namn', ord: one })),
  ];
  return fragor.filter(({ slag, ord: vilket }, at) => fragor.findIndex((one) => one.slag === slag && one.ord === vilket) === at);
}

const low = (word: string): string => word.toLocaleLowerCase('sv');

/** The name itself or its genitive. */
function isNamn(word: string, namn: ReadonlySet<string>): boolean {
  const former = [low(word), low(word).replace(/s$/, '')];
  return former.some((one) => namn.has(one) && (one.length >= kortast || word !== low(word)));
}
