import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another reader than ours finds in a PDF, a page each: with its pieces joined as they come, a line end where it sees one. */
export async function pdfjsText(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const { items } = await (await document.getPage(n)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}
