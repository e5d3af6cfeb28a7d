import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Glyphs, readGlyphs } from './glyphs.ts';

/** What documents are set with: the sources of the malls by file name, the fonts, and which letters those for running text have. */
export type Mallar = { sources: Map<string, string>; fonts: Uint8Array[]; glyphs: Glyphs[] };

/** The fonts whose letters are asked for, in the order they are taken. */
const families = [
  { family: 'Liberation Sans', file: 'LiberationSans-Regular.ttf' },
  { family: 'Unifont', file: 'unifont.otf' },
  { family: 'Unifont Upper', file: 'unifont_upper.otf' },
];

/**
 * Reads `resources/mallar` and `resources/fonts`. Typst itself reads no file: in the packaged program they lie in an archive that only
 * Node sees into.
 * @throws Error for a mall that reaches for more than the malls beside it
 */
export function readMallar(resources: string): Mallar {
  const files = (folder: string, ends: RegExp) =>
    readdirSync(join(resources, folder))
      .filter((name) => ends.test(name))
      .sort();
  const sources = new Map(files('mallar', /\.typ$/).map((name) => [name, readFileSync(join(resources, 'mallar', name), 'utf8')]));
  for (const [name, source] of sources) assertOwn(name, source);
  const font = (name: string) => new Uint8Array(readFileSync(join(resources, 'fonts', name)));
  return {
    sources,
    fonts: files('fonts', /\.(ttf|otf)$/).map(font),
    glyphs: families.map(({ family, file }) => readGlyphs(family, font(file))),
  };
}

/**
 * Typst fetches packages from the network by itself when a source names one, and a plugin is a program. A block that may not break, and one
 * that is cut, lose what a user has written without a word.
 */
export function assertOwn(name: string, source: string): void {
  const found = [
    /\b(import|include)\b(?!\s*"[a-z-]+\.typ")/,
    /\b(read|plugin|eval|cbor|csv|toml|xml|yaml|bibliography|hide)\s*\(/,
    /\bjson\s*\((?!bytes\(sys\.inputs\.)/,
    /\bimage\s*\((?!"logotyp\.png")/,
    /\bbreakable\s*:\s*false\b/,
    /\bclip\s*:/,
  ].flatMap((pattern) => pattern.exec(source)?.[0] ?? []);
  if (found.length > 0) throw new Error(`${name}: a mall may not use ${found[0]}`);
}
