import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindInThread } from '../../main/binder/binder.ts';
import { builtThreads } from '../../main/core/built-threads.ts';
import { DocumentsWorker } from '../../main/documents/documents-worker.ts';
import { brev } from '../../main/documents/testing/dokument.ts';
import { lockPdf } from '../../main/qpdf/qpdf.ts';
import { scanInThread } from '../../main/scan/scan-in-thread.ts';
import { scan } from '../../main/scan/testing/pictures.ts';
import { documentsLibrary } from './after-pack.ts';
import { mainBundle } from './bundles.ts';

const repository = dirname(dirname(import.meta.dirname));
let folder: string;
beforeAll(async () => {
  // Within the repository, as dist/ is: what is not bundled is found from there.
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache', 'bundles-'));
  const bundle = mainBundle(repository);
  await build({ ...bundle, build: { ...bundle.build, outDir: folder, emptyOutDir: false } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('PDF-01 the built thread makes documents', async () => {
  const built = new DocumentsWorker({ workerUrl: pathToFileURL(join(folder, 'documents-worker.js')) });
  const source = new DocumentsWorker();
  try {
    const [one, other] = await Promise.all([built.render(brev()), source.render(brev())]);
    expect(one.ok && one.value.sha256).toBe(other.ok && other.value.sha256);
    expect(one.ok && one.value.pages).toBe(1);
  } finally {
    await Promise.all([built.close(), source.close()]);
  }
});

test('SKAN-01 BIND-01 the built threads make PDFs of scans and bind them, with no library beside them', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'aktnara-bundle-'));
  try {
    cpSync(folder, join(alone, 'dist', 'main'), { recursive: true });
    cpSync(join(repository, 'resources', 'fonts'), join(alone, 'resources', 'fonts'), { recursive: true });
    const built = (name: string) => ({ workerUrl: pathToFileURL(join(alone, 'dist', 'main', name)) });
    const made = await scanInThread(scan('three-pages.tif'), 'Inskannat', built('scan-worker.js'));
    expect(made).toEqual(await scanInThread(scan('three-pages.tif'), 'Inskannat'));
    expect(await scanInThread(made.bytes, 'Inskannat', built('scan-worker.js'))).toEqual(made);

    const bound = await bindInThread(
      [
        { name: 'skannat.pdf', bytes: made.bytes },
        { name: 'last.pdf', bytes: await lockPdf(made.bytes, 'hemligt'), password: 'hemligt' },
      ],
      { cover: true, pageNumbers: true },
      built('bind-worker.js'),
    );
    expect(bound.parts.map(({ pages, remarks }) => [pages, remarks[0]?.slag])).toEqual([
      [3, 'otaggad'],
      [3, 'losenord'],
    ]);
  } finally {
    rmSync(alone, { recursive: true, force: true });
  }
});

test('PDF-01 the packed program has Typst outside its archive, and malls and fonts in it', () => {
  const settings = readFileSync(join(repository, 'electron-builder.yml'), 'utf8');
  expect(settings).toMatch(/\nasarUnpack:\n {2}- "\*\*\/\*\.node"\n/);
  expect(settings).toContain('\n  - "!node_modules/!(better-sqlite3|@myriaddreamin){,/**}"\n');
  expect(settings).toMatch(/\n {2}- resources\/\*\*\n/);
});

test('PDF-01 the program names the threads that were built beside it, and the folder of malls two above', () => {
  const { workerUrl, documents, scanWorkerUrl, bindWorkerUrl, fritextWorkerUrl } = builtThreads(pathToFileURL(`${folder}/`), '');
  for (const thread of [workerUrl.href, documents.workerUrl, scanWorkerUrl, bindWorkerUrl, fritextWorkerUrl]) {
    expect(existsSync(fileURLToPath(thread)), thread).toBe(true);
  }
  const main = readFileSync(join(folder, 'main.js'), 'utf8');
  expect(main).toMatch(
    /builtThreads\(new URL\(['"]\.\/['"], import\.meta\.url\), join\(import\.meta\.dirname, ['"]\.\.['"], ['"]\.\.['"], ['"]resources['"]\)\)/,
  );
  // Of the packed program: dist/main lies beside resources in the archive.
  expect(existsSync(join(repository, 'dist', 'main', '..', '..', 'resources', 'mallar'))).toBe(true);
});

test('PDF-01 where the library lies for each system is where its package has it', () => {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(repository, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler', 'package.json'), 'utf8'),
  ) as { optionalDependencies: Record<string, string> };
  for (const platform of ['win32', 'linux']) {
    const name = documentsLibrary('', platform, 'x64').split(/[\\/]/).at(-2);
    expect(Object.keys(optionalDependencies)).toContain(`@myriaddreamin/${name}`);
  }
});

test('a program without the library is not packed', async () => {
  writeFileSync(join(folder, 'empty'), '');
  const { default: afterPack } = await import('./after-pack.ts');
  const context = { appOutDir: folder, electronPlatformName: 'win32', arch: 1, packager: { getResourcesDir: (dir: string) => dir } };
  await expect(afterPack(context as never)).rejects.toThrow(/typst-ts-node-compiler\.win32-x64-msvc\.node is missing/);
});
