import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { headersFor, pageHeaders } from '../security/content-policy.ts';
import { rootFile } from '../security/root-file.ts';
import type { Guard } from './guard.ts';

/** Answers page requests: the start URL gives the cookie, and with the cookie the renderer's files are served. */
export function pageHandler(guard: Guard, rendererDir: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const origin = guard.checkOrigin(request);
    if (!origin.pass) return end(response, origin.status);
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);

    const token = path === '/' ? new URLSearchParams(query).get('start') : null;
    if (token !== null) {
      const cookie = guard.redeem(token);
      // A used start URL in a window that already has the cookie is a reload; in any other it is a stranger.
      if (!cookie && !guard.checkSession(request).pass) return end(response, 403, usedStartUrl);
      response.writeHead(303, { ...pageHeaders, ...(cookie ? { 'set-cookie': cookie } : {}), location: '/' });
      response.end();
      return;
    }

    const session = guard.checkSession(request);
    if (!session.pass) return end(response, session.status, usedStartUrl);
    const file = await rootFile(rendererDir, path);
    if (!file) return end(response, 404);
    response.writeHead(200, { ...headersFor(path), 'content-type': file.mediaType });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await pipeline(createReadStream(file.path), response);
  };
}

/** The one text a person may see here: an old bookmark or a copied address. */
const usedStartUrl = 'Adressen gäller bara en gång. Starta Aktnära igen för att öppna ett nytt fönster.';

function end(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
