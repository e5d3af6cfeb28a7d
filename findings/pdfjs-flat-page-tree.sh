#!/bin/sh
# Seen 2026-11-30: pdfjs-dist 6.5.438, pdf-lib 1.17.1.
# pdf-lib hangs every page on one node of the page tree, and pdf.js reads all kids of a node before it gives one of them: of a document that comes in
# ranges, showing page 1 of 500 fetches the dictionaries of all 500 first. With nodes of 25 pages, which say what they count, it reads one node.
# PDF 32000 recommends a balanced tree and leaves it to the writer. Our binder hangs its pages on nodes of 25 (main/binder).
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . pdfjs-dist@6.5.438 pdf-lib@1.17.1 >&2
cat >see.mjs <<'JS'
import { PDFArray, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
const count = 500;
async function make(each) {
  const made = await PDFDocument.create();
  for (let n = 0; n < count; n += 1) made.addPage([200, 200]).drawRectangle({ x: n % 100, y: 10, width: 5, height: 5 });
  const { context, catalog } = made;
  await made.flush();
  if (each !== undefined) {
    const root = catalog.Pages();
    const kids = root.Kids().asArray();
    const nodes = [];
    for (let at = 0; at < count; at += each) {
      const mine = kids.slice(at, at + each);
      const node = context.register(
        context.obj({ Type: 'Pages', Parent: catalog.get(PDFName.of('Pages')), Count: PDFNumber.of(mine.length), Kids: context.obj(mine) }),
      );
      for (const kid of mine) context.lookup(kid).set(PDFName.of('Parent'), node);
      nodes.push(node);
    }
    const list = PDFArray.withContext(context);
    for (const node of nodes) list.push(node);
    root.set(PDFName.of('Kids'), list);
  }
  // Each object lies by itself, as in a bundle of large pages: a stream of objects would bring them all at once.
  return made.save({ useObjectStreams: false, addDefaultPage: false });
}
/** Bytes that are asked for until page 1 is there. */
async function bytesFor(bytes) {
  const length = bytes.length;
  let asked = 0;
  class Ranges extends PDFDataRangeTransport {
    requestDataRange(from, to) {
      asked += to - from;
      queueMicrotask(() => this.onDataRange(from, bytes.slice(from, to)));
    }
  }
  const range = new Ranges(length, new Uint8Array());
  const pdf = await getDocument({ range, rangeChunkSize: 1024, disableAutoFetch: true, disableStream: true, verbosity: 0 }).promise;
  await pdf.getPage(1);
  return asked / length;
}
const [flat, nodes] = [await bytesFor(await make()), await bytesFor(await make(25))];
const percent = (part) => `${Math.round(part * 100)} %`;
console.log('expected: a small part of the document for its first page, however its pages hang together');
console.log(`seen: ${percent(flat)} of it with one list of 500 pages, ${percent(nodes)} with nodes of 25`);
process.exitCode = flat > 2 * nodes ? 0 : 1;
JS
node -p "'pdfjs-dist ' + require('./node_modules/pdfjs-dist/package.json').version + ', pdf-lib ' + require('./node_modules/pdf-lib/package.json').version"
if ! node see.mjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
