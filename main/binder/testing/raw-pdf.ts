/** An object of a PDF as it is written: text, or a stream with its dictionary's entries. */
export type RawObject =
  | string
  | { entries: string; stream: string | Uint8Array /** Its length stands in another object. */; lengthIn?: number };

/**
 * A PDF written by hand, uncompressed, so that a test says each byte of it. Object 1 is the catalog.
 * @param objects from number 1
 */
export function rawPdf(objects: readonly RawObject[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const put = (bytes: Buffer) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    put(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') put(Buffer.from(object, 'latin1'));
    else {
      const stream = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : Buffer.from(object.stream);
      const said = object.lengthIn === undefined ? String(stream.length) : `${object.lengthIn} 0 R`;
      put(Buffer.from(`<< ${object.entries} /Length ${said} >>\nstream\n`, 'latin1'));
      put(stream);
      put(Buffer.from('\nendstream'));
    }
    put(Buffer.from('\nendobj\n'));
    return offset;
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`));
  put(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(chunks));
}

export type RawPage = {
  /** Words in Helvetica at (20, 100). */
  words?: string;
  /** Other content than the words. */
  content?: string;
  /** Further entries of its dictionary. */
  entries?: string;
};

/** The number of a page's dictionary in `rawPages`, from 0; the objects of the caller follow on the last page's. */
export const pageNumber = (index: number): number => 4 + 2 * index;
export const firstFree = (pages: number): number => pageNumber(pages);

/** A PDF of simple pages: 1 is the catalog, 2 the tree, 3 the font; each page takes two objects. */
export function rawPages(
  pages: readonly RawPage[],
  more: { catalog?: string; objects?: readonly RawObject[]; trailer?: string } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 200 300] /Resources << /Font << /F1 3 0 R >> >> >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      ...pages.flatMap(({ words = '', content, entries = '' }, index): RawObject[] => [
        `<< /Type /Page /Parent 2 0 R /Contents ${pageNumber(index) + 1} 0 R ${entries} >>`,
        { entries: '', stream: content ?? `BT /F1 12 Tf 20 100 Td (${words}) Tj ET` },
      ]),
      ...(more.objects ?? []),
    ],
    more.trailer,
  );
}
