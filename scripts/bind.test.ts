import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bind } from './bind.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-bind-'));
  for (const [name, width] of [
    ['a.pdf', 100],
    ['b.pdf', 200],
  ] as const) {
    const document = await PDFDocument.create();
    document.addPage([width, 300]);
    writeFileSync(at(name), await document.save());
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

test('BIND-02 joins the files named, in order', async () => {
  const result = await bind(['--out', at('out.pdf'), at('b.pdf'), at('a.pdf')]);
  expect(result).toEqual({ code: 0, text: `${at('out.pdf')}: 2 documents joined` });
  const pages = (await PDFDocument.load(readFileSync(at('out.pdf')))).getPages();
  expect(pages.map((page) => page.getWidth())).toEqual([200, 100]);
});

test('OUT may be one of the documents', async () => {
  expect((await bind(['--out', at('a.pdf'), at('a.pdf'), at('b.pdf')])).code).toBe(0);
  expect((await PDFDocument.load(readFileSync(at('a.pdf')))).getPageCount()).toBe(2);
});

test.each([
  ['a missing file', 'none.pdf', 'no such file'],
  ['a folder', '.', 'a folder, not a PDF'],
  ['a text file', 'text.pdf', 'not a PDF'],
])('%s: says which, and OUT is as it was', async (_what, name, words) => {
  writeFileSync(at('text.pdf'), 'Hej');
  writeFileSync(at('out.pdf'), 'before');
  const result = await bind(['--out', at('out.pdf'), at('a.pdf'), at(name)]);
  expect(result).toEqual({ code: 1, text: `${at(name)}: ${words}` });
  expect(readFileSync(at('out.pdf'), 'utf8')).toBe('before');
});

test('OUT in a folder that is not there: an error, and no temporary file is left', async () => {
  const before = readdirSync(folder);
  const result = await bind(['--out', at('none/out.pdf'), at('a.pdf')]);
  expect(result.code).toBe(1);
  expect(readdirSync(folder)).toEqual(before);
});

test('OUT is a folder: an error, and no temporary file is left', async () => {
  expect((await bind(['--out', folder, at('a.pdf')])).code).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.pdf']);
});

test.each([[[]], [['--out']], [['--out', 'x.pdf']], [['a.pdf']], [['--other', 'x', 'a.pdf']]])('called wrongly: %j', async (args) => {
  const result = await bind(args);
  expect(result.code).toBe(2);
  expect(result.text).toContain('usage: npm run bind');
});
