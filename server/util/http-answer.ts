/** Of one request: it or its answer was not what was agreed. */
export class OddAnswer extends Error {}

export type HttpAnswer = { status: number; location: string | null; body: string };

/** No answer of a service that we ask is near this size. */
const longestAnswer = 64 * 1024;

/**
 * Asks a service of the municipality's once. What we send along is for this service alone: where it points elsewhere it is not followed.
 * @throws OddAnswer when the answer has no end; what `fetch` throws when there is none, also after so long
 */
export async function askOnce(to: URL, init: RequestInit, answerMs: number): Promise<HttpAnswer> {
  const response = await fetch(to, { ...init, redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
  const body = await bounded(response);
  return { status: response.status, location: response.headers.get('location'), body };
}

/** Where a result is to be asked for. @throws OddAnswer when that is not with the service itself */
export function resultAt(location: string, base: URL): URL {
  const at = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
  if (at?.origin !== base.origin) throw new OddAnswer('the result is said to lie elsewhere');
  return at;
}

/** The fields of an answer in JSON; none of one that is not. */
export function fieldsOf(body: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
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
    if (size > longestAnswer) throw new OddAnswer('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What says that a request never came there. */
const unreached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
export const isUnreached = (code: string): boolean => unreached.test(code);

/** The code of what was thrown instead of an answer; of `fetch` the cause has it. */
export function errorCode(error: unknown): string {
  const { cause, code, name } = error as { cause?: { code?: unknown }; code?: unknown; name?: string };
  const found = cause?.code ?? code;
  return typeof found === 'string' ? found : (name ?? 'Error');
}
