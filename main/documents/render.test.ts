import { join } from 'node:path';
import fc from 'fast-check';
import { PDFArray, PDFDict, PDFDocument, type PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Del, Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import { type Block, type RichText, richText } from '../../shared/domain/text/text.ts';
import { readMallar } from './mallar.ts';
import { readText } from './read-text.ts';
import { LostWordsError, Renderer } from './render.ts';
import { brev, stycke } from './testing/dokument.ts';
import { pdfjsText } from './testing/pdfjs-text.ts';

const mallar = readMallar(join(import.meta.dirname, '..', '..', 'resources'));
const renderer = new Renderer(mallar);
const made = (...delar: Del[]) => renderer.render(brev({ delar }));
const squeezed = (text: string) => text.normalize('NFC').replace(/[\s\u00ad]/gu, '');
const text = (...content: Block[]): Del => ({ slag: 'text', text: { type: 'doc', content } });
const p = (...words: string[]): Block => ({ type: 'paragraph', content: words.map((one) => ({ type: 'text', text: one })) });
const long = 'funktionsnedsättningsrättighetsöverklagandehänvisningsexempel';

describe('PDF-01 a produced document', () => {
  test('what a cell has on lines of their own stands so', async () => {
    const { bytes } = await made({
      slag: 'tabell',
      kolumner: [{ rubrik: 'Skäl', bredd: 1 }],
      rader: [['Orsak: ingen plats\nSaknas: område']],
    });
    const [sida = ''] = await pdfjsText(bytes);
    expect(sida).toMatch(/Orsak: ingen plats\s*\nSaknas: område/);
  });

  test('is PDF/A-2a with language, title, output intent and a tree of tags', async () => {
    const table: Del = {
      slag: 'tabell',
      kolumner: [
        { rubrik: 'Dag', bredd: 1 },
        { rubrik: 'Vad', bredd: 2 },
      ],
      rader: [['2026-11-29', 'Samtal']],
    };
    const { bytes } = await made(
      { slag: 'rubrik', niva: 2, text: 'Skäl' },
      table,
      text({ type: 'bulletList', content: [{ type: 'listItem', content: [p('ett')] }] }),
    );
    const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const metadata = Buffer.from(bytes).toString('latin1');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('sv-SE');
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(catalog.lookup(PDFName.of('OutputIntents'), PDFArray).size()).toBe(1);
    const info = context.lookup(context.trailerInfo.Info, PDFDict);
    expect((info.lookup(PDFName.of('Title')) as PDFHexString).decodeText()).toBe('Beslut om korttidsvistelse');
    const tags = new Set(
      context.enumerateIndirectObjects().flatMap(([, object]) => {
        const tag = object instanceof PDFDict ? object.get(PDFName.of('S')) : undefined;
        return tag instanceof PDFName ? [tag.decodeText()] : [];
      }),
    );
    expect([...tags]).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']));
  });

  test('has every font within it', async () => {
    const { bytes } = await made(stycke('kursivt och ☃ och -'));
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const descriptors = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') ? [object] : [],
      );
    expect(descriptors.length).toBeGreaterThanOrEqual(3);
    for (const one of descriptors) expect(one.has(PDFName.of('FontFile2')) || one.has(PDFName.of('FontFile3'))).toBe(true);
  });

  test('is the same bytes for the same document, whatever was made between', async () => {
    const [first, other] = [await made(stycke('Hej')), await made(stycke('Något annat'))];
    const again = await made(stycke('Hej'));
    expect(again.sha256).toBe(first.sha256);
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true);
    expect(other.sha256).not.toBe(first.sha256);
  });
});

