import type * as Pdfjs from 'pdfjs-dist';
import type * as Visardelar from 'pdfjs-dist/web/pdf_viewer.mjs';

export type Bibliotek = { pdfjs: typeof Pdfjs; delar: typeof Visardelar };
let laddat: Promise<Bibliotek> | undefined;

/** pdf.js, loaded with the first document: the window starts without it. */
export function loadBibliotek(): Promise<Bibliotek> {
  laddat ??= load().catch((error: unknown) => {
    laddat = undefined; // tried again with the next document
    throw error;
  });
  return laddat;
}

async function load(): Promise<Bibliotek> {
  const pdfjs = await import('pdfjs-dist');
  // Its viewer takes the library from there.
  Object.assign(globalThis, { pdfjsLib: pdfjs });
  return { pdfjs, delar: await import('pdfjs-dist/web/pdf_viewer.mjs') };
}

/** Where the build puts pdf.js's own files (vite.config.ts). */
export const biblioteksfil = (namn: string): string => new URL(`pdfjs/${namn}`, document.baseURI).href;
