import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { name } from './objects.ts';
import { ObjectReader } from './parse-object.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** A PDF whose objects are read when they are asked for: `context.lookup`, and `lookup` of what is read, find them. */
export type PdfFile = { context: PDFContext; trailer: PDFDict; root: PDFDict };

/** More than any stream of a document we have met; a few bytes can otherwise fill the memory. */
const mostInflated = 256 * 1024 * 1024;

type Place = { offset: number; generation: number } | { stream: number; index: number } | null;

/**
 * Opens a PDF by its cross-reference tables, the newest first, as the standard says (ISO 32000-1, 7.5).
 * @throws UnreadablePdf where the file is not as it says
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  return openWith(bytes, readTables);
}

/**
 * Opens a PDF whose tables are wrong by looking for its objects. What of it leads nowhere is for the caller to look after.
 * @throws UnreadablePdf where it does not end as a PDF does: it is cut, and what is missing cannot be known
 */
export function repairPdf(bytes: Uint8Array): PdfFile {
  if (!Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024))).includes('%%EOF')) throw new UnreadablePdf('cut short');
  return openWith(bytes, findObjects);
}

type Finder = (bytes: Uint8Array, context: PDFContext, places: Map<number, Place>) => PDFDict;

function openWith(bytes: Uint8Array, find: Finder): PdfFile {
  const context = PDFContext.create();
  const places = new Map<number, Place>();
  const trailer = find(bytes, context, places);
  const cache = new Map<PDFRef, PDFObject>();
  const objectStreams = new Map<number, PDFObject[]>();
  const underWay = new Set<PDFRef>();

  const readOnce = (ref: PDFRef): PDFObject => {
    const known = cache.get(ref);
    if (known) return known;
    if (underWay.has(ref)) throw new UnreadablePdf(`${ref} is inside itself`);
    underWay.add(ref);
    const object = read(ref);
    underWay.delete(ref);
    cache.set(ref, object);
    return object;
  };
  const read = (ref: PDFRef): PDFObject => {
    const place = places.get(ref.objectNumber);
    if (!place) return PDFNull;
    if ('stream' in place) return ref.generationNumber === 0 ? (inStream(place.stream, place.index) ?? PDFNull) : PDFNull;
    return place.generation === ref.generationNumber ? readIndirect(bytes, context, place.offset, ref, lookup) : PDFNull;
  };
  const inStream = (number: number, index: number): PDFObject | undefined => {
    let objects = objectStreams.get(number);
    if (!objects) {
      const stream = readOnce(PDFRef.of(number));
      if (!(stream instanceof PDFRawStream)) throw new UnreadablePdf(`${number} is no object stream`);
      objects = readObjectStream(stream, context);
      objectStreams.set(number, objects);
    }
    return objects[index];
  };
  const lookup = (key: PDFObject | undefined): PDFObject | undefined => {
    let found = key;
    for (let steps = 0; found instanceof PDFRef; steps++) {
      if (steps > 20) throw new UnreadablePdf(`${key} leads nowhere`);
      found = readOnce(found);
    }
    return found;
  };
  // pdf-lib's objects ask their context; this one reads what it is asked for.
  context.lookup = ((key: PDFObject | undefined) => lookup(key)) as PDFContext['lookup'];
  context.lookupMaybe = ((key: PDFObject | undefined) => {
    const found = lookup(key);
    return found === PDFNull ? undefined : found;
  }) as PDFContext['lookupMaybe'];

  const root = lookup(trailer.get(name('Root')));
  if (!(root instanceof PDFDict)) throw new UnreadablePdf('no catalog');
  return { context, trailer, root };
}

type Lookup = (key: PDFObject | undefined) => PDFObject | undefined;