describe('PDF-01 what is written comes out whole', () => {
  test.each([
    ['Swedish letters, also decomposed', 'Rörelsehindrad: a\u030a a\u0308 o\u0308 Å Ä Ö'],
    ['names and signs of others', 'Ćwikła Łukasz Şahin − 5 – “citat” ’ … € ½'],
    ['what would be markup', '#let x = 1 *fet* _kursiv_ $a^2$ \\ <etikett> @ref = Rubrik // ord /* ord */ `kod` [a] "b" \'c\' ~ -- ---'],
    ['hyphens of its own, and hyphenation', `e-post-adress ${long} Nord-Trøndelags-kommunen ${long}`],
    ['a word without an end', 'a'.repeat(400)],
    ['an address without an end', `https://exempel.se/${'abcdefghij/'.repeat(30)}?q=${'1'.repeat(200)}`],
    // Before most signs no line ends, and blanks between them change nothing in that.
    ...[...'.-–—_!?,:;/([{)]}„¡…*#'].map((sign): [string, string] => [`a row of ${sign}`, sign.repeat(400)]),
    ...[...'.-—!/(['].map((sign): [string, string] => [`a row of ${sign} with blanks between`, `${sign} `.repeat(400)]),
    ['words that end with what no line ends after', 'ord( '.repeat(200)],
    ['letters and signs in turn', '1-a(2☐'.repeat(70)],
    ['letters of other scripts', 'Имя Όνομα 名前 이름 ชื่อ ስም'],
    ['words from right to left', 'Namn: محمد علي och שרה לוי, 2026.'],
    ['marks on letters of another script', '0\u064b a\u0302\u0301\u0323'],
    ['pictures', 'Bra 👍🏽 👩‍👩‍👧 ☎️ ✓'],
    ['blanks of every kind', 'ett\u00a0två\u2003tre\tfyra\u2028fem\u3000sex'],
    ['nothing', ''],
  ])('%s', async (_, written) => {
    const { bytes } = await made(stycke('före'), stycke(written), stycke('efter'));
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0);
  });

  test('a row of signs does not lie on the column beside it', async () => {
    const row = ['före', '.'.repeat(60), '- '.repeat(40), '!'.repeat(30), `a${'('.repeat(40)}`, 'efter'];
    const cells = Array.from({ length: row.length }, (_, n) => ({ rubrik: `kolumn ${n}`, bredd: 1 }));
    const { bytes } = await made({ slag: 'tabell', kolumner: cells, rader: [row] });
    expect(await readText(bytes, 0)).toMatchObject({ overlapping: [], beyondMargin: [] });
  });

  test('half a character in a title', async () => {
    const { pages } = await renderer.render(brev({ titel: 'före \ud800 efter' }));
    expect(pages).toBe(1);
  });

  test('a character that no font has is shown by its code', async () => {
    const { bytes } = await made(stycke('A\u{e000}B\u{10ffff}C\ud800D\u0000E\ufeffF'));
    const read = await readText(bytes, 0);
    expect(read.text).toContain('A[U+E000]BC\ufffdDEF');
  });

  test('another reader finds words whole, those broken over lines and those with hyphens too', async () => {
    const words = ['e-post-adress', long, 'Nord-Trøndelags-kommunen', 'ÅÄÖ', 'Ćwikła', '−5', long, '200912312386', '2026-11-29'];
    const written = Array.from({ length: 12 }, () => words.join(' ')).join(' ');
    const { bytes } = await made(stycke(written));
    expect(squeezed((await pdfjsText(bytes)).join(''))).toContain(squeezed(written));
  });

  test('a paragraph, a cell and an item higher than a page go on over the next ones', async () => {
    const high = Array.from({ length: 1500 }, (_, n) => `ord${n}`).join(' ');
    const rows = Array.from({ length: 200 }, (_, n) => [`rad ${n}`, n === 100 ? high : 'x', 'y']);
    const { pages, bytes } = await made(
      stycke(high),
      {
        slag: 'tabell',
        kolumner: [
          { rubrik: 'Nummer', bredd: 1 },
          { rubrik: 'Text', bredd: 4 },
          { rubrik: 'Mer', bredd: 1 },
        ],
        rader: rows,
      },
      text({ type: 'bulletList', content: [{ type: 'listItem', content: [p(high), p('slut')] }] }),
      { slag: 'uppgifter', rader: [{ etikett: 'Namn', varde: high }] },
    );
    expect(pages).toBeGreaterThan(8);
    const another = squeezed((await pdfjsText(bytes)).join(''));
    expect(another.match(/ord1499/g)).toHaveLength(4);
    expect(another.match(/rad\d+/g)).toHaveLength(200);
    expect(another).toContain('ord1499slut');
  });

  test('lists in lists, numbered from where their writer began', async () => {
    const item = (...content: Block[]) => ({ type: 'listItem' as const, content: content as never });
    const numbered = (start: number, ...words: string[]): Block => ({
      type: 'orderedList',
      attrs: { start },
      content: words.map((one) => item(p(one))),
    });
    const { bytes } = await made(
      text(numbered(-1, 'a', 'b'), { type: 'bulletList', content: [item(p('c'), numbered(99, 'd', 'e')), item(p('f'))] } as Block),
    );
    expect(squeezed((await readText(bytes, 0)).text)).toContain('-1.a0.b•c99.d100.e•f');
  });
});

