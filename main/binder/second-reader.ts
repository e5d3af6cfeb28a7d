import { Worker } from 'node:worker_threads';
import { pagesOf } from './part.ts';
import type { Answer, Asked, Places, Question } from './pdfjs-messages.ts';
import { readPdf } from './read-pdf.ts';
import type { ComparedPage } from './same-page.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** The pages that were read, by their index in the document. */
export type ReadPages = Map<number, ComparedPage>;

/** Built, it lies beside the thread that asks it, as here. */
const besideThis = import.meta.url.endsWith('.ts')
  ? new URL('./pdfjs-thread.ts', import.meta.url)
  : new URL('./pdfjs-thread.js', import.meta.url);
/** Several documents are read together in milliseconds. When it takes longer they are read one by one: it may hang on one of them. */
const togetherMs = 10_000;

type Waiting = { question: Question; resolve: (value: Answer['value']) => void; reject: (error: unknown) => void };
let thread: Worker | undefined;
let questions = 0;
/** In the order in which they are answered. */
const waiting = new Map<number, Waiting>();
let watch: NodeJS.Timeout | undefined;

/** Asks pdf.js, a reader that shares no code with ours, in a thread of its own: it reads while we copy. */
function ask(question: Question): Promise<Answer['value']> {
  thread ??= start();
  thread.ref();
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { question, resolve, reject });
    if (waiting.size === 1) watchFirst();
    thread?.postMessage(question);
  });
}
const nextId = () => ++questions;

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
    watchFirst();
    // A thread that nobody waits for keeps no program alive.
    if (waiting.size === 0) worker.unref();
    if (fault === undefined) one?.resolve(value);
    else one?.reject(new UnreadablePdf(`pdf.js: ${fault}`));
  });
  const ended = (error: unknown) => {
    if (thread !== worker) return;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    watchFirst();
  };
  worker.on('error', ended);
  worker.on('exit', (code) => ended(new Error(`pdf.js's thread ended with ${code}`)));
  return worker;
}

function watchFirst(): void {
  clearTimeout(watch);
  const [first] = waiting.values();
  if (first?.question.what !== 'written' || first.question.documents.length === 1) return;
  // When this thread was busy, an answer that is there comes first.
  watch = setTimeout(() => setImmediate(() => giveUp(first)), togetherMs);
}

/** Ends the reading of several documents; what waits behind it is asked again. */
function giveUp({ question, reject }: Waiting): void {
  if (!waiting.delete(question.id)) return;
  void thread?.terminate();
  thread = start();
  reject(new UnreadablePdf('pdf.js takes too long'));
  for (const one of waiting.values()) thread.postMessage(one.question);
  if (waiting.size === 0) thread.unref();
  watchFirst();
}

/**
 * The pages of documents as pdf.js reads them: it writes those it has read, and what they show is compared by value. Several are quicker together.
 * @returns of each; rejects with UnreadablePdf for one that pdf.js cannot read
 */
export function pagesByPdfJs(documents: readonly Asked[]): Promise<ReadPages>[] {
  const together = writtenBy(documents);
  const alone = async (document: Asked) => (await writtenBy([document]))[0] as ReadPages;
  return documents.map(async (document, at) => {
    if (documents.length === 1) return (await together)[0] as ReadPages;
    const read = await together.catch(() => null);
    return read?.[at] ?? alone(document);
  });
}

async function writtenBy(documents: readonly Asked[]): Promise<ReadPages[]> {
  const asked = documents.map((one) => ({ ...one, wanted: [...new Set(one.wanted)].sort((a, b) => a - b) }));
  const written = await ask({ id: nextId(), what: 'written', documents: asked });
  if (!(written instanceof Uint8Array)) throw new UnreadablePdf('pdf.js cannot read it');
  const { context, ...file } = readPdf(written);
  const pages = pagesOf({ context, ...file }).slice(1);
  // It leaves out what it cannot read and adds nothing, so that each page is of whom it is taken for when all are there.
  const wanted = asked.reduce((sum, one) => sum + one.wanted.length, 0);
  if (pages.length !== wanted) throw new UnreadablePdf(`pdf.js reads ${pages.length} pages of ${wanted}`);
  let next = 0;
  return asked.map((one) => {
    const own = pages.slice(next, next + one.wanted.length);
    next += own.length;
    const compared = own.map(({ dict }): ComparedPage => ({ context, page: dict, before: 0, after: 0, font: null }));
    return new Map(one.wanted.map((index, at) => [index, compared[at] as ComparedPage]));
  });
}

/** How many pages pdf.js finds in a document, and as which objects those of `wanted`. @throws UnreadablePdf when it cannot read it */
export async function placesByPdfJs(bytes: Uint8Array, wanted: readonly number[]): Promise<Places> {
  return (await ask({ id: nextId(), what: 'places', document: { bytes, password: undefined, wanted } })) as Places;
}

/** What pages say and draw, step by step, as pdf.js would show them: the slow comparison, where two files write the same otherwise. */
export async function shownByPdfJs(document: Asked): Promise<string[]> {
  return (await ask({ id: nextId(), what: 'shown', document })) as string[];
}
