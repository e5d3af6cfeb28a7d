import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the renderer. Relative addresses: the same files are served by `app://` and by the web host. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
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
