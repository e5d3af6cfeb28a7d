import { parentPort } from 'node:worker_threads';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { blankPdf } from './blank-pdf.ts';
import type { Answer, Asked, Places, Question } from './pdfjs-messages.ts';

// pdf.js would start a worker of the browser's; this is one already.
Object.assign(globalThis, { pdfjsWorker });

const quiet = { verbosity: 0, useSystemFonts: false, disableFontFace: true } as const;
const opening = (bytes: Uint8Array, password: string | undefined) =>
  pdfjs.getDocument({ ...quiet, data: new Uint8Array(bytes), ...(password === undefined ? {} : { password }) });

/** Beside a page of our own: alone, pdf.js would write a document as encrypted as it was. */
const beside = pdfjs.getDocument({ ...quiet, data: blankPdf(1) }).promise;

/** The pages as pdf.js writes them, after one that is not theirs. It leaves out documents that it cannot read; null when those are all. */
async function written(documents: readonly Asked[]): Promise<Uint8Array | null> {
  const infos = documents.map(({ bytes, password, wanted }) => ({
    ...{ document: new Uint8Array(bytes), includePages: wanted },
    ...(password === undefined ? {} : { password }),
  }));
  return (await beside).extractPages([{ document: null }, ...infos] as never) as Promise<Uint8Array | null>;
}

async function places({ bytes, password, wanted }: Asked): Promise<Places> {
  const task = opening(bytes, password);
  try {
    const document = await task.promise;
    const objects: Places['objects'] = [];
    for (const index of wanted) objects.push((await document.getPage(index + 1)).ref?.num);
    return { pages: document.numPages, objects };
  } finally {
    await task.destroy();
  }
}

/** What pages say and draw, step by step, as pdf.js would show them: the slow comparison, where two files write the same otherwise. */
async function shown({ bytes, password, wanted }: Asked): Promise<string[]> {
  const task = opening(bytes, password);
  try {
    const document = await task.promise;
    const all: string[] = [];
    for (const index of wanted) {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const said = items.map((item) => ('str' in item ? [item.str, item.transform, item.width, item.hasEOL] : []));
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
      const drawn = fnArray.map((operator: number, at: number) => [operator, plain(argsArray[at])]);
      all.push(JSON.stringify([page.view, page.rotate, said, drawn]));
      page.cleanup();
    }
    return all;
  } finally {
    await task.destroy();
  }
}

/** Arguments without the names that pdf.js makes up for each file it opens. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return /^(g_d|img_|d)\d+/.test(value) ? '' : value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !/(Name|Id|ref|dataLen)$/i.test(key))
        .map(([key, one]) => [key, plain(one)]),
    );
  return value;
};

async function valueFor(question: Question): Promise<NonNullable<Answer['value']> | null> {
  if (question.what === 'written') return written(question.documents);
  return question.what === 'shown' ? shown(question.document) : places(question.document);
}

async function answer(question: Question): Promise<void> {
  const { id } = question;
  try {
    const value = await valueFor(question);
    parentPort?.postMessage({ id, value } satisfies Answer, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []);
  } catch (error) {
    parentPort?.postMessage({ id, fault: String(error) } satisfies Answer);
  }
}
// One at a time: the memory of one, and what is waited for is what it hangs on.
let turn: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  turn = turn.then(() => answer(question));
});
