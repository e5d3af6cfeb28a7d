import { deflateSync } from 'node:zlib';
import { type PDFArray, type PDFDict, PDFDocument, type PDFHexString, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { rewrite } from '../qpdf/qpdf.ts';
import { bindPdfs } from './bind.ts';
import { BindError } from './bind-error.ts';
import type { BindOptions, PdfSource } from './bundle.ts';
import { arrayIn, dictIn } from './objects.ts';
import { pagesOf } from './part.ts';
import { readPdf } from './read-pdf.ts';
import { look } from './testing/look.ts';
import { firstFree, pageNumber, type RawPage, rawPages, rawPdf } from './testing/raw-pdf.ts';

const pages = (...all: (string | RawPage)[]) => rawPages(all.map((one) => (typeof one === 'string' ? { words: one } : one)));
const source = (name: string, bytes: Uint8Array, more: Partial<PdfSource> = {}): PdfSource => ({ name, bytes, ...more });
/** Binds, has qpdf look for anything wrong in the result, and reads it with pdf.js. */
async function bound(sources: PdfSource[], options?: BindOptions) {
  const result = await bindPdfs(sources, options);
  expect(await rewrite(result.bytes, '')).toMatchObject({ kind: 'ok' });
  return { ...result, seen: await look(result.bytes) };
}
const texts = ({ seen }: Awaited<ReturnType<typeof bound>>) => seen.pages.map(({ text }) => text);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('bound'),
    (error) => (error instanceof BindError ? [error.code, error.source] : expect.unreachable(String(error))),
  );
const remarks = ({ parts }: Awaited<ReturnType<typeof bound>>, part = 0) => parts[part]?.remarks.filter(({ slag }) => slag !== 'otaggad');

describe('joining', () => {
  test('BIND-01 BIND-02 joins documents of several pages', async () => {
    const result = await bound([source('beslut.pdf', pages('ett', 'tva')), source('utredning.pdf', pages('tre'))]);
    expect(texts(result)).toEqual(['ett', 'tva', 'tre']);
    expect(result.parts.map(({ name, title, pages: count }) => [name, title, count])).toEqual([
      ['beslut.pdf', 'beslut', 2],
      ['utredning.pdf', 'utredning', 1],
    ]);
  });

  test('BIND-03 keeps the order given, also of one document twice', async () => {
    const [a, b] = [source('a', pages('a')), source('b', pages('b1', 'b2'))];
    expect(texts(await bound([b, a, b]))).toEqual(['b1', 'b2', 'a', 'b1', 'b2']);
  });

  test('FORB-48 what it joined can be joined again', async () => {
    const once = await bound([source('a', pages('ett', 'tva'))], { cover: true, pageNumbers: true, title: 'En' });
    const twice = await bound([source('en', once.bytes), source('c', pages('tre'))], { pageNumbers: true });
    expect(texts(twice)).toEqual([
      expect.stringContaining('Innehåll'),
      'ett Sida 2 av 3 Sida 2 av 4',
      'tva Sida 3 av 3 Sida 3 av 4',
      'tre Sida 4 av 4',
    ]);
  });

  test('the same documents give the same bytes', async () => {
    const all = [source('a', pages('a')), source('b', pages('b'))];
    const options = { cover: true, pageNumbers: true };
    expect(Buffer.from((await bindPdfs(all, options)).bytes).equals((await bindPdfs(all, options)).bytes)).toBe(true);
  });

  test.each([
    ['1-2', ['a', 'b']],
    ['3, 1', ['c', 'a']],
    ['2-', ['b', 'c']],
    ['3-1', ['c', 'b', 'a']],
    ['2,2', ['b', 'b']],
  ])('BIND-03 page range %s', async (range, expected) => {
    expect(texts(await bound([source('a', pages('a', 'b', 'c'), { pages: range })]))).toEqual(expected);
  });

  test.each(['0', '4', '2-9', 'a', '1;2', '5-'])('a page range that is not there is refused: %s', async (range) => {
    expect(await refused(bindPdfs([source('a', pages('a', 'b', 'c'), { pages: range })]))).toEqual(['sidor-saknas', 'a']);
  });

  test('sizes and rotation of each page, its own or taken over, stay', async () => {
    const inherited = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2 /MediaBox [0 0 400 500] /Rotate 90 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [4 0 R 5 0 R] /Count 2 /CropBox [10 10 110 210] >>',
      '<< /Type /Page /Parent 3 0 R >>',
      '<< /Type /Page /Parent 3 0 R /Rotate 180 /CropBox [0 0 50 60] >>',
    ]);
    const { seen } = await bound([source('a', inherited), source('b', pages({ entries: '/MediaBox [-10 -20 90 80] /Rotate -90' }))]);
    expect(seen.pages.map(({ size, rotate }) => [...size, rotate])).toEqual([
      [100, 200, 90],
      [50, 60, 180],
      [100, 100, 270],
    ]);
  });
});

