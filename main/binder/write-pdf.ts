import { deflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { name } from './objects.ts';

/** Objects in one object stream: a reader that wants one of them reads them all. */
const together = 200;

/**
 * The bytes of a document, as of PDF 1.7, with what its root and info lead to and nothing else: a page or value that was left out must not lie in
 * the file unseen. Objects in compressed object streams, each stream's bytes as they are. The same objects give the same
 * bytes. (pdf-lib's writer compresses in JavaScript, and counts each object's size before it writes it: three times the time.)
 */
export function writePdf(context: PDFContext, root: PDFRef, info: PDFRef, id: PDFObject): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const latin = (text: string) => Buffer.from(text, 'latin1');
  put(latin('%PDF-1.7\n%\xe5\xe4\xf6\xdf\n'));

  let last = context.largestObjectNumber;
  const rows: [number, number, number, number][] = [[0, 0, 0, 65535]];
  const putStream = (number: number, dict: PDFDict, contents: Uint8Array) => {
    rows.push([number, 1, length, 0]);
    dict.set(name('Length'), PDFNumber.of(contents.length));
    put(latin(`${number} 0 obj\n${dict}\nstream\n`));
    put(contents);
    put(latin('\nendstream\nendobj\n'));
  };
  const putTogether = (objects: [PDFRef, PDFObject][]) => {
    const number = ++last;
    let header = '';
    let body = '';
    for (const [index, [ref, object]] of objects.entries()) {
      header += `${ref.objectNumber} ${body.length} `;
      body += `${object}\n`;
      rows.push([ref.objectNumber, 2, number, index]);
    }
    const dict = context.obj({ Type: 'ObjStm', N: objects.length, First: header.length, Filter: 'FlateDecode' });
    putStream(number, dict, deflateSync(latin(header + body), { level: 4 }));
  };

  let waiting: [PDFRef, PDFObject][] = [];
  const reached = reachedFrom(context, [root, info]);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) continue;
    if (object instanceof PDFRawStream) putStream(ref.objectNumber, object.dict, object.contents);
    else if (object instanceof PDFStream) throw new Error(`${ref}: a stream that is not yet bytes`);
    else {
      waiting.push([ref, object]);
      if (waiting.length === together) {
        putTogether(waiting);
        waiting = [];
      }
    }
  }
  if (waiting.length > 0) putTogether(waiting);

  const number = ++last;
  rows.push([number, 1, length, 0]);
  const start = length;
  const wide = start > 0xffffffff ? 6 : 4;
  rows.sort((a, b) => a[0] - b[0]);
  const table = Buffer.alloc((number + 1) * (3 + wide));
  for (const [row, type, one, two] of rows) {
    const at = row * (3 + wide);
    table.writeUInt8(type, at);
    table.writeUIntBE(one, at + 1, wide);
    table.writeUInt16BE(two, at + 1 + wide);
  }
  const dict: PDFDict = context.obj({ Type: 'XRef', Size: number + 1, W: [1, wide, 2], Root: root, Info: info, Filter: 'FlateDecode' });
  dict.set(name('ID'), id);
  const contents = deflateSync(table);
  dict.set(name('Length'), PDFNumber.of(contents.length));
  put(latin(`${number} 0 obj\n${dict}\nstream\n`));
  put(contents);
  put(latin(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
  // Memory of its own, which can be given to another thread; small buffers share theirs.
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function reachedFrom(context: PDFContext, from: PDFRef[]): Set<PDFRef> {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [...from];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (value instanceof PDFRef) {
      if (reached.has(value)) continue;
      reached.add(value);
      waiting.push(context.lookup(value));
    } else if (value instanceof PDFArray) for (const one of value.asArray()) waiting.push(one);
    else if (value instanceof PDFDict) for (const one of value.values()) waiting.push(one);
    else if (value instanceof PDFStream) for (const one of value.dict.values()) waiting.push(one);
  }
  return reached;
}
