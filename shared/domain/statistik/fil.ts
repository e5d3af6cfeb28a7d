import type { Statistikbeskrivning } from './records.ts';

type Fil = Statistikbeskrivning['fil'];

/** Why a text cannot be written as its description says. */
export type Skrivfel = 'tecken' | 'semikolon' | 'radslut';

/** Why a cell cannot stand in the file; `sist` = it is the last of its line, which may not end with a semicolon. Undefined = it can. */
export function skrivfel(text: string, { teckenkodning, citattecken }: Fil, sist: boolean): Skrivfel | undefined {
  if (teckenkodning === 'iso-8859-1' && !/^[\x20-\x7e\xa0-\xff]*$/.test(text)) return 'tecken';
  if (/\p{Cc}/u.test(text)) return 'tecken';
  if (citattecken) return undefined;
  if (/[;"]/.test(text)) return 'semikolon';
  return sist && text === '' ? 'radslut' : undefined;
}

const cell = (text: string, sist: boolean): string =>
  /[;"]/.test(text) || (sist && text === '') ? `"${text.replaceAll('"', '""')}"` : text;

/** A line of the file, without its end: semicolons between cells and none after the last, which stands within quotes where it is empty. */
const filrad = (celler: readonly string[]): string => celler.map((text, n) => cell(text, n === celler.length - 1)).join(';');

/** The whole file as text. Its cells hold no {@link skrivfel}: who makes it has looked. */
export function filtext({ fil, kolumner }: Statistikbeskrivning, rader: readonly (readonly string[])[]): string {
  const slut = fil.radslut === 'crlf' ? '\r\n' : '\n';
  const alla = [...(fil.rubrikrad ? [kolumner.map(({ namn }) => namn)] : []), ...rader];
  return alla.map((rad) => `${filrad(rad)}${slut}`).join('');
}