describe('title, language, bookmarks', () => {
  const outlined = (title: string) =>
    rawPages([{ words: 'ett' }, { words: 'tva' }], {
      catalog: `/Outlines ${firstFree(2)} 0 R /Names << /Dests << /Names [(kapitel) [${pageNumber(1)} 0 R /Fit]] >> >>`,
      objects: [
        `<< /Type /Outlines /First ${firstFree(2) + 1} 0 R /Last ${firstFree(2) + 2} 0 R /Count 2 >>`,
        `<< /Title (${title}) /Parent ${firstFree(2)} 0 R /Next ${firstFree(2) + 2} 0 R /First ${firstFree(2) + 3} 0 R /Last ${firstFree(2) + 3} 0 R /Count 1 /Dest [${pageNumber(0)} 0 R /Fit] >>`,
        `<< /Title (Bilaga) /Parent ${firstFree(2)} 0 R /Prev ${firstFree(2) + 1} 0 R /A << /S /GoTo /D (kapitel) >> >>`,
        `<< /Title (Under) /Parent ${firstFree(2) + 1} 0 R /Dest (kapitel) >>`,
      ],
    });

  test('BIND-01 a bookmark for each part, its own below it; two parts may name places the same', async () => {
    const { seen } = await bound([source('en.pdf', outlined('Forst')), source('två.pdf', outlined('Sedan'), { title: 'Åsas bilaga' })], {
      title: 'Ärende ć ł',
    });
    expect(seen.bookmarks).toEqual([
      [0, 'en', 1],
      [1, 'Forst', 1],
      [2, 'Under', 2],
      [1, 'Bilaga', 2],
      [0, 'Åsas bilaga', 3],
      [1, 'Sedan', 3],
      [2, 'Under', 4],
      [1, 'Bilaga', 4],
    ]);
    expect([seen.title, seen.language]).toEqual(['Ärende ć ł', 'sv-SE']);
  });

  test('a bookmark to a page that was not chosen is left out', async () => {
    const { seen } = await bound([source('en.pdf', outlined('Forst'), { pages: '1' })]);
    expect(seen.bookmarks).toEqual([
      [0, 'en', 1],
      [1, 'Forst', 1],
    ]);
  });

  test('the language is what all parts say, or what is asked for', async () => {
    const english = (words: string) => rawPages([{ words }], { catalog: '/Lang (en-GB)' });
    expect((await bound([source('a', english('a')), source('b', english('b'))])).seen.language).toBe('en-GB');
    expect((await bound([source('a', english('a')), source('b', pages('b'))])).seen.language).toBe('sv-SE');
    expect((await bound([source('a', english('a'))], { language: 'nb-NO' })).seen.language).toBe('nb-NO');
  });

  test('FORB-48 cover with contents, and page numbers that go on through all parts', async () => {
    const { seen, coverPages } = await bound(
      [
        source('a', pages('ett', 'tva'), { title: 'Beslut Wałęsa' }),
        source('b', pages({ words: 'tre', entries: '/Rotate 90' }), { title: 'Bilaga − 2' }),
      ],
      { title: 'Bunt om Ivić', cover: true, pageNumbers: true },
    );
    expect(coverPages).toBe(1);
    const [cover, ...rest] = seen.pages.map(({ text }) => text.replace(/\s+/g, ' '));
    expect(cover).toBe('Bunt om Ivić Innehåll Beslut Wałęsa 2 Bilaga − 2 4 Sida 1 av 4');
    expect(rest).toEqual(['ett Sida 2 av 4', 'tva Sida 3 av 4', 'tre Sida 4 av 4']);
    expect(seen.links[1]).toEqual([2, 4]);
    expect(seen.bookmarks.map(([, , page]) => page)).toEqual([2, 4]);
  });

  test('contents longer than a page go on to another', async () => {
    const all = Array.from({ length: 60 }, (_, index) => source(`del ${index}`, pages(`sida ${index}`)));
    const { seen, coverPages } = await bound(all, { cover: true, pageNumbers: true });
    expect(coverPages).toBe(2);
    expect(seen.pages[2]?.text).toContain('sida 0');
    expect([...(seen.links[1] ?? []), ...(seen.links[2] ?? [])]).toEqual(all.map((_, index) => index + 3));
  });

  test('a bundle of many pages has them in nodes, and is bound again', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `sida ${index}`);
    const once = await bound([source('a', pages(...many))]);
    expect(texts(once)).toEqual(many);
    const tree = dictIn(readPdf(once.bytes).root, 'Pages');
    expect(tree && arrayIn(tree, 'Kids')?.size()).toBe(3);
    expect(texts(await bound([source('b', once.bytes, { pages: '60, 24-27, 1' })]))).toEqual([59, 23, 24, 25, 26, 0].map((at) => many[at]));
  });

  test('page numbers stand upright where the page is seen, also after content that leaves its state open', async () => {
    const { bytes } = await bound([source('a', pages({ content: 'q 0 0 0 rg 5 0 0 5 900 900 cm BT /F1 12 Tf (x) Tj ET' }))], {
      pageNumbers: true,
    });
    const page = (await PDFDocument.load(bytes)).getPage(0);
    const { bytes: plain } = await bound([source('b', pages('y'))], { pageNumbers: true });
    expect(page.getWidth()).toBe((await PDFDocument.load(plain)).getPage(0).getWidth());
    const place = async (file: Uint8Array) => {
      const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
      const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
      const { items } = await (await (await task.promise).getPage(1)).getTextContent();
      await task.destroy();
      return items.flatMap((item) => ('str' in item && item.str.startsWith('Sida') ? [item.transform] : []));
    };
    expect(await place(bytes)).toEqual(await place(plain));
  });
});

