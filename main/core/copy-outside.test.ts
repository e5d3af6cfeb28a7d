import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOutside } from './copy-outside.ts';
import type { LogEntry } from './log.ts';

let root: string;
let out: string;
let logged: LogEntry[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aktnara-copy-'));
  out = join(root, 'usb');
  for (const folder of [out, join(root, 'data', 'inne')]) mkdirSync(folder, { recursive: true });
  logged = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const port = () => copyOutside({ dataDir: join(root, 'data'), log: (entry) => logged.push(entry) });
const bytes = Buffer.from('%PDF-1.7 hemligt');

describe('FORB-49 a copy outside the program', () => {
  test('is the very bytes, by the title; a second one has a name of its own', async () => {
    const [first, second] = [await port().write(out, 'Utlåtande', bytes), await port().write(out, 'Utlåtande', bytes)];
    expect([first, second]).toEqual([join(out, 'Utlåtande.pdf'), join(out, 'Utlåtande (2).pdf')]);
    expect(readFileSync(first)).toEqual(bytes);
  });

  test.each([
    ['../../ut', '.. .. ut'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['slutar med punkt. ', 'slutar med punkt'],
    ['CON', 'Dokument CON'],
    ['\u0001', 'Dokument'],
    ['å'.repeat(300), 'å'.repeat(100)],
  ])('a title is made a name that every disk takes: %j', async (titel, namn) => {
    expect(await port().write(out, titel, bytes)).toBe(join(out, `${namn}.pdf`));
    expect(readdirSync(out)).toHaveLength(1);
    expect(readdirSync(root).sort()).toEqual(['data', 'usb']);
  });

  test('a folder that is not there, no whole path, or the program’s own is none', () => {
    mkdirSync(join(root, 'data', '..inne'));
    for (const folder of [join(root, 'borta'), 'usb', join(root, 'data'), join(root, 'data', 'inne'), join(root, 'data', '..inne')])
      expect(() => port().require(folder), folder).toThrow('mapp-finns-inte');
    expect(() => port().require(out)).not.toThrow();
  });

  test('one that cannot be written is told, and logged without the title', async () => {
    await expect(port().write(join(root, 'borta'), 'Utlåtande', bytes)).rejects.toThrow('kopian-skrevs-inte');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('Utlåtande');
  });
});