test.each(['stream', 'a endstream endobj 1 0 obj', 'trailer << >> startxref 0 %%EOF', '\\)(', '%PDF-1.7', '😀 \u0000', ''])(
  'PDF-01 a title, a heading and what is repeated may be what a PDF is written with: %j',
  async (titel) => {
    const { pages } = await renderer.render(
      brev({ titel, lopande: titel, fot: [titel], delar: [{ slag: 'rubrik', niva: 2, text: titel }] }),
    );
    expect(pages).toBe(1);
  },
);

test('PDF-01 what is repeated at the head is no reason to have no document, however long it is', async () => {
  const delar = Array.from({ length: 80 }, () => stycke('rad'));
  for (const lopande of ['W'.repeat(400), '.'.repeat(400), '🏽'.repeat(200), 'ord '.repeat(200)]) {
    const { pages } = await renderer.render(brev({ delar, lopande }));
    expect(pages).toBeGreaterThan(1);
  }
});

describe('PDF-01 a municipality may write in its letterhead all that the catalogue takes', () => {
  const words = (letters: number) => 'Vård- och omsorgsförvaltningen i Exempelköpings kommunområde '.repeat(6).slice(0, letters).trim();
  const delar = Array.from({ length: 40 }, (_, n) => stycke(`${n} ${words(300)}`));
  const made = (form: 'brev' | 'akt' | 'lista', over: Partial<Dokumentinnehall>) =>
    renderer.render(brev({ delar, ...over, mall: { ...brev().mall, form } }));

  test.each(['brev', 'akt', 'lista'] as const)('a %s has room for the longest foot', async (form) => {
    const avsandare = [words(80), words(120), words(120)];
    for (const fot of [
      [words(200), words(200), words(284)],
      ['漢'.repeat(202), '漢'.repeat(200), '漢'.repeat(286)],
    ]) {
      expect((await made(form, { avsandare, fot })).pages).toBeGreaterThan(1);
    }
  });

  test.each(['brev', 'akt', 'lista'] as const)(
    'the logotype of a %s is whole beside or above its lines, however wide it is',
    async (form) => {
      for (const { width, height, png } of pictures) {
        const { bytes } = await made(form, { logotyp: { png, alt: 'Vapnet' }, delar: [stycke('Text.')] });
        const { x, wide, high, paper } = await drawnPicture(bytes);
        expect(wide / high).toBeCloseTo(width / height, 1);
        // In a letter and a list something stands beside it.
        expect(x + wide).toBeLessThan(form === 'akt' ? paper - x + 1 : paper / 2);
      }
    },
  );

  const pictures = [
    { width: 40, height: 2, png: 'iVBORw0KGgoAAAANSUhEUgAAACgAAAACCAAAAAAPosHhAAAADElEQVR4nGNgoDYAAABSAAGkhfHtAAAAAElFTkSuQmCC' },
    { width: 4, height: 1, png: 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAABCAAAAADcV1ARAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=' },
    { width: 1, height: 20, png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAUCAAAAABpZQh9AAAADElEQVR4nGNgIA4AAAAoAAE1VHKEAAAAAElFTkSuQmCC' },
  ];
  /** Where the picture of the first page is drawn, in points; `paper`: how wide the page is. */
  async function drawnPicture(bytes: Uint8Array) {
    const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
    try {
      const page = await (await loading.promise).getPage(1);
      const { fnArray, argsArray } = await page.getOperatorList();
      const place = argsArray[fnArray.lastIndexOf(OPS.transform, fnArray.indexOf(OPS.paintImageXObject))] as number[];
      const [wide = 0, , , high = 0, x = 0] = place;
      return { x, wide, high, paper: page.view[2] ?? 0 };
    } finally {
      await loading.destroy();
    }
  }
});

describe('PDF-01 a mall that does not give what it was given makes no document', () => {
  const page = '#import "bibliotek.typ": *\n#show: utseende\n#set page(paper: "a4", margin: sidmarginal)\n';
  const rest = '#avsandare(16mm)\n#uppgiftstabell(d.uppgifter)\n#mottagare\n#rubrik\n';
  const set = (source: string, text = 'Text.') =>
    new Renderer({ ...mallar, sources: new Map([...mallar.sources, ['brev.typ', page + source]]) }).render(brev({ delar: [stycke(text)] }));
  const high = Array.from({ length: 1500 }, (_, n) => `ord${n}`).join(' ');

  test('one that gives all of it does', async () => expect((await set(`${rest}#delar`)).pages).toBe(1));
  test.each([
    ['forbids a break in a block higher than a page', `${rest}#block(breakable: false, delar)`, high],
    ['cuts a block', `${rest}#block(height: 3cm, clip: true, delar)`, high],
    ['leaves something out', rest, 'Text.'],
    ['says something twice', `${rest}#delar\n#delar`, 'Text.'],
    ['turns the order', `#delar\n${rest}`, 'Text.'],
    ['puts text beside the paper', `${rest}#place(dx: 20cm, delar)`, 'Text.'],
    ['says it where no reader of tags finds it', `${rest}#pdf.artifact(delar)`, 'Text.'],
  ])('one that %s', async (_, source, text) => {
    await expect(set(source, text)).rejects.toThrow(LostWordsError);
  });
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.stringMatching(/^[a-zåäö]{1,90}$/),
  fc.constantFrom('- ', ' ', '\n', long, '#', '\\', 'e-post', '\u00ad', 'ﬁ', 'Ω', 'ـ', '́'),
);
const marks = fc.subarray([{ type: 'bold' as const }, { type: 'italic' as const }]);
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join('') || 'x'),
      marks,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('hardBreak'), marks }) },
);
const { block } = fc.letrec<{ block: unknown; list: unknown }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 5 }) }, { requiredKeys: ['type'] }),
    tie('list'),
  ),
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    attrs: fc.record({ start: fc.oneof(fc.integer(), fc.nat(200)), type: fc.constantFrom(null, 'a') }, { requiredKeys: [] }),
    content: fc.array(fc.record({ type: fc.constant('listItem'), content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
}));

test('PDF-01 any text that the editor can hold comes out whole, in order, on the paper', async () => {
  const documents = fc.array(block, { maxLength: 5 }).map((content) => richText.parse({ type: 'doc', content }));
  await fc.assert(
    fc.asyncProperty(documents, async (written: RichText) => {
      const { pages } = await made({ slag: 'text', text: written });
      expect(pages).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test('PDF-01 another reader finds any words of European letters in the same order', async () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäöéćłşA-ZÅÄÖ0-9.,:;()−-]{1,70}$/), { minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(words, async (all) => {
      const { bytes } = await renderer.render(brev({ delar: [stycke(all.join(' '))], fot: [], lopande: '' }));
      const found = squeezed((await pdfjsText(bytes)).join('').replace(/Sida \d+ \(\d+\)/g, ''));
      expect(found).toContain(squeezed(all.join('')));
    }),
    { numRuns: 15 },
  );
});
