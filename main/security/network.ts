import type { Session } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/**
 * What the page's session may load. The page has no network: all network is the core's, in its worker. An allow-list, so
 * that http, https, ws, wss, ftp, file and whatever comes are off alike.
 */
export function mayLoad(url: string, development: boolean): boolean {
  if (isAppUrl(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  // CSP lets the page show images of its own making; the developer tools load themselves.
  return protocol === 'data:' || (development && protocol === 'devtools:');
}

type NetworkSession = { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>; protocol: Pick<Session['protocol'], 'handle'> };

/** Two locks: each request is judged before it is sent, and the two web schemes lead nowhere in this session. */
export function cutNetwork(session: NetworkSession, development: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, development) }));
  for (const scheme of ['http', 'https']) session.protocol.handle(scheme, () => Response.error());
}
