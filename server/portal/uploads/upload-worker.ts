import { parentPort } from 'node:worker_threads';
import { ScanError } from '../../../main/scan/scan-error.ts';
import type { FromScanWorker, ToScanWorker } from '../../../main/scan/scan-messages.ts';
import { uploadToPdf } from './upload-to-pdf.ts';

// The thread of one file: whatever it does to it, the server goes on without it.
async function run({ file, title }: ToScanWorker): Promise<void> {
  try {
    const { bytes, sidor } = await uploadToPdf(file, title);
    parentPort?.postMessage({ slag: 'klar', bytes, sidor } satisfies FromScanWorker);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const answer: FromScanWorker = error instanceof ScanError ? { slag: 'nekad', code: error.code, detail } : { slag: 'fault', detail };
    parentPort?.postMessage(answer);
  }
}
parentPort?.once('message', (job: ToScanWorker) => void run(job));
