import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thirdParties, thirdPartyText } from './third-party.ts';

const repository = dirname(dirname(import.meta.dirname));

describe('the libraries that are shipped', () => {
  const list = thirdParties(repository);
  test('are all that package.json names for use, and what these need', () => {
    const { dependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const names = list.map(({ name }) => name);
    const wanted = Object.entries(dependencies).map(([name, range]) => /^npm:(.+)@/.exec(range)?.[1] ?? name);
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(names.length).toBeGreaterThan(wanted.length);
    expect(names).not.toContain('vitest');
  });
  test('have the texts of their licences', () => {
    expect(list.find(({ name }) => name === 'react')?.texts.join()).toContain('Permission is hereby granted');
    const without = list.filter(({ texts }) => texts.length === 0).length;
    expect(without).toBeLessThan(list.length / 10);
    expect(thirdPartyText(repository)).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(thirdPartyText(repository)).toMatch(/\nreact \d+\.\d+\.\d+\nLicence: MIT\n\nMIT License/);
  });
  test('are listed beside the packed program', () => {
    expect(readFileSync(join(repository, 'electron-builder.yml'), 'utf8')).toMatch(
      /\nextraFiles:\n {2}- from: dist\/main\/THIRD-PARTY\.txt\n {4}to: THIRD-PARTY\.txt\n/,
    );
  });
});

describe('a library whose licence', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'aktnara-licences-'));
    mkdirSync(join(root, 'node_modules', 'a'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'a', 'LICENSE.md'), 'the text\n');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const withLicence = (license?: string, more = {}) => {
    const packages = { '': { version: '1.0.0' }, 'node_modules/a': { version: '2.0.0', license, ...more } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    return () => thirdParties(root);
  };
  test.each(['MIT', '(GPL-3.0-only OR MIT)', 'MIT AND ISC'])('is known: %s', (licence) => {
    expect(withLicence(licence)()).toEqual([{ name: 'a', version: '2.0.0', licence, texts: ['the text'] }]);
  });
  test.each([undefined, 'UNLICENSED', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN X'])(
    'is not known stops the build: %s',
    (licence) => {
      expect(withLicence(licence)).toThrow(`a 2.0.0 (${licence ?? 'none'})`);
    },
  );
  test('does not matter when it is only worked with', () => expect(withLicence(undefined, { dev: true })()).toEqual([]));
});
