import { setTimeout as wait } from 'node:timers/promises';
import { askOnce, fieldsOf, type HttpAnswer, OddAnswer, resultAt } from '../util/http-answer.ts';
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

/** The e-service cannot be asked: the night is gone on with later. */
export class EtjanstUnavailable extends Error {}

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

  /** Asks again what may be answered otherwise, with growing pauses. */
  async function ask(to: URL, init: RequestInit): Promise<HttpAnswer> {
    for (let nr = 1; ; nr += 1) {
      try {
        const answer = await askOnce(to, init, answerMs);
        if (!isPassing(answer.status) || nr === tries) return answer;
      } catch (error) {
        if (error instanceof OddAnswer || nr === tries) throw error;
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
      if (!at) throw new OddAnswer('no place of the result');
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
            if (!(error instanceof OddAnswer)) utanSvar += 1;
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

function read({ status, body }: HttpAnswer): Aktiveringssvar {
  if (status === 401 || status === 403) throw new EtjanstUnavailable(`the e-service answered ${status}: is the token right?`);
  if (isPassing(status)) throw new Error(`the e-service answered ${status}`);
  const said = fieldsOf(body);
  if (status >= 200 && status < 300 && said.status === 'active') return { ok: true };
  if ((status >= 200 && status < 300 && said.status === 'refused') || status === 409 || status === 422) {
    const text = typeof said.reason === 'string' ? said.reason.trim().slice(0, longestText) : '';
    return { ok: false, orsak: 'avvisad', ...(text === '' ? {} : { text }) };
  }
  throw new OddAnswer(`the e-service answered ${status} with nothing that is understood`);
}