describe('links', () => {
  const link = (to: string) => `<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] ${to} >>`;

  test('inside a document, by page and by name, in the list and by reference', async () => {
    const linked = () =>
      rawPages(
        [
          {
            words: 'ett',
            entries: `/Annots [${firstFree(2)} 0 R ${link(`/Dest [${pageNumber(1)} 0 R /Fit]`)} ${link('/A << /S /GoTo /D [0 /Fit] >>')}]`,
          },
          { words: 'tva' },
        ],
        {
          catalog: `/Dests << /malet [${pageNumber(1)} 0 R /XYZ 0 0 0] >>`,
          objects: [link('/Dest /malet')],
        },
      );
    const { seen } = await bound([source('a', linked()), source('b', linked())]);
    expect(seen.links).toEqual({ 1: [2, 2, 1], 3: [4, 4, 3] });
  });

  test('to another document of the set, and to one outside it', async () => {
    const from = pages({
      words: 'ett',
      entries: `/Annots [${link('/A << /S /GoToR /F (mapp/Bilaga.PDF) /D [1 /Fit] >>')} ${link('/A << /S /URI /URI (bilaga.pdf#page=2) >>')} ${link('/A << /S /URI /URI (https://example.test/) >>')}]`,
    });
    const { seen } = await bound([source('brev.pdf', from), source('bilaga.pdf', pages('tva', 'tre'))]);
    expect(seen.links).toEqual({ 1: [3, 2, 'https://example.test/'] });
  });

  test('to a page that was not chosen is left out', async () => {
    const from = rawPages([{ words: 'ett', entries: `/Annots [${firstFree(2)} 0 R]` }, { words: 'hemlig' }], {
      objects: [link(`/Dest [${pageNumber(1)} 0 R /Fit]`)],
    });
    const { seen, bytes } = await bound([source('a', from, { pages: '1' })]);
    expect(seen.links).toEqual({});
    expect(await wordsInStreams(bytes)).not.toContain('hemlig');
  });
});

