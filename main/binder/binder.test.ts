import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BindError } from './bind-error.ts';
import { bindInThread, KeptThread, readyThread } from './binder.ts';
import type { BindStep } from './bundle.ts';
import { look } from './testing/look.ts';
import { rawPages } from './testing/raw-pdf.ts';

let folder: string;
/** A thread that does what the words say at the document of that name, and binds nothing. */
const thread = (name: string, script: string): URL => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';\nconst workerData = await new Promise((job) => parentPort.once('message', job));\nconst step = (namn) => parentPort.postMessage({ slag: 'steg', steg: { steg: 'laser', namn, klart: 0, av: 1 } });\n${script}`,
  );
  return pathToFileURL(path);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aktnara-binder-'));
});
afterAll(() => rm(folder, { recursive: true }));

const source = (name: string) => ({ name, bytes: rawPages([{ words: name }]) });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('bound'),
    (error) => (error instanceof BindError ? [error.code, error.source] : expect.unreachable(String(error))),
  );

test('BIND-02 binds in a thread of its own, and tells of each step', async () => {
  const steps: BindStep[] = [];
  const { bytes } = await bindInThread([source('a'), source('b')], {}, { onStep: (step) => steps.push(step) });
  expect((await look(bytes)).pages.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(steps.map(({ steg, namn, klart, av }) => [steg, namn, klart, av])).toEqual([
    ['laser', 'a', 0, 2],
    ['laser', 'b', 1, 2],
    ['skriver', 'a', 0, 2],
    ['skriver', 'b', 1, 2],
    ['jamfor', 'a', 0, 2],
    ['jamfor', 'b', 1, 2],
  ]);
});

test('a thread that was started ahead binds once, and does not keep the program', async () => {
  const thread = await readyThread();
  const { bytes } = await bindInThread([source('a')], {}, { thread });
  expect((await look(bytes)).pages.map(({ text }) => text)).toEqual(['a']);
  await expect.poll(() => thread.threadId).toBe(-1);
});

test('a thread that has bound, or refused, is kept and binds again, until nothing is to be kept', async () => {
  const kept = new KeptThread();
  const of = async (name: string) => (await look((await bindInThread([source(name)], {}, { kept })).bytes)).pages.map(({ text }) => text);
  expect(await of('a')).toEqual(['a']);
  const first = kept.take();
  if (!first) throw new Error('not kept');
  kept.give(first);
  expect(await refused(bindInThread([{ name: 'b', bytes: new Uint8Array() }], {}, { kept }))).toEqual(['inte-pdf', 'b']);
  expect(await of('c')).toEqual(['c']);
  expect(first.threadId).toBeGreaterThan(0);
  kept.end();
  await expect.poll(() => first.threadId).toBe(-1);
  // Who binds still as the user signs out leaves no thread.
  expect(await of('d')).toEqual(['d']);
  expect(kept.take()).toBeUndefined();
});

test('a thread that was ended in the middle is not kept; one that is full of what it read before makes way for a fresh one', async () => {
  const kept = new KeptThread();
  const cancel = new AbortController();
  const during = bindInThread([source('a')], {}, { kept, signal: cancel.signal, onStep: () => cancel.abort() });
  expect(await refused(during)).toEqual(['avbruten', 'a']);
  expect(kept.take()).toBeUndefined();
  const full = new Worker(
    thread('full', `step('a'); const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, n) => ({ n })));`),
    {
      resourceLimits: { maxOldGenerationSizeMb: 32 },
    },
  );
  kept.give(full);
  expect((await bindInThread([source('a')], {}, { kept })).parts).toHaveLength(1);
  kept.end();
});

test('what a document is refused for comes through', async () => {
  expect(await refused(bindInThread([source('a'), { name: 'b', bytes: new Uint8Array() }]))).toEqual(['inte-pdf', 'b']);
});

test('it can be cancelled before and during', async () => {
  expect(await refused(bindInThread([source('a')], {}, { signal: AbortSignal.abort() }))).toEqual(['avbruten', '']);
  const cancel = new AbortController();
  const during = bindInThread(
    [source('a'), source('b')],
    {},
    { signal: cancel.signal, onStep: ({ namn }) => namn === 'b' && cancel.abort() },
  );
  expect(await refused(during)).toEqual(['avbruten', 'b']);
});

test('a document that never ends is ended and named; the others are bound where it may be left out', async () => {
  const workerUrl = thread('hangs', `step('b'); for (;;);`);
  expect(await refused(bindInThread([source('a'), source('b')], {}, { workerUrl, secondsPerFile: 0.5 }))).toEqual(['for-lang-tid', 'b']);
  const once = thread(
    'hangs-at-b',
    `if (workerData.sources.some(({ name }) => name === 'b')) { step('b'); for (;;); }
    parentPort.postMessage({ slag: 'bunden', bunden: { bytes: new Uint8Array(), parts: [], coverPages: 0, tagged: false, left: [{ name: 'c', code: 'skadad' }] } });`,
  );
  const { left } = await bindInThread([source('a'), source('b')], { skipBad: true }, { workerUrl: once, secondsPerFile: 0.5 });
  expect(left).toEqual([
    { name: 'b', code: 'for-lang-tid' },
    { name: 'c', code: 'skadad' },
  ]);
});

test('a document that fills the memory is ended and named', async () => {
  const workerUrl = thread('fills', `step('b'); const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, n) => ({ n })));`);
  expect(await refused(bindInThread([source('b')], {}, { workerUrl, megabytes: 32 }))).toEqual(['for-mycket-minne', 'b']);
});

test('a thread that ends by itself, or fails, is no bundle', async () => {
  await expect(bindInThread([source('a')], {}, { workerUrl: thread('ends', 'process.exit(3)') })).rejects.toThrow('ended with 3');
  await expect(bindInThread([source('a')], {}, { workerUrl: thread('fails', `throw new Error('broken')`) })).rejects.toThrow('broken');
});