function readIndirect(bytes: Uint8Array, context: PDFContext, offset: number, ref: PDFRef, lookup: Lookup): PDFObject {
  const reader = new ObjectReader(bytes, context, offset);
  if (reader.integer() !== ref.objectNumber || reader.integer() !== ref.generationNumber)
    throw new UnreadablePdf(`${ref} is not at ${offset}`);
  reader.skip();
  if (!reader.takes('obj')) throw new UnreadablePdf(`${ref} is not at ${offset}`);
  const object = reader.object();
  reader.skip();
  if (reader.takes('endobj')) return object;
  if (!(object instanceof PDFDict) || !reader.takes('stream')) throw new UnreadablePdf(`${ref} does not end`);
  if (bytes[reader.at] === 13) reader.at++;
  if (bytes[reader.at] === 10) reader.at++;
  const length = lookup(object.get(PDFName.Length));
  if (!(length instanceof PDFNumber)) throw new UnreadablePdf(`${ref} has no length`);
  const began = reader.at;
  reader.at = began + length.asNumber();
  if (!Number.isInteger(reader.at) || reader.at < began || reader.at > bytes.length) throw new UnreadablePdf(`${ref} is cut short`);
  const contents = bytes.subarray(began, reader.at);
  reader.skip();
  if (!reader.takes('endstream')) throw new UnreadablePdf(`${ref} is longer than it says`);
  return PDFRawStream.of(object, contents);
}

/** A stream's bytes without its compression. @throws UnreadablePdf when they cannot be had */
export function decoded(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const parms = stream.dict.lookup(PDFName.of('DecodeParms'));
  try {
    if (!filter || filter === PDFNull) return stream.contents;
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    if (only === PDFName.FlateDecode && (!parms || parms === PDFNull))
      return inflateSync(stream.contents, { maxOutputLength: mostInflated });
    return decodePDFRawStream(stream).decode();
  } catch (cause) {
    throw new UnreadablePdf('a stream cannot be decompressed', { cause });
  }
}

const numberIn = (dict: PDFDict, key: string): number => {
  const value = dict.lookup(PDFName.of(key));
  if (!(value instanceof PDFNumber)) throw new UnreadablePdf(`no ${key}`);
  return value.asNumber();
};

function readObjectStream(stream: PDFRawStream, context: PDFContext): PDFObject[] {
  const bytes = decoded(stream);
  const first = numberIn(stream.dict, 'First');
  return headerOf(stream, bytes, context).map(([, offset]) => new ObjectReader(bytes, context, first + offset).object());
}
const numbersIn = (stream: PDFRawStream, context: PDFContext): number[] =>
  headerOf(stream, decoded(stream), context).map(([number]) => number);

/** The number and the offset of each object in an object stream. */
function headerOf(stream: PDFRawStream, bytes: Uint8Array, context: PDFContext): [number, number][] {
  const header = new ObjectReader(bytes, context);
  return Array.from({ length: numberIn(stream.dict, 'N') }, () => {
    const [number, offset] = [header.integer(), header.integer()];
    if (number === null || offset === null) throw new UnreadablePdf('an object stream is cut short');
    return [number, offset];
  });
}

/** Fills `places`, the newest table first: what it says of an object stands. @returns the newest trailer */
function readTables(bytes: Uint8Array, context: PDFContext, places: Map<number, Place>): PDFDict {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).lastIndexOf('startxref');
  if (tail < 0) throw new UnreadablePdf('no startxref');
  const start = new ObjectReader(bytes, context, Math.max(0, bytes.length - 2048) + tail + 'startxref'.length).integer();
  let newest: PDFDict | undefined;
  const seen = new Set<number>();
  const waiting = [start];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (offset === null || seen.has(offset)) throw new UnreadablePdf('the tables lead nowhere');
    seen.add(offset);
    const trailer = readTable(bytes, context, offset, places);
    newest ??= trailer;
    // A hybrid file's stream stands before the older tables.
    for (const key of ['Prev', 'XRefStm']) {
      const next = trailer.get(PDFName.of(key));
      if (next instanceof PDFNumber) waiting.push(next.asNumber());
    }
  }
  if (!newest) throw new UnreadablePdf('no trailer');
  return newest;
}

