import { parentPort, workerData } from 'node:worker_threads';
import { bindPdfs } from './bind.ts';
import { BindError } from './bind-error.ts';
import type { BindJob, BindMessage } from './worker-messages.ts';

// The thread of one binding: whatever a document does to it, the program goes on without it.
const say = (message: BindMessage) => parentPort?.postMessage(message);
const { sources, options } = workerData as BindJob;
try {
  say({ slag: 'bunden', bunden: await bindPdfs(sources, options, (steg) => say({ slag: 'steg', steg })) });
} catch (error) {
  const detail = error instanceof Error ? `${error.stack}${error.cause instanceof Error ? `\n${error.cause.stack}` : ''}` : String(error);
  say(error instanceof BindError ? { slag: 'nekad', code: error.code, source: error.source, detail } : { slag: 'fault', detail });
}
