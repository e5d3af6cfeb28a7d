#!/bin/sh
# Seen 2026-11-29: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14.2), pdfjs-dist 6.5.438.
# In a PDF that Typst hyphenates, pdf.js finds no hyphen that was written: "e-post" and "2026-11-29" become "e post" and "2026 11 29" in search, copies
# and text extraction. Hyphenation's hyphen and the written one are one glyph; its text in the file is that of whichever comes first, and a hyphenation
# is U+00AD, which pdf.js leaves out. Typst says what the other is by ActualText, which pdf.js does not read; poppler does. Which hyphens are lost
# depends on whether a word is broken earlier in the document, so a short test document shows nothing. We set written hyphens in a font of their
# own that has that glyph alone (resources/mallar/bibliotek.typ).
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . @myriaddreamin/typst-ts-node-compiler@0.7.0 pdfjs-dist@6.5.438 dejavu-fonts-ttf@2.37.3 >&2
cat >see.mjs <<'JS'
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['node_modules/dejavu-fonts-ttf/ttf'] }] });
const read = async (before) => {
  const mainFileContent = `#set page(width: 6cm, height: 8cm)
#set text(lang: "sv", font: "DejaVu Sans", hyphenate: true)
${before} Skriv till e-post den 2026-11-29.`;
  const { result } = compiler.compile({ mainFileContent });
  const pdf = await getDocument({ data: new Uint8Array(compiler.pdf(result)), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('');
};
const without = await read('Kort.');
const withHyphenation = await read('Överklagandehänvisningsexempel.');
console.log(`nothing broken before: expected e-post and 2026-11-29; seen ${without}`);
console.log(`a word broken before: expected e-post and 2026-11-29; seen ${withHyphenation}`);
const has = (text) => text.includes('e-post') && /2026-\s*11-\s*29/.test(text);
process.exitCode = has(without) && !has(withHyphenation) ? 0 : 1;
JS
node -p "'typst-ts-node-compiler ' + require('./node_modules/@myriaddreamin/typst-ts-node-compiler/package.json').version + ', pdfjs-dist ' + require('./node_modules/pdfjs-dist/package.json').version"
if ! node see.mjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
