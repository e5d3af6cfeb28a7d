import { parentPort, workerData } from 'node:worker_threads';
import { bindInThread } from '../binder/binder.ts';
import { DocumentsWorker } from '../documents/documents-worker.ts';
import { scanInThread } from '../scan/scan-in-thread.ts';
import { createCore } from './core.ts';
import { skrivareOver } from './skrivare.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

/** The thread that the core lives in. Its only ways out are this port, the replica's file and the server. */
if (!parentPort) throw new Error('the core worker needs a parent thread');
const port = parentPort;
const post = (message: FromWorker) => port.postMessage(message);
const { provkorning, documents, scanWorkerUrl, bindWorkerUrl, fritextWorkerUrl, skrivare: tar, ...start } = workerData as WorkerStart;

const waiting = new Map<number, { resolve: (key: Uint8Array) => void; reject: (error: Error) => void }>();
let keyRequests = 0;
const skrivare = tar && skrivareOver(tar, (skrivarfraga) => post({ skrivarfraga }));
const core = createCore({
  ...start,
  ...(skrivare ? { skrivare: skrivare.port } : {}),
  ...(documents ? { documentRenderer: new DocumentsWorker({ ...documents, workerUrl: new URL(documents.workerUrl) }) } : {}),
  ...(scanWorkerUrl ? { scanner: (file, title) => scanInThread(file, title, { workerUrl: new URL(scanWorkerUrl) }) } : {}),
  ...(bindWorkerUrl
    ? { binder: (sources, options, limits) => bindInThread(sources, options, { ...limits, workerUrl: new URL(bindWorkerUrl) }) }
    : {}),
  fritext: fritextWorkerUrl ? { workerUrl: new URL(fritextWorkerUrl) } : {},
  keys: {
    provkorning,
    get: (name) =>
      new Promise((resolve, reject) => {
        keyRequests += 1;
        waiting.set(keyRequests, { resolve, reject });
        post({ keyRequest: { id: keyRequests, name } });
      }),
  },
});
core.subscribe((event) => post({ event }));

async function receive(message: ToWorker): Promise<void> {
  if ('call' in message) {
    const { id, name, input } = message.call;
    post({ result: { id, result: await core.call(name, input) } });
  } else if ('skrivare' in message) {
    skrivare?.answer(message.skrivare);
  } else if ('key' in message) {
    const { id } = message.key;
    const request = waiting.get(id);
    waiting.delete(id);
    if ('key' in message.key) request?.resolve(message.key.key);
    else request?.reject(Object.assign(new Error('key store'), { problem: message.key.problem }));
  } else {
    await core.close();
    port.close();
  }
}
// What is thrown here ends the thread, and its keeper starts another.
port.on('message', (message: ToWorker) => void receive(message));
