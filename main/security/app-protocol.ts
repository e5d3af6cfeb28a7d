import { readFile } from 'node:fs/promises';
import type { Privileges, Protocol } from 'electron';
import { headersFor, pageHeaders } from './content-policy.ts';
import { rootFile } from './root-file.ts';

/** Electron's checklist, items 1 and 18: the page comes from app://, never from file:// and never from the network. */
export const appScheme = 'app';
const appHost = 'aktnara';
const appOrigin = `${appScheme}://${appHost}`;
export const appUrl = `${appOrigin}/`;

/** Every privilege a scheme can have. Given to `protocol.registerSchemesAsPrivileged` before the app is ready. */
export const appPrivileges: Required<Privileges> = {
  standard: true, // gives the page an origin, which the sender and navigation checks compare
  secure: true,
  supportFetchAPI: true,
  codeCache: true,
  bypassCSP: false,
  allowServiceWorkers: false,
  corsEnabled: false,
  stream: false,
  allowExtensions: false,
};

/** Answers app:// from the files below `root`: GET and HEAD, our host only, and what does not lie below it is 404. */
export function appRequestHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const url = parse(request.url);
    if (!url || !isAppUrl(request.url)) return refused(403);
    const file = await rootFile(root, url.pathname);
    if (!file) return refused(404);
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file.path));
    return new Response(body, { status: 200, headers: { ...headersFor(url.pathname), 'content-type': file.mediaType } });
  };
}

export function serveApp(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(appScheme, appRequestHandler(root));
}

/** Whether a URL is our page's, by its parsed parts: `https://evil/?app://aktnara` and `app://aktnara.evil` are not. */
export function isAppUrl(text: string): boolean {
  const url = parse(text);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.hostname === appHost &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

const parse = (text: string) => (URL.canParse(text) ? new URL(text) : null);
const refused = (status: number) => new Response(null, { status, headers: pageHeaders });
