import Database from 'better-sqlite3';
import { createDying, watchFiles } from './die-at.ts';

/**
 * A program around a core, for `kill.test.ts` to kill. It makes the calls it is sent and sends their answers, and dies at the step it is
 * told to. Whatever runs in it is what users run; the steps are put around it.
 */
const [dataDir, serverUrl, tenant, began] = process.argv.slice(2);
const send = process.send?.bind(process);
if (!dataDir || !serverUrl || !tenant || !began || !send) throw new Error('usage: fork program.ts FOLDER SERVER TENANT MILLISECONDS');

const dying = createDying();
watchFiles(dying, dataDir);
const prototype = Database.prototype as unknown as { transaction(run: (...args: unknown[]) => unknown): unknown };
const { transaction } = prototype;
prototype.transaction = function watched(run) {
  return transaction.call(this, (...args: unknown[]) => {
    const result = run(...args);
    dying.step('about to commit');
    return result;
  });
};

/** Its clock and its waits are so many times as fast: between two tries, or two looks into a folder, nothing happens. */
const haste = 20;

// After the watch has been set.
const { createCore } = await import('../../main/core/core.ts');
const { fileKeyStore } = await import('../../main/core/file-key-store.ts');
const { DocumentsWorker } = await import('../../main/documents/documents-worker.ts');
const { scanInThread } = await import('../../main/scan/scan-in-thread.ts');
const { bindInThread } = await import('../../main/binder/binder.ts');
const { createDocumentTransport } = await import('../../main/sync/document-transport.ts');
const { platformTimers } = await import('../../main/sync/platform-timers.ts');
const { cupsSkrivare } = await import('../../main/webhost/cups.ts');
const { join } = await import('node:path');

const after = async <T>(name: string, work: Promise<T>): Promise<T> => {
  const result = await work;
  dying.step(name);
  return result;
};
const renderer = new DocumentsWorker();
const skrivare = await cupsSkrivare();
const core = createCore({
  dataDir,
  serverUrl,
  tenant,
  keys: fileKeyStore(join(dataDir, 'nycklar')),
  clock: { now: () => new Date(Number(began) + (Date.now() - Number(began)) * haste) },
  timers: { ...platformTimers, setTimeout: (run, ms) => platformTimers.setTimeout(run, ms / haste) },
  hooks: { step: (name) => dying.step(`sync ${name}`) },
  ...(skrivare ? { skrivare } : {}),
  documentRenderer: {
    render: (dokument, losenord) => after('document made', renderer.render(dokument, losenord)),
    close: () => renderer.close(),
  },
  scanner: (file, title) => after('scan made', scanInThread(file, title)),
  binder: (...bound) => after('bundle made', bindInThread(...bound)),
  documentTransportFactory(server) {
    const transport = createDocumentTransport(server);
    return {
      ...transport,
      async put(...of) {
        dying.step('about to send a piece');
        return after('piece answered', transport.put(...of));
      },
      async putBunt(...of) {
        dying.step('about to send a bundle');
        return after('bundle answered', transport.putBunt(...of));
      },
      getBunt: (...of) => after('a bundle came', transport.getBunt(...of)),
      async *get(...of) {
        for await (const bytes of transport.get(...of)) {
          yield bytes;
          dying.step('some bytes came');
        }
      },
    };
  },
});

export type ToProgram = { arm: number; of: readonly string[] } | { id: number; name: string; input: unknown };
export type FromProgram = { ready: true } | { id: number; result: unknown; steps: string[] };
async function receive(message: ToProgram): Promise<void> {
  if ('arm' in message) return dying.arm(message.arm, message.of);
  const { id, name, input } = message;
  const result = await core.call(name, input);
  send?.({ id, result, steps: dying.passed() } satisfies FromProgram);
}
// What is thrown here ends the process, which the test sees.
process.on('message', (message: ToProgram) => void receive(message));
process.on('disconnect', () => process.exit());
send({ ready: true } satisfies FromProgram);