/** All that lies in a file, uncompressed. */
async function wordsInStreams(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => {
      const dict = object.toString();
      return 'contents' in object && object.contents instanceof Uint8Array
        ? `${dict}${Buffer.from(object.contents).toString('latin1')}`
        : dict;
    })
    .join('\n');
}

describe('forms', () => {
  const field = (entries: string, rect = '[10 10 110 30]') => `<< /Type /Annot /Subtype /Widget /Rect ${rect} ${entries} >>`;
  const appearance = { entries: '/Type /XObject /Subtype /Form /BBox [0 0 100 20]', stream: '/Tx BMC EMC' };
  const form = (value: string, more = '') =>
    rawPages([{ words: 'blankett', entries: `/Annots [${firstFree(1)} 0 R]` }], {
      catalog: `/AcroForm << /Fields [${firstFree(1)} 0 R] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 3 0 R >> >> ${more} >>`,
      objects: [field(`/FT /Tx /T (namn) /V (${value}) /AP << /N ${firstFree(1) + 1} 0 R >>`), appearance],
    });

  test('two forms with the same field names keep their own values', async () => {
    const { seen } = await bound([source('en.pdf', form('Anna')), source('tva.pdf', form('Bo')), source('tre.pdf', form('Cia'))]);
    expect(seen.fields).toEqual({ namn: 'Anna', 'tva.namn': 'Bo', 'tre.namn': 'Cia' });
  });

  test('one document twice: the second has values of its own too', async () => {
    const same = form('Anna');
    expect((await bound([source('en.pdf', same), source('en.pdf', same)])).seen.fields).toEqual({ namn: 'Anna', 'en.namn': 'Anna' });
  });

  test('fields of a page that was not chosen are not in the file', async () => {
    const two = rawPages(
      [
        { words: 'ett', entries: `/Annots [${firstFree(2)} 0 R]` },
        { words: 'tva', entries: `/Annots [${firstFree(2) + 1} 0 R]` },
      ],
      {
        catalog: `/AcroForm << /Fields [${firstFree(2) + 2} 0 R] >>`,
        objects: [
          field(`/T (a) /FT /Tx /V (kvar) /Parent ${firstFree(2) + 2} 0 R`),
          field(`/T (b) /FT /Tx /V (hemligt) /Parent ${firstFree(2) + 2} 0 R`),
          `<< /T (grupp) /Kids [${firstFree(2)} 0 R ${firstFree(2) + 1} 0 R] >>`,
        ],
      },
    );
    const { seen, bytes } = await bound([source('a', two, { pages: '1' })]);
    expect(seen.fields).toEqual({ 'grupp.a': 'kvar' });
    expect(await wordsInStreams(bytes)).not.toContain('hemligt');
  });

  test('a field that no reader need draw is drawn, in letters that the standard fonts lack too', async () => {
    const bare = rawPages([{ words: 'x', entries: `/Annots [${firstFree(1)} 0 R ${firstFree(1) + 1} 0 R ${firstFree(1) + 2} 0 R]` }], {
      catalog: `/AcroForm << /Fields [${firstFree(1)} 0 R ${firstFree(1) + 1} 0 R ${firstFree(1) + 2} 0 R] /DA (/Helv 10 Tf 0 g) >>`,
      objects: [
        field('/FT /Tx /T (namn) /V <FEFF00570061014201190073 0061>'),
        field('/FT /Btn /T (ja) /V /Ja /AS /Ja', '[10 40 20 50]'),
        field('/FT /Ch /Ff 131072 /T (val) /V (2) /Opt [[(1) (Ett)] [(2) (Andra valet)]]', '[10 60 110 80]'),
      ],
    });
    const result = await bound([source('a', bare)]);
    expect(remarks(result)).toEqual([{ slag: 'falt-ritade', antal: 3 }]);
    expect(result.seen.fields).toEqual({ namn: 'Wałęsa', ja: 'Ja', val: expect.anything() });
    expect(await drawnOnFields(result.bytes)).toEqual(['Wałęsa', 'Andra valet']);
  });

  test('values that the document leaves to its reader are drawn anew', async () => {
    const result = await bound([source('a', form('nytt', '/NeedAppearances true'))]);
    expect(remarks(result)).toEqual([{ slag: 'falt-ritade', antal: 1 }]);
    expect(await drawnOnFields(result.bytes)).toEqual(['nytt']);
  });

  test('a form that only a program in it can show is refused', async () => {
    const xfa = rawPages([{ words: 'Please wait' }], { catalog: '/NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>' });
    expect(await refused(bindPdfs([source('xfa.pdf', xfa)]))).toEqual(['formular-xfa', 'xfa.pdf']);
  });

  test('a signed document is warned of, and its signature looks as it did without being one', async () => {
    const signed = rawPages([{ words: 'x', entries: `/Annots [${firstFree(1)} 0 R]` }], {
      catalog: `/AcroForm << /Fields [${firstFree(1)} 0 R] /SigFlags 3 >>`,
      objects: [
        field(`/FT /Sig /T (underskrift) /V ${firstFree(1) + 2} 0 R /AP << /N ${firstFree(1) + 1} 0 R >>`),
        { entries: '/Type /XObject /Subtype /Form /BBox [0 0 100 20]', stream: '0 0 100 20 re S' },
        '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >>',
      ],
    });
    const result = await bound([source('a', signed)]);
    expect(remarks(result)).toEqual([{ slag: 'signerad' }]);
    expect(result.seen.fields).toEqual({});
    const words = await wordsInStreams(result.bytes);
    expect(words).toContain('0 0 100 20 re S');
    expect(words).not.toContain('ByteRange');
  });

  /** What the appearances of the fields say, by pdf.js. */
  async function drawnOnFields(bytes: Uint8Array): Promise<string[]> {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const found = await (await (await task.promise).getPage(1)).getAnnotations();
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const page = await (await task.promise).getPage(1);
    const list = await page.getOperatorList();
    await task.destroy();
    expect(found.length).toBeGreaterThan(0);
    const drawn: string[] = [];
    let inside = false;
    for (const [at, operator] of list.fnArray.entries()) {
      if (operator === OPS.beginAnnotation) inside = true;
      if (operator === OPS.endAnnotation) inside = false;
      if (inside && operator === OPS.showText)
        drawn.push((list.argsArray[at][0] as { unicode?: string }[]).map((glyph) => glyph.unicode ?? '').join(''));
    }
    return drawn;
  }
});

