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
  'worker-src': "'none'",
} as const;

const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The page shows case data: no copy of it is kept in a browser's cache.
  'cache-control': 'no-store',
} as const satisfies Record<string, string>;
