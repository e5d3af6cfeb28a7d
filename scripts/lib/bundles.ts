import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

const node = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** What no bundle can hold; electron-builder.yml packs them as they are. */
const native = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

/** qpdf as it is, beside the threads that run it. */
const qpdf = (root: string): Plugin => ({
  name: 'qpdf',
  generateBundle() {
    const read = (name: string) => readFileSync(join(root, 'node_modules', '@neslinesli93', 'qpdf-wasm', 'dist', name));
    this.emitFile({ type: 'asset', fileName: 'qpdf.cjs', source: read('qpdf.js') });
    this.emitFile({ type: 'asset', fileName: 'qpdf.wasm', source: read('qpdf.wasm') });
  },
});

/**
 * The Electron shell, the core's worker and that of documents, as modules of their own: a worker is started by its file. Packed whole, so
 * that the packaged program needs no node_modules but the native libraries.
 */
export const mainBundle = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', ...native] },
  plugins: [qpdf(root)],
  build: {
    ssr: true,
    outDir: join(root, 'dist', 'main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: join(root, 'main', 'app', 'main.ts'),
        'core-worker': join(root, 'main', 'core', 'worker.ts'),
        'documents-worker': join(root, 'main', 'documents', 'worker.ts'),
        'scan-worker': join(root, 'main', 'scan', 'scan-worker.ts'),
        'bind-worker': join(root, 'main', 'binder', 'bind-worker.ts'),
        'fritext-worker': join(root, 'main', 'fritext', 'worker.ts'),
        'pdfjs-thread': join(root, 'main', 'binder', 'pdfjs-thread.ts'),
      },
      external: ['electron', ...native, ...node],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
});

/** The preload script: a sandboxed one must be a single CommonJS file. */
export const preloadBundle = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: join(root, 'dist', 'preload'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'main', 'preload', 'preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
