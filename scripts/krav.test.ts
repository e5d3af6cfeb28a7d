import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = dirname(import.meta.dirname);
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|mjs|md|ya?ml|json|html)$/.test(file) && file !== 'package-lock.json' && file !== 'docs/krav.md')
  .filter((file) => existsSync(join(root, file)));
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('tests/');

type Line = { id: string; untested: boolean };
const krav: Line[] = readFileSync(join(root, 'docs', 'krav.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- '))
  .map((line) => /^- (?<id>\S+-\d\d) (?<mark>○ )?\p{Lu}.*[.?]$/u.exec(line)?.groups ?? { id: `not a line of krav.md: ${line}` })
  .map(({ id = '', mark }) => ({ id, untested: mark !== undefined }));

/** The ids in a text; of "KLISTA-01 to -03" and "DOK-08 to DOK-11" those between too, and all of "FORB-24, -26 and -28". */
function idsIn(text: string): string[] {
  const found: string[] = [];
  const lists = /\b[A-ZÅÄÖ]{2,}(?:-[A-Z]{2,})*-\d\d\b(?:,? (?:to |and )?(?:[A-ZÅÄÖ]{2,}(?:-[A-Z]{2,})*)?-\d\d\b)*/gu;
  for (const [list] of text.matchAll(lists)) {
    let [area, last] = ['', 0];
    for (const [, to, named, digits] of list.matchAll(/(to )?([A-ZÅÄÖ-]*)-(\d\d)/gu)) {
      area = named || area;
      for (let number = to ? last + 1 : Number(digits); number <= Number(digits); number++) {
        found.push(`${area}-${String(number).padStart(2, '0')}`);
      }
      last = Number(digits);
    }
  }
  return found;
}

const named = new Map(files.map((file) => [file, new Set(idsIn(readFileSync(join(root, file), 'utf8')))]));
const inTests = new Set([...named].flatMap(([file, ids]) => (isTest(file) ? [...ids] : [])));

test('ids are read out of ranges and lists', () => {
  expect(idsIn('SYM-06 KLISTA-01 to -03; DOK-08 to DOK-10, FORB-24, -26 and -28 (BEST-KOP-01 to -03)')).toEqual(
    'SYM-06 KLISTA-01 KLISTA-02 KLISTA-03 DOK-08 DOK-09 DOK-10 FORB-24 FORB-26 FORB-28 BEST-KOP-01 BEST-KOP-02 BEST-KOP-03'.split(' '),
  );
});
test('every id that the repository names is explained in docs/krav.md', () => {
  const known = new Set(krav.map(({ id }) => id));
  const unknown = [...named].flatMap(([file, ids]) => [...ids].filter((id) => !known.has(id)).map((id) => `${id} in ${file}`));
  expect(unknown).toEqual([]);
});
test('docs/krav.md has each id once, in order', () => {
  const ids = krav.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});
test('an id without ○ is named by a test, one with it by none', () => {
  expect(krav.filter(({ id, untested }) => inTests.has(id) === untested).map(({ id, untested }) => `${id}${untested ? ' ○' : ''}`)).toEqual(
    [],
  );
});

test('every file of the repository that a document names is there', () => {
  const gone = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const namedFiles = readFileSync(join(root, file), 'utf8').matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:tsx?|mjs|json))`/g);
      return [...namedFiles].flatMap(([, path = '']) =>
        files.some((one) => one === path || one.endsWith(`/${path}`)) ? [] : [`${path} in ${file}`],
      );
    });
  expect(gone).toEqual([]);
});

test('nothing points at a document or a picture that is not in the repository', () => {
  const outside = files
    .filter((file) => file !== 'scripts/krav.test.ts')
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const links = file.endsWith('.md') ? [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(([, link = '']) => link) : [];
      const gone = links.filter((link) => !existsSync(join(root, dirname(file), link)));
      return [...gone, ...(text.match(/\b(?:pictures? \d+|ui\.md|spec\/[a-z-]+\.md)/g) ?? [])].map((what) => `${what} in ${file}`);
    });
  expect(outside).toEqual([]);
});