describe('what lies inside', () => {
  test('hidden layers stay hidden, however the document says so', async () => {
    const layered = (name: string, state: string) =>
      rawPages(
        [
          {
            content: '/OC /L1 BDC BT /F1 12 Tf (x) Tj ET EMC',
            entries: `/Resources << /Font << /F1 3 0 R >> /Properties << /L1 ${firstFree(1)} 0 R /L2 ${firstFree(1) + 1} 0 R >> >>`,
          },
        ],
        {
          catalog: `/OCProperties << /OCGs [${firstFree(1)} 0 R ${firstFree(1) + 1} 0 R] /D << ${state} >> >>`,
          objects: [`<< /Type /OCG /Name (${name} ett) >>`, `<< /Type /OCG /Name (${name} tva) >>`],
        },
      );
    const { seen } = await bound([
      source('a', layered('a', `/OFF [${firstFree(1)} 0 R] /Order [${firstFree(1)} 0 R]`)),
      source('b', layered('b', `/BaseState /OFF /ON [${firstFree(1)} 0 R]`)),
    ]);
    expect(seen.layers).toEqual({ 'a ett': false, 'a tva': true, 'b ett': true, 'b tva': false });
  });

  test('files inside are named and taken along; two of one name are both there', async () => {
    const attached = (content: string) =>
      rawPages([{ words: 'x' }], {
        catalog: `/Names << /EmbeddedFiles << /Names [(bilaga) ${firstFree(1)} 0 R] >> >>`,
        objects: [
          `<< /Type /Filespec /F (fakta.json) /UF (fakta.json) /EF << /F ${firstFree(1) + 1} 0 R >> >>`,
          { entries: '/Type /EmbeddedFile', stream: content },
        ],
      });
    const result = await bound([source('a', attached('ett')), source('b', attached('tva'))]);
    expect(remarks(result)).toEqual([{ slag: 'bilagor', namn: ['fakta.json'] }]);
    expect(Object.values(result.seen.attachments)).toEqual(['ett', 'tva']);
  });
});

