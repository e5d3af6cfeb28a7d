import { Worker } from 'node:worker_threads';
import { ScanError } from './scan-error.ts';
import type { FromScanWorker, ToScanWorker } from './scan-messages.ts';
import type { ScannedPdf } from './scan-to-pdf.ts';

export type ScanThreadOptions = {
  /** The built thread; without it the source beside this file, which Node runs as it is. */
  workerUrl?: URL;
  /** How long a file may take. A hundred pages of colours take some seconds. */
  seconds?: number;
  /** How much memory its objects may take; its bytes come beside it. */
  megabytes?: number;
};

/**
 * Makes a PDF of a scanned file as `scanToPdf` does, in a thread of its own that ends with it: one that would hang or fill the memory is
 * ended, and refused.
 * @throws ScanError
 */
export function scanInThread(
  file: Uint8Array,
  title: string,
  { workerUrl = new URL('./scan-worker.ts', import.meta.url), seconds = 60, megabytes = 1024 }: ScanThreadOptions = {},
): Promise<ScannedPdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      // Settled when the thread is gone, so that nothing of it outlives the call.
      void worker.terminate().then(settle, reject);
    };
    const timer = setTimeout(() => end(() => reject(new ScanError('for-lang-tid', `${seconds} s`))), seconds * 1000);
    worker.on('message', (message: FromScanWorker) => {
      if (message.slag === 'klar') end(() => resolve({ bytes: message.bytes, sidor: message.sidor }));
      else if (message.slag === 'nekad') end(() => reject(new ScanError(message.code, message.detail)));
      else end(() => reject(new Error(message.detail)));
    });
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(isMemory ? new ScanError('for-mycket-minne', error.message) : error));
    });
    worker.on('exit', (code) => end(() => reject(new Error(`the scan thread ended with ${code}`))));
    worker.postMessage({ file, title } satisfies ToScanWorker);
  });
}
