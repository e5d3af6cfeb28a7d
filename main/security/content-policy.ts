/**
 * Headers of every answer that carries the page, from the app:// handler and the web host alike (Electron's security
 * checklist, items 6 and 7). Styles may be inline because Fluent's style engine writes style elements; scripts may not.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'worker-src': "'self'",
} as const;

const policyOf = (all: Record<string, string>) =>
  Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

export const pageHeaders = {
  'content-security-policy': policyOf(directives),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The page shows case data: no copy of it is kept in a browser's cache.
  'cache-control': 'no-store',
} as const satisfies Record<string, string>;

/** The thread that reads PDFs, as the build names it (vite.config.ts). */
const pdfThread = '/pdfjs/pdf.worker.js';
/**
 * The headers of a file of the page. A thread has the policy that its own file brings: that of pdf.js alone compiles WebAssembly, for it
 * decodes scans by it. The page does not.
 * @param urlPath the path part of its URL
 */
export const headersFor = (urlPath: string): Record<string, string> =>
  urlPath === pdfThread
    ? {
        ...pageHeaders,
        'content-security-policy': policyOf({ ...directives, 'script-src': "'self' 'wasm-unsafe-eval'", 'worker-src': "'none'" }),
      }
    : pageHeaders;