describe('tags', () => {
  const tagged = (words: string, role = '/H1') =>
    rawPages([{ content: `${role} <</MCID 0>> BDC BT /F1 12 Tf 20 100 Td (${words}) Tj ET EMC`, entries: '/StructParents 0' }], {
      catalog: `/MarkInfo << /Marked true >> /Lang (sv) /StructTreeRoot ${firstFree(1)} 0 R`,
      objects: [
        `<< /Type /StructTreeRoot /K ${firstFree(1) + 1} 0 R /ParentTree << /Nums [0 [${firstFree(1) + 2} 0 R]] >> /ParentTreeNextKey 1 /RoleMap << /Rubrik ${role} >> /IDTree << /Names [(id) ${firstFree(1) + 2} 0 R] >> >>`,
        `<< /Type /StructElem /S /Document /P ${firstFree(1)} 0 R /K [${firstFree(1) + 2} 0 R] >>`,
        `<< /Type /StructElem /S ${role} /ID (id) /P ${firstFree(1) + 1} 0 R /Pg ${pageNumber(0)} 0 R /K 0 >>`,
      ],
    });

  test('where all parts are tagged the whole is, its cover too', async () => {
    const result = await bound([source('a', tagged('ett')), source('b', tagged('tva'))], { cover: true, pageNumbers: true });
    expect([result.tagged, result.seen.tagged]).toEqual([true, true]);
    expect(result.seen.roles.slice(1)).toEqual(
      [
        ['Root', 'H1'],
        ['Root', 'H1'],
      ].map(() => expect.arrayContaining(['H1'])),
    );
    expect(result.seen.roles[0]).toEqual(expect.arrayContaining(['H1', 'TOCI', 'Link']));
    // The cover is read first, then the parts in their order.
    const { context, catalog } = await PDFDocument.load(result.bytes);
    const at = (dict: PDFDict | undefined, key: string) => context.lookup(dict?.get(PDFName.of(key)));
    const document = context.lookup((at(at(catalog, 'StructTreeRoot') as PDFDict, 'K') as PDFArray).get(0)) as PDFDict;
    const titles = (at(document, 'K') as PDFArray)
      .asArray()
      .map((kid) => (at(context.lookup(kid) as PDFDict, 'T') as PDFHexString).decodeText());
    expect(titles).toEqual(['Försättsblad', 'a', 'b']);
  });

  test.each([
    ['another part is not', [source('a', tagged('ett')), source('b', pages('tva'))]],
    ['not all pages are there', [source('a', rawPages([{ words: 'a' }, { words: 'b' }])), source('b', tagged('tva'))]],
    ['parts mean different things by a role', [source('a', tagged('ett')), source('b', tagged('tva', '/P'))]],
  ])('it says that the whole is not: %s', async (_why, sources) => {
    const result = await bound(sources);
    expect([result.tagged, result.seen.tagged]).toEqual([false, false]);
    expect(result.parts.some(({ remarks: all }) => all.some(({ slag }) => slag === 'taggar-borta'))).toBe(true);
  });
});

