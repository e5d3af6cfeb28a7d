import { protocolError } from '../../shared/protocol/protocol.ts';
import { retryAfterMs } from './backoff.ts';
import { TransportError } from './transport-error.ts';

export type HttpOptions = {
  /** Of the server, without the tenant: `https://aktnara.kommun.se`. */
  serverUrl: string;
  tenant: string;
  /** The session's bearer token, asked for at each request; null = not signed in at the server. */
  token: () => string | null;
  /** How long an answer may take to begin, and a stream may be silent. */
  timeoutMs?: number;
  fetch?: typeof fetch;
  now?: () => Date;
};

/** @returns asks the server; what is no answer of 200 to 299 is thrown as TransportError */
export function createHttpRequest({ serverUrl, tenant, token, now = () => new Date(), ...options }: HttpOptions) {
  const base = `${serverUrl.replace(/\/$/, '')}/t/${encodeURIComponent(tenant)}/v1`;
  return async (path: string, init: RequestInit, signal: AbortSignal): Promise<Response> => {
    const bearer = token();
    if (bearer === null) throw new TransportError('Not signed in at the server', { code: 'unauthorised' });
    const headers = { ...(init.body ? { 'content-type': 'application/json' } : {}), ...init.headers, authorization: `Bearer ${bearer}` };
    let response: Response;
    try {
      response = await (options.fetch ?? fetch)(base + path, { ...init, headers, signal });
    } catch (cause) {
      throw new TransportError('The server was not reached', { cause });
    }
    if (response.ok) return response;
    throw await refusal(response, now());
  };
}

export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new TransportError('The answer was cut or is not JSON', { cause });
  }
}

/** An error of the protocol; anything else (a proxy's page, a captive portal) is a server that was not reached. */
async function refusal(response: Response, now: Date): Promise<TransportError> {
  const wait = retryAfterMs(response.headers.get('retry-after'), now);
  const parsed = protocolError.safeParse(await response.json().catch(() => undefined));
  // A gateway in front of the server may take smaller requests than the server does: smaller ones get through.
  const code413 = response.status === 413 ? ({ code: 'too-large' } as const) : {};
  if (!parsed.success) return new TransportError(`The server answered ${response.status}`, { ...code413, retryAfterMs: wait });
  const { code, message, epoch } = parsed.data.error;
  return new TransportError(message, { code, epoch, retryAfterMs: wait });
}
