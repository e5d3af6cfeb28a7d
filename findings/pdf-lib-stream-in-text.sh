#!/bin/sh
# Seen 2026-11-29: @cantoo/pdf-lib 2.11.1 (and pdf-lib 1.17.1, of which it is a fork).
# An uncompressed page whose text has the word "stream", and whose length stands in another object as the standard allows (ISO 32000-1, 7.3.8.2),
# loses its contents: pdf-lib looks for the stream's end by counting "stream" and "endstream", finds none, and goes on without the object. Loading
# succeeds (a line on the console aside); who saves the file or copies its pages gets an empty page. We read files by their cross-reference
# tables and compare each page with what pdf.js reads.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . fork@npm:@cantoo/pdf-lib@2.11.1 first@npm:pdf-lib@1.17.1 >&2
cat >see.cjs <<'JS'
const file = (words) => {
  const content = `BT /F1 12 Tf 20 100 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
    `<< /Length 5 0 R >>\nstream\n${content}\nendstream`,
    String(content.length),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const trailer = `trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { bytes: Buffer.from(`${text}xref\n0 7\n0000000000 65535 f \n${rows.join('')}${trailer}`), length: content.length };
};
const seen = async (name, words) => {
  const { PDFDocument, PDFRef } = require(name);
  const { bytes, length } = file(words);
  try {
    const document = await PDFDocument.load(bytes);
    const stream = document.context.lookup(PDFRef.of(4));
    return stream && stream.contents ? (stream.contents.length === length ? 'right' : `${stream.contents.length} bytes of ${length}`) : 'no stream';
  } catch (error) {
    return `throws: ${error.message.split('\n')[0]}`;
  }
};
(async () => {
  let same = true;
  for (const name of ['fork', 'first'])
    for (const words of ['The river', 'The Gulf Stream', 'The stream']) {
      const is = await seen(name, words);
      console.log(`${name}: "${words}": expected right, seen ${is}`);
      same &&= (is === 'right') === (words !== 'The stream');
    }
  process.exitCode = same ? 0 : 1;
})();
JS
echo "@cantoo/pdf-lib $(node -p "require('./node_modules/fork/package.json').version"), pdf-lib $(node -p "require('./node_modules/first/package.json').version")"
if ! node see.cjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
