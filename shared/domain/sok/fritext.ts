import { delarAv, type Ord, ordI } from './ord.ts';

/**
 * One thing that a text is to have: a word, with `borjan` also what only begins so (a word, or an end of one), or words that follow each
 * other, where with `borjan` the last is the beginning of one.
 */
export type Term = { ord: string[]; borjan: boolean };
export type Fritext = Term[];

/** Why a text is no search: shown as a hint, never as an empty list. */
export type Fritexthjalp = 'tom' | 'for-kort' | 'for-manga';
export type TolkadFritext = { ok: true; fraga: Fritext } | { ok: false; hjalp: Fritexthjalp };

/** Things to look for in one search. */
const flest = 12;
/** Letters from which a word counts as a beginning though no star says so: "och" is itself, "boende" is boendet, too. */
const kortastBorjan = 4;

/** Quotation marks of every kind that begin or end a phrase: "…", ”…”, “…”, „…“, »…», «…». */
const citat = '"”“„‟»«';
const delar = new RegExp(`[${citat}]([^${citat}]*)[${citat}]?(\\*?)|([^\\s${citat}]+)`, 'g');

/**
 * Reads what is asked of notes. Words apart are all to be there, in any order; words in quotation marks follow each other as they are
 * written, and so do the parts of what is written without a space (`LSS-insats`). A star behind a word makes it a beginning, and behind
 * a phrase its last one.
 */
export function tolkaFritext(text: string): TolkadFritext {
  if (text.trim() === '') return { ok: false, hjalp: 'tom' };
  const fraga: Fritext = [];
  for (const [, fras, bakom, ensamt] of text.normalize('NFC').matchAll(delar)) {
    const skrivet = fras === undefined ? (ensamt ?? '') : `${fras}${bakom ?? ''}`;
    const ord = ordI(skrivet).map((one) => one.ord);
    const sista = ord.at(-1);
    if (sista === undefined) continue;
    const stjarna = skrivet.trimEnd().endsWith('*');
    if (stjarna && sista.length < 2) return { ok: false, hjalp: 'for-kort' };
    fraga.push({ ord, borjan: stjarna || (fras === undefined && sista.length >= kortastBorjan) });
  }
  if (!fraga.some(({ ord }) => ord.some((one) => one.length >= 2))) return { ok: false, hjalp: 'for-kort' };
  return fraga.length > flest ? { ok: false, hjalp: 'for-manga' } : { ok: true, fraga };
}

/** Where in a text, in order and apart from each other; undefined when the text lacks some of what is asked. */
export function hittaI(text: string, fraga: Fritext): { fran: number; till: number }[] | undefined {
  const ord = ordI(text);
  const traffar: { fran: number; till: number }[] = [];
  for (const term of fraga) {
    const har = stallenFor(ord, term);
    if (har.length === 0) return undefined;
    traffar.push(...har);
  }
  traffar.sort((a, b) => a.fran - b.fran || b.till - a.till);
  let slut = 0;
  return traffar.filter(({ fran, till }) => {
    if (fran < slut) return false;
    slut = till;
    return true;
  });
}

function stallenFor(ord: readonly Ord[], { ord: sokt, borjan }: Term): { fran: number; till: number }[] {
  const stallen: { fran: number; till: number }[] = [];
  const sista = sokt.length - 1;
  for (const [at, forsta] of ord.entries()) {
    const slut = ord[at + sista];
    if (!slut) break;
    const stammer = sokt.every((one, index) => {
      const har = ord[at + index]?.ord ?? '';
      return index === sista && borjan ? borjarSa(har, one, sista === 0) : har === one;
    });
    if (stammer) stallen.push({ fran: forsta.fran, till: slut.till });
  }
  return stallen;
}

/** `delar`: ends of the word count as well; within a phrase a word is itself. */
const borjarSa = (ord: string, sokt: string, delar: boolean): boolean =>
  ord.startsWith(sokt) || (delar && ord.includes(sokt) && delarAv(ord).some((del) => del.startsWith(sokt)));

/** A piece of a text; `traff`: it is what was asked for. */
export type Utdragsdel = { text: string; traff: boolean };

/** Characters of what is shown round the first hit. */
const fore = 60;
const langd = 220;

/**
 * What stands round the first hit, on one line, with the hits of it marked. The text goes on where it begins or ends with ….
 * @param traffar as {@link hittaI} gives them; none = the beginning of the text
 */
export function utdrag(text: string, traffar: readonly { fran: number; till: number }[]): Utdragsdel[] {
  const forsta = traffar[0]?.fran ?? 0;
  const fran = forsta <= fore ? 0 : afterSpace(text, forsta - fore, forsta);
  const till = text.length - fran <= langd ? text.length : beforeSpace(text, fran + langd, traffar[0]?.till ?? fran);
  const delar: Utdragsdel[] = [];
  const add = (piece: string, traff: boolean) => {
    if (piece !== '') delar.push({ text: piece.replace(/\s+/g, ' '), traff });
  };
  if (fran > 0) add('… ', false);
  let at = fran;
  for (const traff of traffar) {
    if (traff.till > till) break;
    add(text.slice(at, traff.fran), false);
    add(text.slice(traff.fran, traff.till), true);
    at = traff.till;
  }
  add(text.slice(at, till), false);
  if (till < text.length) add(' …', false);
  return delar;
}

/** The beginning of a word at or behind `from`, not behind `last`. */
function afterSpace(text: string, from: number, last: number): number {
  const space = text.slice(from, last).search(/\s/);
  return space === -1 ? from : from + space + 1;
}
/** The end of a word at or before `from`, not before `first`. */
function beforeSpace(text: string, from: number, first: number): number {
  const space = text.slice(first, from).search(/\s\S*$/);
  return space === -1 ? Math.max(from, first) : first + space;
}
