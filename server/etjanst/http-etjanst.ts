import { setTimeout as wait } from 'node:timers/promises';
import type { Aktiveringsbegaran, Aktiveringssvar, EtjanstPort } from './etjanst-port.ts';

export type HttpEtjanstSettings = {
  /** Of the service: activations are posted to `<url>/activations`. */
  url: string;
  /** Sent as a bearer token. */
  token: string;
};

/** How it is asked; tests are in more of a hurry. */
export type HttpEtjanstPace = {
  /** For an answer to one request. */
  answerMs: number;
  /** Between two askings for a result that is not there yet. */
  pollMs: number;
  /** So long a result is waited for; then the night says that the e-service did not answer. */
  resultMs: number;
  /** Requests under way at once. */
  sideBySide: number;
};
const pace: HttpEtjanstPace = { answerMs: 15_000, pollMs: 2000, resultMs: 60_000, sideBySide: 8 };

/** An answer that a later asking may get otherwise: too many, or the service's own fault. */
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;
const tries = 3;
/** So many in a row without any answer: the service is away, and nobody is told that they failed. */
const mostInARow = 5;
const longestText = 200;
/** No answer of ours is near this size. */
const longestAnswer = 64 * 1024;

/** The e-service cannot be asked: the night is gone on with later. */
export class EtjanstUnavailable extends Error {}
/** Ours was not understood, or its was not: of this one alone. */
class Odd extends Error {}

/**
 * An external e-service over HTTP. An activation is posted with its key as `Idempotency-Key`, so that asking again is the same asking; the answer is a
 * result, or 202 with a `location` that is asked until there is one. `{ "status": "active" }` or `{ "status": "refused", "reason": "…" }`.
 * What fails for one is that one's; a service that answers nobody fails nobody.
 */
export function httpEtjanst(
  { url, token }: HttpEtjanstSettings,
  { answerMs, pollMs, resultMs, sideBySide }: HttpEtjanstPace = pace,
): EtjanstPort {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

  async function send(to: URL, init: RequestInit): Promise<{ status: number; location: string | null; body: string }> {
    // The token is for this service alone: where it points elsewhere it is not followed.
    const response = await fetch(to, { ...init, redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
    const body = await bounded(response);
    return { status: response.status, location: response.headers.get('location'), body };
  }

  /** Asks again what may be answered otherwise, with growing pauses. */
  async function ask(to: URL, init: RequestInit): Promise<{ status: number; location: string | null; body: string }> {
    for (let nr = 1; ; nr += 1) {
      try {
        const answer = await send(to, init);
        if (!isPassing(answer.status) || nr === tries) return answer;
      } catch (error) {
        if (error instanceof Odd || nr === tries) throw error;
      }
      await wait(pollMs * nr);
    }
  }

  async function one({ nyckel, personnummer, ombudFor }: Aktiveringsbegaran): Promise<Aktiveringssvar> {
    const body = JSON.stringify({
      personalNumber: personnummer,
      ...(ombudFor ? { onBehalfOf: { personalNumber: ombudFor.personnummer, from: ombudFor.fran, to: ombudFor.tom } } : {}),
    });
    const init = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': nyckel } };
    let answer = await ask(new URL('activations', base), init);
    const until = Date.now() + resultMs;
    let at: URL | undefined;
    while (answer.status === 202) {
      at = answer.location === null ? at : resultAt(answer.location, base);
      if (!at) throw new Odd('no place of the result');
      if (Date.now() >= until) return { ok: false, orsak: 'svararInte' };
      await wait(pollMs);
      answer = await ask(at, { headers });
    }
    return read(answer);
  }

  return {
    async aktivera(begaran) {
      const svar: Aktiveringssvar[] = [];
      let utanSvar = 0;
      let next = 0;
      const worker = async () => {
        for (let nr = next++; nr < begaran.length; nr = next++) {
          try {
            svar[nr] = await one(begaran[nr] as Aktiveringsbegaran);
            utanSvar = 0;
          } catch (error) {
            if (!(error instanceof Odd)) utanSvar += 1;
            if (utanSvar >= Math.min(mostInARow, begaran.length))
              throw new EtjanstUnavailable('the e-service does not answer', { cause: error });
            svar[nr] = { ok: false, orsak: 'svararInte' };
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(sideBySide, begaran.length) }, worker));
      return svar;
    },
  };
}

/** A result lies with the service itself. */
function resultAt(location: string, base: URL): URL {
  const at = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
  if (at?.origin !== base.origin) throw new Odd('the result is said to lie elsewhere');
  return at;
}

function read({ status, body }: { status: number; body: string }): Aktiveringssvar {
  if (status === 401 || status === 403) throw new EtjanstUnavailable(`the e-service answered ${status}: is the token right?`);
  if (isPassing(status)) throw new Error(`the e-service answered ${status}`);
  const said = parsed(body);
  if (status >= 200 && status < 300 && said.status === 'active') return { ok: true };
  if ((status >= 200 && status < 300 && said.status === 'refused') || status === 409 || status === 422) {
    const text = typeof said.reason === 'string' ? said.reason.trim().slice(0, longestText) : '';
    return { ok: false, orsak: 'avvisad', ...(text === '' ? {} : { text }) };
  }
  throw new Odd(`the e-service answered ${status} with nothing that is understood`);
}

function parsed(body: string): { status?: unknown; reason?: unknown } {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

async function bounded(response: Response): Promise<string> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > longestAnswer) throw new Odd('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
