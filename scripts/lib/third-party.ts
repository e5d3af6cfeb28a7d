import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that we have read and may ship under, by their SPDX names. */
const known = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
];

type Package = { name: string; version: string; licence: string; texts: string[] };
type Lock = {
  packages: Record<string, { name?: string; version?: string; license?: string; dev?: boolean; devOptional?: boolean; optional?: boolean }>;
};

/**
 * The libraries that package-lock.json names for use, not for development alone, each with its licence: the text of its own files where
 * it is installed. In the order of their names.
 * @throws Error that names each library whose licence is not one of the known ones
 */
export function thirdParties(root: string): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const shipped = Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    // For another kind of machine: not installed, so not shipped.
    .filter(([folder, { optional }]) => !optional || existsSync(join(root, folder)))
    .map(([folder, { name, version = '', license = 'none' }]) => ({
      name: name ?? folder.split('node_modules/').at(-1) ?? folder,
      version,
      licence: license,
      texts: licenceTexts(join(root, folder)),
    }));
  const unknown = shipped.filter(({ licence }) => !isKnown(licence));
  if (unknown.length > 0) {
    const list = unknown.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join(', ');
    throw new Error(`Read the licence before it is shipped, then name it in scripts/lib/third-party.ts, or leave the library out: ${list}`);
  }
  return shipped.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of "MIT OR CC0-1.0" one is enough; of "MIT AND ISC" both are needed. */
function isKnown(licence: string): boolean {
  const parts = licence.replace(/[()]/g, '').split(' OR ');
  return parts.some((part) => part.split(' AND ').every((one) => known.includes(one)));
}

function licenceTexts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
}

/** The list as it is packed with the program. */
export function thirdPartyText(root: string): string {
  const parts = thirdParties(root).map(({ name, version, licence, texts }) => {
    const text = texts.length > 0 ? texts.join('\n\n') : 'The package has no text of its licence; its package.json names it.';
    return `${'='.repeat(80)}\n${name} ${version}\nLicence: ${licence}\n\n${text}\n`;
  });
  return [
    'Aktnära uses these libraries. Electron and Chromium have lists of their own, LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...parts,
    `${'='.repeat(80)}\nFonts of produced documents\n\n${readFileSync(join(root, 'resources', 'fonts', 'OFL.txt'), 'utf8')}`,
  ].join('\n');
}
