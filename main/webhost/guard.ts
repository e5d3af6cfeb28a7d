import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** `reason` is for the log and the tests; the answer to the stranger says nothing. */
export type Verdict = { pass: true } | { pass: false; status: 403 | 405; reason: 'host' | 'origin' | 'site' | 'method' | 'session' };

export type Guard = {
  /** A start URL whose token opens the window once. */
  startUrl(): string;
  /** Uses up a start token. @returns the Set-Cookie value, or null for a token that is wrong or used */
  redeem(token: string): string | null;
  /** Judges where a request comes from; every request, before anything else. */
  checkOrigin(request: IncomingMessage): Verdict;
  /** Judges whether it carries this start's cookie. */
  checkSession(request: IncomingMessage): Verdict;
  /** Judges a socket's upgrade: an Origin is demanded there, since browsers always send it and never ask CORS. */
  checkUpgrade(request: IncomingMessage): Verdict;
};

const secret = () => randomBytes(32).toString('base64url');
const pass: Verdict = { pass: true };

/**
 * Keeps everyone but our own window out of the port: other programs' pages in the same browser (Origin, Sec-Fetch-Site),
 * names that were made to point at 127.0.0.1 (Host: DNS rebinding), and other users of the machine (a secret cookie that
 * only the one-time start URL gives).
 * @param port the port listened on, on 127.0.0.1
 */
export function createGuard(port: number): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Browsers share cookies between ports of one host, so two hosts on a machine need two names.
  const cookieName = `aktnara-${port}`;
  const session = secret();
  const startTokens = new Set<string>();

  function checkOrigin(request: IncomingMessage): Verdict {
    const { headers } = request;
    if (headers.host !== host) return refuse('host');
    if (headers.origin !== undefined && headers.origin !== origin) return refuse('origin');
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse('site');
    if (request.method !== 'GET' && request.method !== 'HEAD') return { pass: false, status: 405, reason: 'method' };
    return pass;
  }
  const checkSession = (request: IncomingMessage): Verdict =>
    cookies(request.headers.cookie).some(([name, value]) => name === cookieName && same(value, session)) ? pass : refuse('session');

  return {
    startUrl() {
      const token = secret();
      startTokens.add(token);
      return `${origin}/?start=${token}`;
    },
    redeem(token) {
      return startTokens.delete(token) ? `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` : null;
    },
    checkOrigin,
    checkSession,
    checkUpgrade(request) {
      const verdict = checkOrigin(request);
      if (!verdict.pass) return verdict;
      if (request.headers.origin === undefined) return refuse('origin');
      return checkSession(request);
    },
  };
}

const refuse = (reason: 'host' | 'origin' | 'site' | 'session'): Verdict => ({ pass: false, status: 403, reason });

function cookies(header: string | undefined): [string, string][] {
  return (header ?? '').split(';').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
