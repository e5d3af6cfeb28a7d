import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { DocumentsWorker } from './documents-worker.ts';
import { brev, stycke } from './testing/dokument.ts';

const folder = mkdtempSync(join(tmpdir(), 'aktnara-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open: DocumentsWorker[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
const started = (options: ConstructorParameters<typeof DocumentsWorker>[0] = {}) => {
  const worker = new DocumentsWorker(options);
  open.push(worker);
  return worker;
};
/** A thread that does what its documents' titles say. */
const acting = () => {
  const file = join(folder, 'acting.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, dokument: { titel } }) => {
  if (titel === 'throw') throw new Error('broken');
  if (titel === 'exit') process.exit(3);
  if (titel === 'hang') for (;;) {}
  parentPort.postMessage({ id, result: { ok: true, value: { bytes: new Uint8Array([1]), sha256: titel, pages: 1 } } });
});`,
  );
  return pathToFileURL(file);
};
const code = async (worker: DocumentsWorker, titel: string) => {
  const result = await worker.render(brev({ titel }));
  return result.ok ? result.value.sha256 : result.error.code;
};

test('PDF-01 documents asked for at once are each answered with their own', async () => {
  const worker = started();
  const texts = ['ett', 'två', 'tre'];
  const results = await Promise.all([...texts, ...texts].map((text) => worker.render(brev({ delar: [stycke(text)] }))));
  const hashes = results.map((result) => (result.ok ? result.value.sha256 : result.error.code));
  expect(new Set(hashes).size).toBe(3);
  expect(hashes.slice(0, 3)).toEqual(hashes.slice(3));
  expect(results.every((result) => result.ok && Buffer.from(result.value.bytes.subarray(0, 5)).toString() === '%PDF-')).toBe(true);
});

test('PDF-01 what the thread ends on is answered with why, and the next documents are made', async () => {
  const worker = started({ workerUrl: acting() });
  expect(await Promise.all(['a', 'throw', 'b', 'exit', 'c'].map((titel) => code(worker, titel)))).toEqual([
    'a',
    'stoppad',
    'b',
    'stoppad',
    'c',
  ]);
});

test('PDF-01 a document that takes too long is given up, and the next is made', async () => {
  const worker = started({ workerUrl: acting(), limitMs: 3_000 });
  expect(await Promise.all(['a', 'hang', 'b'].map((titel) => code(worker, titel)))).toEqual(['a', 'for-lang-tid', 'b']);
});

test('closing answers what waits', async () => {
  const worker = started({ workerUrl: acting() });
  const waiting = ['hang', 'b'].map((titel) => code(worker, titel));
  await worker.close();
  expect(await Promise.all(waiting)).toEqual(['stoppad', 'stoppad']);
  expect(await code(worker, 'c')).toBe('stoppad');
});

test('a folder without malls is said so for every document', async () => {
  const worker = started({ resources: folder });
  expect([await code(worker, 'a'), await code(worker, 'b')]).toEqual(['stoppad', 'stoppad']);
});
