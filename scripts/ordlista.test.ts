import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { recordTypes } from '../shared/domain/records.ts';
import { commands } from '../shared/domain/rulebook/command-list.ts';

const root = dirname(import.meta.dirname);
/** What docs/ordlista.md has between backticks in the last cell of its rows. */
const named = readFileSync(join(root, 'docs', 'ordlista.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));

test('every place that docs/ordlista.md names is there', () => {
  const places = named.filter((text) => text.includes('/'));
  expect(places.length).toBeGreaterThan(50);
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
});
test.each([
  ['every type of record', recordTypes],
  ['the first word of every command', [...new Set(Object.keys(commands).map((name) => name.replace(/\..*/, '')))]],
])('docs/ordlista.md has %s', (_what, words) => {
  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((word) => !named.includes(word))).toEqual([]);
});
