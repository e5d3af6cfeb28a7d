import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bind } from './bind.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const widths = async (name: string) => (await PDFDocument.load(readFileSync(at(name)))).getPages().map((page) => page.getWidth());
async function put(name: string, all: number[], password?: string) {
  const document = await PDFDocument.create();
  for (const width of all) document.addPage([width, 300]);
  if (password) document.encrypt({ userPassword: password, ownerPassword: 'x' });
  writeFileSync(at(name), await document.save());
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-bind-'));
  await put('a.pdf', [100]);
  await put('b.pdf', [200, 201, 202]);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('BIND-02 joins the files named, in order: a line for each part', async () => {
  const result = await bind(['--out', at('out.pdf'), at('b.pdf'), at('a.pdf')]);
  expect(result).toEqual({
    code: 0,
    text: `${at('b.pdf')}: 3 pages; not tagged for screen readers\n${at('a.pdf')}: 1 page; not tagged for screen readers`,
    notes: [`${at('out.pdf')}: 4 pages, not tagged for screen readers`],
  });
  expect(await widths('out.pdf')).toEqual([200, 201, 202, 100]);
});

test('FORB-48 page ranges, cover, page numbers, title and language', async () => {
  const more = [
    '--cover',
    '--page-numbers',
    '--title',
    'Bunt',
    '--language',
    'nb-NO',
    '--pages',
    'b.pdf=3,1',
    '--pages',
    `${at('a.pdf')}=1`,
  ];
  expect((await bind(['--out', at('out.pdf'), at('b.pdf'), at('a.pdf'), ...more])).code).toBe(0);
  expect((await widths('out.pdf')).map(Math.round)).toEqual([595, 202, 200, 100]);
  const document = await PDFDocument.load(readFileSync(at('out.pdf')));
  expect([document.getTitle(), document.catalog.get(document.context.obj('Lang') as never)?.toString()]).toEqual([
    'Bunt',
    '<FEFF006E0062002D004E004F>',
  ]);
});

test('OUT may be one of the documents', async () => {
  expect((await bind(['--out', at('a.pdf'), at('a.pdf'), at('b.pdf')])).code).toBe(0);
  expect(await widths('a.pdf')).toEqual([100, 200, 201, 202]);
});

test.each([
  ['a missing file', 'none.pdf', 'no such file'],
  ['a folder', '.', 'a folder, not a PDF'],
  ['a text file', 'text.pdf', 'not a PDF'],
])('%s: says which, and OUT is as it was', async (_what, name, words) => {
  writeFileSync(at('text.pdf'), 'Hej');
  writeFileSync(at('out.pdf'), 'before');
  const result = await bind(['--out', at('out.pdf'), at('a.pdf'), at(name)]);
  expect(result).toEqual({ code: 1, text: `${at(name)}: ${words}`, notes: [] });
  expect(readFileSync(at('out.pdf'), 'utf8')).toBe('before');
});

test('--skip-bad goes on without what cannot be bound, and says which and why', async () => {
  writeFileSync(at('text.pdf'), 'Hej');
  await put('last.pdf', [300], 'åäö');
  const result = await bind(['--out', at('out.pdf'), '--skip-bad', at('text.pdf'), at('none.pdf'), at('last.pdf'), at('a.pdf')]);
  expect(result.code).toBe(0);
  expect(result.text.split('\n')).toEqual([expect.stringContaining('a.pdf: 1 page')]);
  expect(result.notes.slice(0, 3)).toEqual([
    `left out: ${at('none.pdf')}: no such file`,
    `left out: ${at('text.pdf')}: not a PDF`,
    `left out: ${at('last.pdf')}: needs a password; give it by --password NAME=WORD`,
  ]);
  expect(await widths('out.pdf')).toEqual([100]);
  expect((await bind(['--out', at('none-out.pdf'), '--skip-bad', at('none.pdf')])).code).toBe(1);
  expect(readdirSync(folder)).not.toContain('none-out.pdf');
});

test('--password NAME=…, with å, ä, ö and = in it; one that is wrong is said to be', async () => {
  await put('lås=1.pdf', [300], 'å=ä=ö');
  const args = ['--out', at('out.pdf'), at('lås=1.pdf')];
  expect(await bind([...args, '--password', 'lås=1.pdf=fel'])).toMatchObject({
    code: 1,
    text: `${at('lås=1.pdf')}: the password is wrong`,
  });
  expect(readdirSync(folder)).not.toContain('out.pdf');
  expect((await bind([...args, '--password', 'lås=1.pdf=å=ä=ö'])).code).toBe(0);
  expect(await widths('out.pdf')).toEqual([300]);
  expect(await bind([...args, '--password', 'annan.pdf=x'])).toMatchObject({ code: 2 });
});

test('a password is asked for where somebody can answer, once a document', async () => {
  await put('ett.pdf', [300], 'ett');
  await put('två.pdf', [400], 'två');
  const asked: string[] = [];
  const ask = async (name: string) => {
    asked.push(name);
    return name.endsWith('ett.pdf') ? 'ett' : 'två';
  };
  expect((await bind(['--out', at('out.pdf'), at('ett.pdf'), at('två.pdf')], ask)).code).toBe(0);
  expect(asked).toEqual([at('ett.pdf'), at('två.pdf')]);
  expect(await widths('out.pdf')).toEqual([300, 400]);
});

test('cancelled: OUT is as it was', async () => {
  const cancel = new AbortController();
  const result = await bind(['--out', at('out.pdf'), at('a.pdf'), at('b.pdf')], undefined, {
    signal: cancel.signal,
    onStep: ({ steg }) => steg === 'jamfor' && cancel.abort(),
  });
  expect(result).toMatchObject({ code: 1, text: expect.stringContaining('cancelled') });
  expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.pdf']);
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

test('as a command: lines and exit codes', async () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'bind.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, error] = ['', ''];
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (error += chunk));
      child.on('close', (code) => resolve({ code, out, error }));
    });
  const done = await run('--out', at('out.pdf'), at('a.pdf'), at('b.pdf'));
  expect([done.code, done.out.trim().split('\n').length]).toEqual([0, 2]);
  const refused = await run('--out', at('out2.pdf'), at('a.pdf'), at('none.pdf'));
  expect(refused).toEqual({ code: 1, out: '', error: `${at('none.pdf')}: no such file\n` });
  expect(readdirSync(folder)).not.toContain('out2.pdf');
});
