import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * pdf.js's own files, beside the page: its thread, and what that asks for when a document needs it. Without the decoders a scan is drawn
 * white, and nothing is said. What would run a document's scripts (quickjs) is left out.
 */
function pdfjsFiles(): Plugin {
  const from = join(import.meta.dirname, 'node_modules', 'pdfjs-dist');
  const folder = (name: string) => readdirSync(join(from, name)).map((file) => [`${name}/${file}`, `${name}/${file}`] as const);
  const wanted = [
    ['build/pdf.worker.min.mjs', 'pdf.worker.js'] as const,
    ...['wasm', 'cmaps', 'standard_fonts', 'iccs'].flatMap(folder).filter(([file]) => !file.includes('quickjs-')),
    ...folder('web/images').flatMap(([file]) => (file.includes('/annotation-') ? [[file, file.slice(4)] as const] : [])),
  ];
  return {
    name: 'pdfjs-files',
    generateBundle() {
      for (const [file, to] of wanted) this.emitFile({ type: 'asset', fileName: `pdfjs/${to}`, source: readFileSync(join(from, file)) });
    },
  };
}

/** Builds the renderer. Relative addresses: the same files are served by `app://` and by the web host. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfjsFiles()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The content policy forbids data: scripts and fonts; a preload polyfill would be an inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One window, loaded from the disk: a single chunk starts soonest, and the size that a network would mind does not matter.
    chunkSizeWarningLimit: 4000,
  },
});