/** Fills `places` by what stands in the file, the last of each object. @returns the last trailer that names a catalog */
function findObjects(bytes: Uint8Array, context: PDFContext, places: Map<number, Place>): PDFDict {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let trailer: PDFDict | undefined;
  const isTrailer = (dict: PDFDict) => dict.get(name('Root')) instanceof PDFRef;
  const header = /(?:^|[\s>])(\d{1,10})\s+(\d{1,5})\s+obj\b|\btrailer\b/g;
  const text = all.toString('latin1');
  for (let found = header.exec(text); found; found = header.exec(text)) {
    const reader = new ObjectReader(bytes, context, header.lastIndex);
    const object = reader.object();
    if (!found[1]) {
      if (object instanceof PDFDict && isTrailer(object)) trailer = object;
      header.lastIndex = reader.at;
      continue;
    }
    const offset = found.index + found[0].indexOf(found[1]);
    const [number, generation] = [Number(found[1]), Number(found[2])];
    places.set(number, { offset, generation });
    header.lastIndex = reader.at;
    reader.skip();
    if (!(object instanceof PDFDict) || !reader.takes('stream')) continue;
    const end = text.indexOf('endstream', reader.at + lengthSaid(object));
    if (end < 0) throw new UnreadablePdf('cut short');
    header.lastIndex = end;
    const type = object.get(PDFName.Type);
    if (type === name('XRef') && isTrailer(object)) trailer = object;
    if (type !== name('ObjStm')) continue;
    const stream = readIndirect(bytes, context, offset, PDFRef.of(number, generation), (key) => key);
    if (!(stream instanceof PDFRawStream)) throw new UnreadablePdf('no object stream');
    for (const [index, inside] of numbersIn(stream, context).entries()) places.set(inside, { stream: number, index });
  }
  if (!trailer) throw new UnreadablePdf('no trailer');
  return trailer;
}
const lengthSaid = (dict: PDFDict): number => {
  const length = dict.get(PDFName.Length);
  return length instanceof PDFNumber ? length.asNumber() : 0;
};

function readTable(bytes: Uint8Array, context: PDFContext, offset: number, places: Map<number, Place>): PDFDict {
  const reader = new ObjectReader(bytes, context, offset);
  reader.skip();
  if (!reader.takes('xref')) return readTableStream(bytes, context, offset, places);
  for (;;) {
    reader.skip();
    if (reader.takes('trailer')) break;
    const first = reader.integer();
    const count = reader.integer();
    if (first === null || count === null) throw new UnreadablePdf('a table cannot be read');
    for (let number = first; number < first + count; number++) {
      const at = reader.integer();
      const generation = reader.integer();
      reader.skip();
      const used = reader.takes('n');
      if (at === null || generation === null || !(used || reader.takes('f'))) throw new UnreadablePdf('a table cannot be read');
      if (!places.has(number)) places.set(number, used ? { offset: at, generation } : null);
    }
  }
  const trailer = reader.object();
  if (!(trailer instanceof PDFDict)) throw new UnreadablePdf('no trailer');
  return trailer;
}

function readTableStream(bytes: Uint8Array, context: PDFContext, offset: number, places: Map<number, Place>): PDFDict {
  const header = new ObjectReader(bytes, context, offset);
  const ref = PDFRef.of(header.integer() ?? -1, header.integer() ?? -1);
  const stream = readIndirect(bytes, context, offset, ref, (key) => key);
  if (!(stream instanceof PDFRawStream) || stream.dict.get(PDFName.Type) !== PDFName.of('XRef')) throw new UnreadablePdf('no table');
  const numbers = (key: string): number[] | undefined => {
    const array = stream.dict.get(PDFName.of(key));
    return array instanceof PDFArray ? array.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN)) : undefined;
  };
  const [typeWidth, firstWidth, secondWidth] = numbers('W') ?? [];
  if (typeWidth === undefined || firstWidth === undefined || secondWidth === undefined) throw new UnreadablePdf('a table cannot be read');
  const table = decoded(stream);
  const index = numbers('Index') ?? [0, numberIn(stream.dict, 'Size')];
  let at = 0;
  const field = (width: number, absent: number) => {
    if (width === 0) return absent;
    let value = 0;
    for (let end = at + width; at < end; at++) value = value * 256 + (table[at] ?? Number.NaN);
    if (Number.isNaN(value)) throw new UnreadablePdf('a table is cut short');
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] as number;
    for (let number = first; number < first + (index[pair + 1] as number); number++) {
      const type = field(typeWidth, 1);
      const one = field(firstWidth, 0);
      const two = field(secondWidth, 0);
      if (places.has(number)) continue;
      places.set(number, type === 1 ? { offset: one, generation: two } : type === 2 ? { stream: one, index: two } : null);
    }
  }
  return stream.dict;
}
