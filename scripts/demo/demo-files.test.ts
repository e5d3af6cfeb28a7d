import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoFiles } from './demo-files.ts';
import { generateDemo } from './generate.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aktnara-demo-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const options = { tenant: 'demo', kommun: 'Almviks kommun', seed: 3, today: '2026-11-20' };

describe('the files of a demo municipality', () => {
  it('are whole: the manifest counts the lines, and the same seed and day give the same bytes', () => {
    const [one, other] = [join(directory, 'one'), join(directory, 'other')];
    const manifest = generateDemo({ ...options, persons: 40, out: one });
    generateDemo({ ...options, persons: 40, out: other });
    const lines = readFileSync(join(one, 'records.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(manifest.records);
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['type', 'id', 'scope', 'schema', 'data']);
    expect(JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'))).toEqual({
      format: 1,
      ...options,
      persons: 40,
      records: lines.length,
    });
    for (const file of ['records.ndjson', 'kir.ndjson', 'manifest.json'])
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file)))).toBe(true);
    expect(readdirSync(one).sort()).toEqual(['kir.ndjson', 'manifest.json', 'records.ndjson']);
  });

  it('replace older ones, and leave them alone when the work fails half-way', () => {
    generateDemo({ ...options, persons: 2, out: directory });
    const before = readFileSync(join(directory, 'records.ndjson'));
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => generateDemo({ ...options, persons: 1000, out: directory, onProgress: stop })).toThrow('stopped');
    expect(readFileSync(join(directory, 'records.ndjson')).equals(before)).toBe(true);
    expect(readdirSync(directory).sort()).toEqual(['kir.ndjson', 'manifest.json', 'records.ndjson']);
    generateDemo({ ...options, persons: 3, out: directory });
    expect(readFileSync(join(directory, 'records.ndjson')).equals(before)).toBe(false);
  });

  it('keep letters whole where pieces meet', () => {
    const files = new DemoFiles(directory);
    const line = { text: 'åäö€'.repeat(50_000) };
    for (let n = 0; n < 3; n++) files.write(line);
    files.publish({});
    const lines = readFileSync(join(directory, 'records.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((one) => JSON.parse(one))).toEqual([line, line, line]);
  });

  it('cannot be made where a file stands', () => {
    const file = join(directory, 'taken');
    writeFileSync(file, 'mine');
    expect(() => generateDemo({ ...options, persons: 1, out: file })).toThrow(/EEXIST|ENOTDIR/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