describe('passwords', () => {
  const locked = async (userPassword: string | undefined) => {
    const document = await PDFDocument.create();
    document.addPage([200, 200]).drawText('hemligt');
    document.encrypt({
      ...(userPassword === undefined ? {} : { userPassword }),
      ownerPassword: 'agare',
      permissions: { modifying: false },
    });
    return new Uint8Array(await document.save());
  };

  test('one that is needed is asked for, and a wrong one is said to be', async () => {
    const bytes = await locked('åäöÅÄÖ');
    expect(await refused(bindPdfs([source('last.pdf', bytes)]))).toEqual(['losenord-behovs', 'last.pdf']);
    expect(await refused(bindPdfs([source('last.pdf', bytes, { password: 'aao' })]))).toEqual(['fel-losenord', 'last.pdf']);
  });

  test.each(['NFC', 'NFD'] as const)('å, ä and ö in it, as %s', async (form) => {
    const result = await bound([source('last.pdf', await locked('åäöÅÄÖ'), { password: 'åäöÅÄÖ'.normalize(form) })]);
    expect(texts(result)).toEqual(['hemligt']);
    expect(remarks(result)).toEqual([{ slag: 'losenord' }]);
  });

  test('a document that opens without one but restricts editing is read', async () => {
    const result = await bound([source('begransad.pdf', await locked(undefined))]);
    expect(texts(result)).toEqual(['hemligt']);
    expect(remarks(result)).toEqual([{ slag: 'skydd-mot-andring' }]);
  });
});

describe('valid files that pdf-lib misreads are bound right', () => {
  test('the word stream in the text of an uncompressed page whose length stands elsewhere', async () => {
    const misread = (words: string) =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
        { entries: '', stream: `BT /F1 12 Tf 20 100 Td (${words}) Tj 0 -20 Td (efter) Tj ET`, lengthIn: 6 },
        String(`BT /F1 12 Tf 20 100 Td (${words}) Tj 0 -20 Td (efter) Tj ET`.length),
      ]);
    for (const words of ['en stream av ord', 'endstream endobj', 'Gulf stream\nendstream\nendobj']) {
      const result = await bound([source('a', misread(words))]);
      expect(texts(result)[0]?.replace(/\s+/g, ' ')).toBe(`${words.replace(/\s+/g, ' ')} efter`);
    }
  });

  test.each(['/A#2342', '/F#c3#a5', '/F#20x'])('the name %s of a font', async (font) => {
    const named = rawPages([{ content: `BT ${font} 12 Tf 20 100 Td (ord) Tj ET`, entries: `/Resources << /Font << ${font} 3 0 R >> >>` }]);
    expect(texts(await bound([source('a', named)]))).toEqual(['ord']);
  });

  test('an older version of an object, and one that was deleted, do not come back', async () => {
    const first = rawPages([{ words: 'gammal' }]);
    const number = pageNumber(0) + 1;
    const stream = 'BT /F1 12 Tf 20 100 Td (ny) Tj ET';
    const update = `${number} 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
    const at = first.length;
    const before = /startxref\n(\d+)/.exec(Buffer.from(first).toString('latin1'))?.[1];
    const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${number + 1} /Root 1 0 R /Prev ${before} >>\nstartxref\n${at + update.length}\n%%EOF\n`;
    const result = await bound([source('a', new Uint8Array(Buffer.concat([first, Buffer.from(update + table)])))]);
    expect(texts(result)).toEqual(['ny']);
    expect(await wordsInStreams(result.bytes)).not.toContain('gammal');
  });
});

describe('not quite as the standard says', () => {
  test('a file whose tables are wrong is read by its objects, and it is said', async () => {
    const bytes = Buffer.from(pages('ett', 'tva'));
    const at = bytes.lastIndexOf('startxref\n') + 'startxref\n'.length;
    bytes.write('7', at);
    const result = await bound([source('a', new Uint8Array(bytes))]);
    expect(texts(result)).toEqual(['ett', 'tva']);
    expect(remarks(result)).toEqual([{ slag: 'lagad' }]);
  });

  test('lines before the header', async () => {
    const bytes = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), pages('ett')]);
    expect(texts(await bound([source('a', new Uint8Array(bytes))]))).toEqual(['ett']);
  });
});

