import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

/**
 * An instant is told in UTC: of one between midnight and two in the morning the first ten signs are the day before, by the clocks of Sweden. The day is asked
 * of `swedishDay`, and whatever else takes one of an instant is found here.
 */
const instant = String.raw`(?:\b(?:at|now|nu|instant|senast)|At|toISOString\(\)|toJSON\(\))[!?)]*\??`;
const ways: Record<string, RegExp> = {
  'ten signs': /\.(?:slice|substring|substr)\(0, ?10\)/,
  'less of what is an instant': new RegExp(String.raw`${instant}\.(?:slice|substring|substr|at|charAt)\((?:0, ?[478]|5, ?[78]|8, ?10)\)`),
  'what stands before T': /\.(?:split|indexOf)\(['"`]T['"`]\)/,
  'a date of this machine or of UTC': /\.get(?:UTC)?(?:Date|Day|Month|FullYear)\(\)/,
  'a date as text': /\.to(?:Date|LocaleDate|LocaleTime|Time)String\(/,
  'a format of no place': /DateTimeFormat\((?![^)]*timeZone: 'Europe\/Stockholm')/,
  'a day of the database': /\bcurrent_date\b|::date\b|\bstrftime\(|\bdate\('now|\b(?:date|substr|left)\(\s*(?:\w+\.)?(?:\w+_)?at\b/,
};
const found = (source: string): string[] => Object.keys(ways).filter((way) => ways[way]?.test(source));

/** What cuts no instant: by the file and its words. */
const others: Record<string, string> = {
  'shared/util/datum.ts': 'date.toISOString().slice(0, 10)',
  'shared/domain/kundlista/oppnad.ts': '...others].slice(0, 10)',
  'renderer/visare/Dokumentvisare.tsx': "alla.slice(0, 10).join(', ')",
  'server/kir/navet-post.ts': 'ofullstandigt: day.slice(0, 10)',
};

const isOfProgram = (path: string): boolean =>
  /^(?:shared|main|renderer|server|scripts)\//.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('/testing/');
const sources = [...readSources(dirname(dirname(import.meta.dirname)))].filter(([path]) => isOfProgram(path));

test('no program takes the day of an instant but by the Swedish clock', () => {
  expect(sources.length).toBeGreaterThan(800);
  const wrong = sources.flatMap(([path, source]) => {
    const words = others[path];
    return found(words === undefined ? source : source.replaceAll(words, '')).map((way) => `${path}: ${way}`);
  });
  expect(wrong).toEqual([]);
});

test('what is let through is there, and would be found', () => {
  const files = new Map(sources);
  for (const [path, words] of Object.entries(others)) {
    expect(files.get(path), path).toContain(words);
    expect(found(words), words).not.toEqual([]);
  }
});

test.each([
  'at.slice(0, 10)',
  'data.skapad.at.slice(0, 10)',
  'clock.now().toISOString().slice(0, 10)',
  'avslutad?.at.substring(0,10)',
  'post.skapadAt.slice(0, 7)',
  'new Date().toISOString().slice(0, 4)',
  "at.split('T')[0]",
  'new Date(at).getDate()',
  'new Date(at).getUTCFullYear()',
  'new Date(at).toLocaleDateString()',
  "new Intl.DateTimeFormat('sv-SE').format(new Date(at))",
  "new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' })",
  'select substr(at, 1, 10) from outbox',
  'select server_at::date from command_log',
  "select date('now')",
])('found: %s', (source) => expect(found(source)).not.toEqual([]));

test.each([
  'swedishDay(at)',
  'dag.slice(0, 7)',
  'idag.slice(0, 4)',
  'rader.at(-1)',
  'personnummer.slice(0, 8)',
  'new Date(at).getTime()',
  "new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit' })",
  'order by server_at',
])('not found: %s', (source) => expect(found(source)).toEqual([]));
