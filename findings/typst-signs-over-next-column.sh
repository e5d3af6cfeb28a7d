#!/bin/sh
# Seen 2026-11-30: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14.2), pdfjs-dist 6.5.438.
# A row of signs that Unicode gives no place to break (the dots of a form that is filled in, a line of hyphens) is set on one line however long it is: in
# a table it lies over the words of the next column, and past the edge of the paper it is gone. A word of letters is broken by hyphenation; this is not,
# and there is neither error nor warning. We give such rows places to break before they come to Typst, and read each PDF back for words that lie over
# each other (main/documents).
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
const cell = '.'.repeat(60);
const mainFileContent = `#set page(width: 12cm, height: 6cm, margin: 1cm)
#set text(lang: "sv", font: "DejaVu Sans", hyphenate: true)
#table(columns: (3cm, 1fr), ["${cell}"], [Timmar])`.replace(`["${cell}"]`, `[#"${cell}"]`);
const compiled = compiler.compile({ mainFileContent });
const problems = [compiled.hasError(), compiled.takeWarnings?.()?.shortDiagnostics ?? []];
const pdf = await getDocument({ data: new Uint8Array(compiler.pdf(compiled.result)), verbosity: 0 }).promise;
const { items } = await (await pdf.getPage(1)).getTextContent();
const dots = items.find(({ str }) => str.startsWith('..'));
const next = items.find(({ str }) => str === 'Timmar');
const [end, begins] = [dots.transform[4] + dots.width, next.transform[4]];
const sameLine = Math.abs(dots.transform[5] - next.transform[5]) < 1;
console.log('expected: the dots are broken at the edge of their column, or it is told that they do not fit');
console.log(`seen: they end at ${Math.round(end)} pt, the next column's word begins at ${Math.round(begins)} pt${sameLine ? ' on the same line' : ''}; error and warnings: ${JSON.stringify(problems)}`);
process.exitCode = sameLine && end > begins && !compiled.hasError() ? 0 : 1;
JS
node -p "'typst-ts-node-compiler ' + require('./node_modules/@myriaddreamin/typst-ts-node-compiler/package.json').version + ', pdfjs-dist ' + require('./node_modules/pdfjs-dist/package.json').version"
if ! node see.mjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
