declare module 'fontkit' {
  /** What pdf-lib asks of fontkit. */
  export function create(bytes: Uint8Array): unknown;
}

/** Named so that it is bundled; pdf.js finds it in the globals. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
