import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFObject, PDFRef, PDFStream, PDFString } from 'pdf-lib';

/** Short words for what pdf-lib's objects are asked. A value of another type than asked for is as if it were not there. */
export const name = (text: string): PDFName => {
  const known = names.get(text);
  if (known) return known;
  const made = PDFName.of(text);
  names.set(text, made);
  return made;
};
// pdf-lib makes a name's text anew each time it is asked, by a regular expression; it keeps names for ever, so these are no more.
const names = new Map<string, PDFName>();
const words = new Map<PDFName, string>();
/** What a name says. */
export const wordOf = (key: PDFName): string => {
  const known = words.get(key);
  if (known !== undefined) return known;
  const word = key.decodeText();
  words.set(key, word);
  return word;
};

export const dictIn = (from: PDFDict, key: string): PDFDict | undefined => asDict(from.lookup(name(key)));
/** A stream's dictionary counts as one. */
export const asDict = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;
export const arrayIn = (from: PDFDict, key: string): PDFArray | undefined => {
  const value = from.lookup(name(key));
  return value instanceof PDFArray ? value : undefined;
};
export const numberAt = (from: PDFDict, key: string): number | undefined => {
  const value = from.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
};
export const nameAt = (from: PDFDict, key: string): string | undefined => {
  const value = from.lookup(name(key));
  return value instanceof PDFName ? wordOf(value) : undefined;
};
export const isString = (value: PDFObject | undefined): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;
/** A text string in NFC, or undefined where it is none or says nothing. */
export const textAt = (from: PDFDict, key: string): string | undefined => {
  const value = from.lookup(name(key));
  return isString(value) ? textOf(value) : undefined;
};
/** A text string in NFC; one that is no text in its encoding is read byte by byte. */
export const textOf = (value: PDFString | PDFHexString): string => {
  try {
    return value.decodeText().normalize('NFC');
  } catch {
    return Buffer.from(value.asBytes()).toString('latin1');
  }
};
export const text = (value: string): PDFHexString => PDFHexString.fromText(value);
export const isNull = (value: PDFObject | undefined): boolean => value === undefined || value === PDFNull;
export const refsIn = (array: PDFArray | undefined): PDFRef[] => (array?.asArray() ?? []).filter((one) => one instanceof PDFRef);

/** Every entry of a name or number tree, in order (ISO 32000-1, 7.9.6 and 7.9.7). A tree that goes in a circle ends. */
export function* treeEntries(root: PDFDict | undefined, leaf: 'Names' | 'Nums'): Generator<[PDFObject, PDFObject]> {
  const waiting = root ? [root] : [];
  const seen = new Set<PDFDict>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = arrayIn(node, leaf)?.asArray() ?? [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const key = node.context.lookup(pairs[at]);
      if (key) yield [key, pairs[at + 1] as PDFObject];
    }
    const kids = arrayIn(node, 'Kids')?.asArray() ?? [];
    for (const kid of kids.toReversed()) {
      const below = asDict(node.context.lookup(kid));
      if (below) waiting.push(below);
    }
  }
}

/** An attribute of a dictionary, or of the nearest above it that has it. */
export function inherited(from: PDFDict, key: string): PDFObject | undefined {
  const seen = new Set<PDFDict>();
  for (let node: PDFDict | undefined = from; node && !seen.has(node); node = dictIn(node, 'Parent')) {
    seen.add(node);
    const value = node.lookup(name(key));
    if (!isNull(value)) return value;
  }
  return undefined;
}
