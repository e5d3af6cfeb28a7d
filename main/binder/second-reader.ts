import { Worker } from 'node:worker_threads';
import { pagesOf } from './part.ts';
import type { Answer, Question } from './pdfjs-messages.ts';
import { readPdf } from './read-pdf.ts';
import type { ComparedPage } from './same-page.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** The pages that were read, by their index in the document. */
export type ReadPages = Map<number, ComparedPage>;

/** Built, it lies beside the thread that asks it, as here. */
const besideThis = import.meta.url.endsWith('.ts')
  ? new URL('./pdfjs-thread.ts', import.meta.url)
  : new URL('./pdfjs-thread.js', import.meta.url);
let thread: Worker | undefined;
let questions = 0;
const waiting = new Map<number, { resolve: (value: Answer['value']) => void; reject: (error: unknown) => void }>();

/** Asks pdf.js, a reader that shares no code with ours, in a thread of its own: it reads while we copy. */
function ask(what: Question['what'], bytes: Uint8Array, password: string | undefined, wanted: readonly number[]): Promise<Answer['value']> {
  thread ??= start();
  thread.ref();
  questions++;
  const question: Question = { id: questions, what, bytes, password, wanted };
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    thread?.postMessage(question);
  });
}

/** Has pdf.js loaded before it is asked. */
export function startSecondReader(): void {
  thread ??= start();
  thread.unref();
}

function start(): Worker {
  const worker = new Worker(besideThis);
  worker.on('message', ({ id, value, fault }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    // A thread that nobody waits for keeps no program alive.
    if (waiting.size === 0) worker.unref();
    if (fault === undefined) one?.resolve(value);
    else one?.reject(new UnreadablePdf(`pdf.js: ${fault}`));
  });
  const ended = (error: unknown) => {
    if (thread === worker) thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', ended);
  worker.on('exit', (code) => ended(new Error(`pdf.js's thread ended with ${code}`)));
  return worker;
}

/**
 * The pages of a document as pdf.js reads them: it writes those it has read, and what they show is compared by value.
 * @param wanted which, from 0
 * @throws UnreadablePdf when pdf.js cannot read it
 */
export async function pagesByPdfJs(bytes: Uint8Array, password: string | undefined, wanted: readonly number[]): Promise<ReadPages> {
  const indexes = [...new Set(wanted)].sort((a, b) => a - b);
  const written = await ask('written', bytes, password, indexes);
  if (!(written instanceof Uint8Array)) throw new UnreadablePdf('pdf.js cannot read it');
  const file = readPdf(written);
  const pages = pagesOf(file).slice(1);
  if (pages.length !== indexes.length) throw new UnreadablePdf(`pdf.js reads ${pages.length} pages of ${indexes.length}`);
  const compared = pages.map(({ dict }): ComparedPage => ({ context: file.context, page: dict, before: 0, after: 0, font: null }));
  return new Map(indexes.map((index, at) => [index, compared[at] as ComparedPage]));
}

/** How many pages pdf.js finds in a document. @throws UnreadablePdf when it cannot read it */
export async function countByPdfJs(bytes: Uint8Array): Promise<number> {
  return (await ask('count', bytes, undefined, [])) as number;
}

/** What pages say and draw, step by step, as pdf.js would show them: the slow comparison, where two files write the same otherwise. */
export async function shownByPdfJs(bytes: Uint8Array, password: string | undefined, wanted: readonly number[]): Promise<string[]> {
  return (await ask('shown', bytes, password, wanted)) as string[];
}
