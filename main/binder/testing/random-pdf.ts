import * as fc from 'fast-check';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { type RawObject, rawPdf } from './raw-pdf.ts';

/** What is in a document made at random, so that a test knows what the bundle must show. */
export type Made = {
  pages: { words: string; size: [number, number]; rotate: number }[];
  /** The page, from 0, that each bookmark leads to. */
  bookmarks: { title: string; page: number }[];
  fields: { name: string; value: string; page: number }[];
  /** Pages, from 0, with a link to another. */
  links: { from: number; to: number }[];
  layers: { name: string; seen: boolean }[];
  /** How the file is written. */
  way: 'plain' | 'indirect' | 'pdf-lib' | 'encrypted';
};

const word = fc.stringMatching(/^[a-z]{1,12}$/);
export const made: fc.Arbitrary<Made> = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const page = fc.integer({ min: 0, max: count - 1 });
  return fc.record({
    pages: fc.array(
      fc.record({
        words: fc
          .array(fc.oneof(word, fc.constantFrom('stream', 'endstream', 'endobj', 'obj', 'q', 'Q', 'EI')), { minLength: 1, maxLength: 5 })
          .map((all) => all.join(' ')),
        size: fc.tuple(fc.integer({ min: 500, max: 900 }), fc.integer({ min: 500, max: 900 })),
        rotate: fc.constantFrom(0, 90, 180, 270),
      }),
      { minLength: count, maxLength: count },
    ),
    bookmarks: fc.array(fc.record({ title: word, page }), { maxLength: 3 }),
    fields: fc.uniqueArray(fc.record({ name: word, value: word, page }), { maxLength: 3, selector: ({ name }) => name }),
    links: fc.array(fc.record({ from: page, to: page }), { maxLength: 3 }),
    layers: fc.uniqueArray(fc.record({ name: word, seen: fc.boolean() }), { maxLength: 2, selector: ({ name }) => name }),
    way: fc.constantFrom('plain' as const, 'indirect' as const, 'pdf-lib' as const, 'encrypted' as const),
  });
});

export const passwordOfMade = 'lösenord';

/** The document as a file. */
export async function fileOf(made: Made): Promise<Uint8Array> {
  const plain = handWritten(made);
  if (made.way === 'plain' || made.way === 'indirect') return plain;
  const document = await PDFDocument.load(plain);
  await document.embedFont(StandardFonts.Helvetica);
  if (made.way === 'encrypted') document.encrypt({ userPassword: passwordOfMade, ownerPassword: 'x' });
  return new Uint8Array(await document.save());
}

function handWritten({ pages, bookmarks, fields, links, layers, way }: Made): Uint8Array {
  const objects: RawObject[] = ['', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const put = (object: RawObject) => objects.push(object);
  const pageRefs = pages.map((_, index) => objects.length + 1 + index);
  for (const _ of pages) put('');
  const fieldRefs = fields.map(({ name, value, page }) => {
    const drawn = put({ entries: '/Type /XObject /Subtype /Form /BBox [0 0 50 10]', stream: '/Tx BMC EMC' });
    return put(
      `<< /Type /Annot /Subtype /Widget /Rect [5 5 55 15] /P ${pageRefs[page]} 0 R /FT /Tx /T (${name}) /V (${value}) /AP << /N ${drawn} 0 R >> >>`,
    );
  });
  const linkRefs = links.map(({ to }) => put(`<< /Type /Annot /Subtype /Link /Rect [0 0 5 5] /Dest [${pageRefs[to]} 0 R /Fit] >>`));
  const layerRefs = layers.map(({ name }) => put(`<< /Type /OCG /Name (${name}) >>`));
  for (const [index, { words, size, rotate }] of pages.entries()) {
    const stream = `BT /F1 6 Tf 10 50 Td (${words}) Tj ET`;
    const length = way === 'indirect' ? put(String(stream.length)) : undefined;
    const contents = put({ entries: '', stream, ...(length === undefined ? {} : { lengthIn: length }) });
    const annotations = [
      ...fieldRefs.filter((_, at) => fields[at]?.page === index),
      ...linkRefs.filter((_, at) => links[at]?.from === index),
    ];
    objects[(pageRefs[index] ?? 0) - 1] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Rotate ${rotate} /Contents ${contents} 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [${annotations.map((ref) => `${ref} 0 R`).join(' ')}] >>`;
  }
  const refs = (all: number[]) => all.map((ref) => `${ref} 0 R`).join(' ');
  let catalog = '/Type /Catalog /Pages 2 0 R';
  if (fields.length > 0) catalog += ` /AcroForm << /Fields [${refs(fieldRefs)}] /DA (/Helv 0 Tf 0 g) >>`;
  if (layers.length > 0)
    catalog += ` /OCProperties << /OCGs [${refs(layerRefs)}] /D << /OFF [${refs(layerRefs.filter((_, at) => !layers[at]?.seen))}] >> >>`;
  if (bookmarks.length > 0) {
    const root = objects.length + 1;
    put(`<< /Type /Outlines /First ${root + 1} 0 R /Last ${root + bookmarks.length} 0 R /Count ${bookmarks.length} >>`);
    for (const [index, { title, page }] of bookmarks.entries()) {
      const next = index + 1 < bookmarks.length ? ` /Next ${root + index + 2} 0 R` : '';
      const previous = index > 0 ? ` /Prev ${root + index} 0 R` : '';
      put(`<< /Title (${title}) /Parent ${root} 0 R /Dest [${pageRefs[page]} 0 R /Fit]${next}${previous} >>`);
    }
    catalog += ` /Outlines ${root} 0 R`;
  }
  objects[0] = `<< ${catalog} >>`;
  objects[1] = `<< /Type /Pages /Kids [${refs(pageRefs)}] /Count ${pages.length} >>`;
  return rawPdf(objects);
}