describe('refusing, with the name of the document', () => {
  test('nothing to join', async () => {
    expect(await refused(bindPdfs([]))).toEqual(['inga-dokument', '']);
  });

  test.each([
    ['empty', new Uint8Array()],
    ['text', new Uint8Array(Buffer.from('Hej'))],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ])('not a PDF: %s', async (name, bytes) => {
    expect(await refused(bindPdfs([source('good', pages('x')), source(name, bytes)]))).toEqual(['inte-pdf', name]);
  });

  test('a PDF cut anywhere is refused, or whole: never a bundle that lacks something', async () => {
    const whole = pages('ett', 'tva', 'tre');
    for (let length = 9; length < whole.length; length += 41) {
      const outcome = await bindPdfs([source('cut', whole.subarray(0, length))]).then(
        async ({ bytes }) => (await look(bytes)).pages.map(({ text }) => text),
        (error) => (error instanceof BindError ? error.code : expect.unreachable(String(error))),
      );
      expect([['ett', 'tva', 'tre'], 'skadad', 'inte-pdf', 'lases-olika']).toContainEqual(outcome);
    }
  });

  test('zeros behind the end of a file, in its tables right or wrong, are no part of it', async () => {
    const whole = pages('ett', 'tva');
    const misled = Buffer.from(
      Buffer.from(whole)
        .toString('latin1')
        .replace(/startxref\s+\d+/, 'startxref\n9'),
      'latin1',
    );
    for (const bytes of [whole, misled]) {
      const result = await bound([source('padded', Buffer.concat([bytes, new Uint8Array(4096)]))]);
      expect(texts(result)).toEqual(['ett', 'tva']);
    }
  });

  test('a page whose contents cannot be read to their end, which readers show as far as they go', async () => {
    const contents = deflateSync(Buffer.from(`BT /F1 12 Tf 20 100 Td (${'ord '.repeat(500)}) Tj ET`));
    const page = (stream: Uint8Array) =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
        { entries: '/Filter /FlateDecode', stream },
      ]);
    expect(texts(await bound([source('whole', page(contents))]))).toEqual([expect.stringContaining('ord')]);
    expect(texts(await bound([source('empty', page(new Uint8Array()))]))).toEqual(['']);
    expect(await refused(bindPdfs([source('half', page(contents.subarray(0, -12)))]))).toEqual(['skadad', 'half']);
  });

  test('nothing in a bundle runs, or sends anything, where it is pressed or opened', async () => {
    const actions = ['JavaScript /JS (x)', 'Launch /F (x.exe)', 'SubmitForm /F (http://x.invalid)', 'ImportData /F (x)', 'Rendition /OP 0'];
    // The kind of the last one stands in an object of its own.
    actions.push('4 0 R /F (x.exe)');
    const links = actions.map(
      (action) => `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S ${action.startsWith('4') ? '' : '/'}${action} >> >>`,
    );
    const { bytes } = await bindPdfs([
      source(
        'running',
        rawPdf([
          '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> /AA << /WC << /S /Launch /F (x) >> >> >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /AA << /O << /S /Launch /F (x) >> >> /Annots [${links.join(' ')}
            << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://exempel.invalid/) /Next << /S /Launch /F (x) >> >> >>] >>`,
          '/Launch',
        ]),
      ),
    ]);
    const { context } = readPdf(bytes);
    const page = pagesOf(readPdf(bytes))[0]?.dict;
    const kinds = arrayIn(page as PDFDict, 'Annots')
      ?.asArray()
      .map((one) => dictIn(context.lookup(one) as PDFDict, 'A'))
      .map((action) => action && [action.get(PDFName.of('S')), action.has(PDFName.of('Next'))]);
    expect(kinds).toEqual([...actions.map(() => undefined), [PDFName.of('URI'), false]]);
    expect(Buffer.from(bytes).includes('x.exe')).toBe(false);
  });

  test('a tree of pages that lacks one', async () => {
    const lacking = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ]);
    expect(await refused(bindPdfs([source('lacks', lacking)]))).toEqual(['skadad', 'lacks']);
  });

  test('skipBad goes on without it, and says so', async () => {
    const result = await bound(
      [source('bad', new Uint8Array(Buffer.from('Hej'))), source('good', pages('x')), source('cut', pages('y').subarray(0, 99))],
      { skipBad: true },
    );
    expect(texts(result)).toEqual(['x']);
    expect(result.left).toEqual([
      { name: 'bad', code: 'inte-pdf' },
      { name: 'cut', code: 'skadad' },
    ]);
  });

  test('with nothing left it is refused all the same', async () => {
    expect(await refused(bindPdfs([source('bad', new Uint8Array())], { skipBad: true }))).toEqual(['inte-pdf', 'bad']);
  });
});
