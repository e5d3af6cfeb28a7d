import { setTimeout as wait } from 'node:timers/promises';
import { askOnce, errorCode, fieldsOf, type HttpAnswer, isUnreached, OddAnswer, resultAt } from '../util/http-answer.ts';
import type { Notis, Notisport, Notissvar } from './notis-port.ts';

export type HttpSmsSettings = {
  /** Messages are posted there. */
  url: string;
  /** Sent as a bearer token. */
  token: string;
  /** What the receiver sees as who it is from: a number, or at most eleven letters and digits. */
  from: string;
};

/** How it is asked; tests are in more of a hurry. */
export type HttpSmsPace = {
  /** For an answer to one request. */
  answerMs: number;
  /** Between two askings. */
  pollMs: number;
  /** So long a result is waited for. */
  resultMs: number;
};
const pace: HttpSmsPace = { answerMs: 15_000, pollMs: 2000, resultMs: 60_000 };

const tries = 3;
/**
 * A gateway for SMS over HTTP. A message is posted as `{ "to", "from", "text" }` with its id as `Idempotency-Key`; the answer is a result
 * (`{ "status": "accepted" }` or `{ "status": "refused", "code": "…" }`), or 202 with a `location` that is asked until there is one. What was not answered is asked again a few times with the same key,
 * within a minute: gateways keep keys for a while only. After that nobody knows, and it is not asked again.
 */
export function httpSms({ url, token, from }: HttpSmsSettings, { answerMs, pollMs, resultMs }: HttpSmsPace = pace): Notisport {
  const base = new URL(url);
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

  async function send({ id, till, text }: Notis): Promise<Notissvar> {
    const body = JSON.stringify({ to: till, from, text });
    const post = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': id } };
    const until = Date.now() + resultMs;
    let [to, init]: [URL, RequestInit] = [base, post];
    // From the first time that it may have been taken, only the gateway's own yes or no is an answer.
    let mayBeTaken = false;
    let svar: string | undefined;
    for (let nr = 1; nr <= tries || to !== base; nr += 1) {
      if (nr > 1 && Date.now() >= until) break;
      if (nr > 1) await wait(to === base ? pollMs * (nr - 1) : pollMs);
      try {
        const answer = await askOnce(to, init, answerMs);
        const said = read(answer);
        svar = said.svar;
        if (said.slag === 'skickad' || said.slag === 'nekad') return said;
        if (said.slag === 'senare' && !mayBeTaken) return said;
        mayBeTaken = true;
        if (answer.status === 202 && answer.location !== null) [to, init] = [resultAt(answer.location, base), { headers }];
      } catch (error) {
        svar = errorCode(error);
        if (isUnreached(svar) && !mayBeTaken) return { slag: 'senare', borta: true, svar };
        mayBeTaken = true;
        if (error instanceof OddAnswer) break;
      }
    }
    return { slag: 'oviss', ...(svar === undefined ? {} : { svar }) };
  }

  return { skicka: send, close: () => undefined };
}

function read({ status, body }: HttpAnswer): Notissvar & { svar: string } {
  const said = fieldsOf(body);
  const code = typeof said.code === 'string' && /^[\w.-]{1,40}$/.test(said.code) ? ` ${said.code}` : '';
  const svar = `${status}${code}`;
  const isOk = status >= 200 && status < 300 && status !== 202;
  if (isOk && said.status === 'accepted') return { slag: 'skickad', svar };
  if ((isOk && said.status === 'refused') || status === 422) return { slag: 'nekad', svar };
  // Not now, or not of us: nothing was sent, and nothing of anybody's would be.
  if ([401, 403, 404, 429, 503].includes(status)) return { slag: 'senare', borta: true, svar };
  if (status >= 300 && status < 500 && status !== 408) return { slag: 'senare', svar };
  // It may have sent it and failed after that, or said so in a way that is not understood.
  return { slag: 'oviss', svar };
}
