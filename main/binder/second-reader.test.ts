import type { Worker as RealWorker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { blankPdf } from './blank-pdf.ts';
import type { Question } from './pdfjs-messages.ts';
import { pagesByPdfJs, placesByPdfJs } from './second-reader.ts';

const started = vi.hoisted(() => ({ threads: 0, deaf: false }));
vi.mock(import('node:worker_threads'), async (original) => {
  const real = await original();
  /** One that is given several documents and hangs on them. */
  class Worker extends real.Worker {
    constructor(...given: ConstructorParameters<typeof RealWorker>) {
      super(...given);
      started.threads++;
    }
    override postMessage(question: Question): void {
      if (started.deaf && question.what === 'written' && question.documents.length > 1) return;
      super.postMessage(question);
    }
  }
  return { ...real, Worker };
});

const document = (pages: number) => ({ bytes: blankPdf(pages), password: undefined, wanted: Array.from({ length: pages }, (_, at) => at) });
const noPdf = { ...document(1), bytes: new TextEncoder().encode('no document') };
/** Of each document, how many pages pdf.js read. */
const read = async (documents: Parameters<typeof pagesByPdfJs>[0]) =>
  (await Promise.allSettled(pagesByPdfJs(documents))).map((one) => (one.status === 'fulfilled' ? one.value.size : null));

afterEach(() => {
  started.deaf = false;
  vi.useRealTimers();
});

describe('BIND-01 pages as pdf.js reads them', () => {
  test('of several documents each has its own', async () => {
    expect(await read([document(2), { ...document(3), wanted: [2, 0, 2] }, document(1)])).toEqual([2, 2, 1]);
  });

  test('one that it cannot read takes no other with it', async () => {
    expect(await read([document(2), noPdf, document(3)])).toEqual([2, null, 3]);
    expect(await read([document(1), { ...document(2), wanted: [0, 7] }])).toEqual([1, null]);
  });

  test('several that it hangs on are read one by one, and what waits behind them after', async () => {
    await read([document(1)]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { threads } = started;
    started.deaf = true;
    const both = read([document(2), document(3)]);
    const places = placesByPdfJs(blankPdf(4), [3]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await both).toEqual([2, 3]);
    expect((await places).pages).toBe(4);
    expect(started.threads).toBe(threads + 1);
  });
});
