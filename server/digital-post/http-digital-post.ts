import { setTimeout as wait } from 'node:timers/promises';
import { askOnce, errorCode, fieldsOf, type HttpAnswer, isUnreached, OddAnswer, resultAt } from '../util/http-answer.ts';
import type { Brev, DigitalPost, Leveranssvar, Nabarhetssvar } from './digital-post-port.ts';

export type HttpDigitalPostSettings = {
  /** Of the förmedlare: `<url>/reachable` and `<url>/letters`. */
  url: string;
  /** Sent as a bearer token. */
  token: string;
};

/** How it is asked; tests are in more of a hurry. */
export type HttpDigitalPostPace = {
  /** For an answer to one request; a letter is larger than a question. */
  answerMs: number;
  letterMs: number;
  /** Between two askings. */
  pollMs: number;
  /** So long a receipt is waited for at a time. */
  resultMs: number;
};
const pace: HttpDigitalPostPace = { answerMs: 15_000, letterMs: 60_000, pollMs: 2000, resultMs: 60_000 };
const tries = 3;

/**
 * A förmedlare of digital post over HTTP, by the contract of docs/digital-post.md. A letter is posted with its id as `Idempotency-Key`: asked again, now or by
 * a later run, it is the same letter, which is never put into the mailbox twice.
 */
export function httpDigitalPost(
  { url, token }: HttpDigitalPostSettings,
  { answerMs, letterMs, pollMs, resultMs }: HttpDigitalPostPace = pace,
): DigitalPost {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const posted = (body: object, mer: Record<string, string> = {}): RequestInit => ({
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { ...headers, 'content-type': 'application/json', ...mer },
  });

  async function isReachable(personnummer: string): Promise<Nabarhetssvar> {
    try {
      return readReachable(await askOnce(new URL('reachable', base), posted({ personalNumber: personnummer }), answerMs));
    } catch (error) {
      return { slag: 'senare', ...(error instanceof OddAnswer ? {} : { borta: true }), svar: errorCode(error) };
    }
  }

  async function deliver({ id, personnummer, operator, amne, dokument }: Brev): Promise<Leveranssvar> {
    const letters = new URL('letters', base);
    const body = {
      ...{ personalNumber: personnummer, subject: amne, ...(operator === undefined ? {} : { operator }) },
      documents: dokument.map(({ namn, sha256, bytes }) => ({
        ...{ name: namn, mediaType: 'application/pdf', sha256, content: bytes.toString('base64') },
      })),
    };
    const until = Date.now() + resultMs;
    let [to, init]: [URL, RequestInit] = [letters, posted(body, { 'idempotency-key': id })];
    // From the first time that it may have been taken, only the förmedlare's own yes or no is an answer.
    let mayBeTaken = false;
    let svar = '';
    for (let nr = 1; nr <= tries || to !== letters; nr += 1) {
      if (nr > 1 && Date.now() >= until) break;
      if (nr > 1) await wait(to === letters ? pollMs * (nr - 1) : pollMs);
      try {
        const answer = await askOnce(to, init, to === letters ? letterMs : answerMs);
        const said = readDelivery(answer);
        svar = said.svar ?? '';
        if (said.slag === 'mottaget' || said.slag === 'nekad' || said.slag === 'avbojt') return said;
        if (said.slag === 'senare' && !mayBeTaken) return said;
        if (answer.status === otherLetter) return said;
        mayBeTaken = true;
        if (answer.status === 202 && answer.location !== null) [to, init] = [resultAt(answer.location, base), { headers }];
      } catch (error) {
        svar = errorCode(error);
        if (isUnreached(svar) && !mayBeTaken) return { slag: 'senare', borta: true, svar };
        mayBeTaken = true;
        if (error instanceof OddAnswer) break;
      }
    }
    return { slag: 'oviss', svar };
  }

  return { isReachable, deliver };
}

/** Its number, and its own code where that is one: never its words. */
const codeOf = ({ status, body }: HttpAnswer): string => {
  const { code } = fieldsOf(body);
  return `${status}${typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? ` ${code}` : ''}`;
};
const isOk = (status: number): boolean => status >= 200 && status < 300 && status !== 202;
/** Not now, or not of us: so for every letter. */
const isAway = (status: number): boolean => [401, 403, 404, 429, 503].includes(status);

/** Another letter was given under this key. */
const otherLetter = 409;

function readReachable(answer: HttpAnswer): Nabarhetssvar {
  const { status, operator } = fieldsOf(answer.body);
  const svar = codeOf(answer);
  if (isOk(answer.status)) {
    if (status === 'reachable') {
      const namn = typeof operator === 'string' ? operator.trim().slice(0, 120) : '';
      return { slag: 'kanTaEmot', ...(namn === '' ? {} : { operator: namn }) };
    }
    if (status === 'not-reachable') return { slag: 'ejAnsluten' };
    if (status === 'opted-out') return { slag: 'avbojt' };
  }
  if (answer.status === 422) return { slag: 'nekad', svar };
  return { slag: 'senare', ...(isAway(answer.status) ? { borta: true } : {}), svar };
}

function readDelivery(answer: HttpAnswer): Leveranssvar & { svar?: string } {
  const { status, receipt, at } = fieldsOf(answer.body);
  const svar = codeOf(answer);
  const kvitto = typeof receipt === 'string' ? receipt.trim().slice(0, 200) : '';
  if (isOk(answer.status) && status === 'stored' && kvitto !== '' && typeof at === 'string' && !Number.isNaN(Date.parse(at)))
    return { slag: 'mottaget', kvitto, at: new Date(at).toISOString() };
  if (isOk(answer.status) && (status === 'opted-out' || status === 'not-reachable')) return { slag: 'avbojt', svar };
  if ((isOk(answer.status) && status === 'refused') || [413, 422].includes(answer.status)) return { slag: 'nekad', svar };
  if (isAway(answer.status)) return { slag: 'senare', borta: true, svar };
  // Something was taken under the key: nobody can say that nothing came there.
  if (answer.status === otherLetter) return { slag: 'oviss', svar };
  if (answer.status >= 300 && answer.status < 500 && answer.status !== 408) return { slag: 'senare', svar };
  // It may lie there, and the answer be what failed; or it was said in a way that is not understood.
  return { slag: 'oviss', svar };
}
