import { parentPort, workerData } from 'node:worker_threads';
import { bindPdfs } from './bind.ts';
import { BindError } from './bind-error.ts';
import { blankPdf } from './blank-pdf.ts';
import { startSecondReader } from './second-reader.ts';
import type { BindJob, BindMessage } from './worker-messages.ts';

// The thread of a binding: whatever a document does to it, the program goes on without it.
const say = (message: BindMessage, given: ArrayBuffer[] = []) => parentPort?.postMessage(message, given);
startSecondReader();
async function run({ sources, options }: BindJob): Promise<void> {
  try {
    const bunden = await bindPdfs(sources, options, (steg) => say({ slag: 'steg', steg }));
    say({ slag: 'bunden', bunden }, [bunden.bytes.buffer]);
  } catch (error) {
    const detail = error instanceof Error ? `${error.stack}${error.cause instanceof Error ? `\n${error.cause.stack}` : ''}` : String(error);
    say(error instanceof BindError ? { slag: 'nekad', code: error.code, source: error.source, detail } : { slag: 'fault', detail });
  }
}
parentPort?.on('message', (job: BindJob) => void run(job));
if ((workerData as { ahead: boolean }).ahead) {
  // What is run for the first time is slow: the first binding of 100 documents took twice the time of the second. Empty pages are bound first,
  // so many times that the engine has compiled what is run most.
  const sources = Array.from({ length: 40 }, (_, number) => ({ name: String(number), bytes: blankPdf(5) }));
  for (let times = 0; times < 3; times++) await bindPdfs(sources);
  say({ slag: 'redo' });
}
