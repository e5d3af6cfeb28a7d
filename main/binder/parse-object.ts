import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** White space is 1, a delimiter 2, all else 0 (ISO 32000-1, 7.2.2). */
const kind = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kind[byte] = 1;
for (const character of '()<>[]{}/%') kind[character.charCodeAt(0)] = 2;

/** Deeper than any document nests what is written in one object; below the engine's stack. */
const deepest = 400;
const [slash, less, greater, open, close, left, right, percent, backslash] = [...'/<>()[]%\\'].map((one) => one.charCodeAt(0)) as [
  ...Array<number>,
] as [number, number, number, number, number, number, number, number, number];

// pdf-lib looks a reference up by a text that it makes for it. Those of generation 0, nearly all, are found by their number here.
const refs: PDFRef[] = [];
const refOf = (number: number, generation: number): PDFRef => {
  if (generation !== 0 || number > 1_000_000) return PDFRef.of(number, generation);
  const known = refs[number];
  if (known) return known;
  const made = PDFRef.of(number, 0);
  refs[number] = made;
  return made;
};

// Nor does it keep a name under what is written for it.
const names = new Map<string, PDFName>();

/**
 * Reads the objects of a PDF out of its bytes, as pdf-lib's objects. In place of pdf-lib's parser, which reads valid files wrongly: it reads the
 * escapes of a name twice, and takes the word "stream" in a page's text for the beginning of one. Strict: what is no object throws.
 */
export class ObjectReader {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly context: PDFContext;
  private readonly text: Buffer;

  constructor(bytes: Uint8Array, context: PDFContext, at = 0) {
    this.bytes = bytes;
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.context = context;
    this.at = at;
  }

  /** Past white space and comments. */
  skip(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === percent) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
      else if (kind[byte] === 1) this.at++;
      else return;
    }
  }

  /** Takes the word if it is next, whole. */
  takes(word: string): boolean {
    const end = this.at + word.length;
    for (let index = 0; index < word.length; index++) if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false;
    const after = this.bytes[end];
    if (after !== undefined && kind[after] === 0) return false;
    this.at = end;
    return true;
  }

  /** A whole number that is not negative, or null. */
  integer(): number | null {
    this.skip();
    const began = this.at;
    let value = 0;
    for (let byte = this.bytes[this.at]; byte !== undefined && byte >= 48 && byte <= 57; byte = this.bytes[this.at]) {
      value = value * 10 + byte - 48;
      this.at++;
    }
    return this.at === began || this.at - began > 12 ? null : value;
  }

  object(depth = 0): PDFObject {
    if (depth > deepest) throw new UnreadablePdf('nested too deep');
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new UnreadablePdf('ends inside an object');
    if (byte === slash) return this.name();
    if (byte === less) return this.bytes[this.at + 1] === less ? this.dict(depth) : this.hexString();
    if (byte === open) return this.string();
    if (byte === left) return this.array(depth);
    if ((byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46) return this.number();
    if (this.takes('null')) return PDFNull;
    if (this.takes('true')) return PDFBool.True;
    if (this.takes('false')) return PDFBool.False;
    throw new UnreadablePdf(`no object at ${this.at}`);
  }

  private word(): string {
    const began = this.at;
    while (this.at < this.bytes.length && kind[this.bytes[this.at] as number] === 0) this.at++;
    return this.text.toString('latin1', began, this.at);
  }

  private name(): PDFName {
    this.at++;
    const word = this.word();
    const known = names.get(word);
    if (known) return known;
    // pdf-lib knows escapes in capitals only.
    const made = PDFName.of(word.includes('#') ? word.replace(/#[0-9a-f]{2}/gi, (code) => code.toUpperCase()) : word);
    names.set(word, made);
    return made;
  }

  private number(): PDFObject {
    const began = this.at;
    const whole = this.integer();
    const next = this.bytes[this.at];
    if (whole !== null && (next === undefined || kind[next] !== 0)) return this.orReference(whole);
    this.at = began;
    const word = this.word();
    const value = Number(word);
    if (!Number.isFinite(value) || !/^[+-]?[0-9]*\.?[0-9]*$/.test(word)) throw new UnreadablePdf(`no number: ${word.slice(0, 20)}`);
    return /^[0-9]+$/.test(word) ? this.orReference(value) : PDFNumber.of(value);
  }

  /** The number, or the reference that it begins. */
  private orReference(value: number): PDFObject {
    const after = this.at;
    const generation = this.integer();
    if (generation !== null) {
      this.skip();
      if (this.takes('R')) return refOf(value, generation);
    }
    this.at = after;
    return PDFNumber.of(value);
  }

  private string(): PDFString {
    const began = ++this.at;
    for (let level = 1; level > 0; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new UnreadablePdf('ends inside a string');
      if (byte === backslash) this.at++;
      else if (byte === open) level++;
      else if (byte === close) level--;
    }
    return PDFString.of(this.text.toString('latin1', began, this.at - 1));
  }

  private hexString(): PDFHexString {
    const end = this.bytes.indexOf(greater, this.at);
    if (end < 0) throw new UnreadablePdf('ends inside a string');
    const digits = this.text.toString('latin1', this.at + 1, end).replace(/\s/g, '');
    if (!/^[0-9a-f]*$/i.test(digits)) throw new UnreadablePdf('no hexadecimal string');
    this.at = end + 1;
    return PDFHexString.of(digits);
  }

  private array(depth: number): PDFArray {
    this.at++;
    const array = PDFArray.withContext(this.context);
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === right) break;
      array.push(this.object(depth + 1));
    }
    this.at++;
    return array;
  }

  private dict(depth: number): PDFDict {
    this.at += 2;
    const entries = new Map<PDFName, PDFObject>();
    for (;;) {
      this.skip();
      const byte = this.bytes[this.at];
      if (byte === greater && this.bytes[this.at + 1] === greater) break;
      if (byte !== slash) throw new UnreadablePdf(`no name at ${this.at}`);
      const name = this.name();
      entries.set(name, this.object(depth + 1));
    }
    this.at += 2;
    return PDFDict.fromMapWithContext(entries, this.context);
  }
}
