import { execFile, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { absolute, type Metric, median, relative } from './metric.ts';

const documents = 100;
const pagesEach = 5;
const rounds = 5;
/** What the child says of one binding. */
export type Bound = { ms: number; peakMB: number; pages: number };

/**
 * Binding 100 documents of 500 pages in all, half of them text and half scans, against qpdf on the same files in the same run (BIND-01). What is
 * measured is what a user waits for from Bind to the bytes, comparing with the second reader among it, with the thread started ahead; and
 * of qpdf the whole process. Each binding has a process of its own, whose largest memory counts. Nothing where there is no qpdf.
 */
export async function benchBindRatio(): Promise<Metric[]> {
  const run = promisify(execFile);
  const folder = mkdtempSync(join(tmpdir(), 'aktnara-bind-ratio-'));
  try {
    try {
      await run('qpdf', ['--version']);
    } catch {
      console.error('bind-ratio: qpdf is missing (apt-get install qpdf), so there is nothing to compare with');
      return [];
    }
    const input = join(folder, 'in');
    mkdirSync(input);
    for (let number = 0; number < documents; number++)
      writeFileSync(join(input, `${String(number).padStart(3, '0')}.pdf`), await (number % 2 === 0 ? letter(number) : scan(number)));
    const files = readdirSync(input).map((name) => join(input, name));
    const [own, limits, peaks]: number[][] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      await run('qpdf', ['--empty', '--pages', ...files, '--', join(folder, 'qpdf.pdf')]);
      limits?.push(performance.now() - began);
      const { ms, peakMB, pages } = await bindInChild(input);
      if (pages !== documents * pagesEach) throw new Error(`bound ${pages} pages of ${documents * pagesEach}`);
      own?.push(ms);
      peaks?.push(peakMB);
    }
    return [
      relative('bind-ratio', median(own ?? []), 'ms', median(limits ?? []), 2),
      absolute('bind-memory', Math.max(...(peaks ?? [])), 'MB', 400),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function bindInChild(input: string): Promise<Bound> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'bind-child.ts'), [input]);
    let bound: Bound | undefined;
    child.on('message', (message: Bound) => {
      bound = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => (bound ? resolve(bound) : reject(new Error(`the binding ended with ${code}`))));
  });
}

async function letter(number: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < pagesEach; index++) {
    const page = document.addPage([595, 842]);
    for (let line = 0; line < 45; line++)
      page.drawText(`Rad ${line}: ansökan om personlig assistans, behov av stöd ${number * index + line} timmar i veckan.`, {
        x: 60,
        y: 780 - line * 15,
        size: 10,
        font,
      });
  }
  return document.save();
}

/** Pages of one bit a point, with lines as of text. */
async function scan(number: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const [width, height] = [1240, 1754];
  for (let index = 0; index < pagesEach; index++) {
    const points = Buffer.alloc((width / 8) * height, 255);
    let state = number * pagesEach + index + 1;
    for (let at = 0; at < points.length; at++) {
      if (Math.floor(at / (width / 8)) % 40 > 20) continue;
      state = (state * 1103515245 + 12345) % 2147483648;
      points[at] = state >> 16;
    }
    const image = document.context.register(
      document.context.stream(deflateSync(points), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 1,
        ColorSpace: 'DeviceGray',
        Filter: 'FlateDecode',
      }),
    );
    const page = document.addPage([595, 842]);
    page.node.setXObject(document.context.obj('Scan') as never, image);
    page.node.set(
      document.context.obj('Contents') as never,
      document.context.register(document.context.flateStream('q 595 0 0 842 0 0 cm /Scan Do Q')),
    );
  }
  return document.save();
}
