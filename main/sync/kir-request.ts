import { kirResponse, paths, protocolError } from '../../shared/protocol/protocol.ts';
import type { HttpTransportOptions } from './http-transport.ts';
import { TransportError } from './transport-error.ts';

/** What the server says of a number in the register of residents. */
export type KirRequestAnswer =
  | { slag: 'traff'; post: NonNullable<(typeof kirResponse)['_output']['post']> }
  | { slag: 'ejTraff' }
  | { slag: 'skyddad' }
  /** A kund of the municipality whom the user's units do not have, and the number she has. */
  | { slag: 'annanEnhet'; personId: string; personnummer: string }
  /** The user has asked more than one may. */
  | { slag: 'forManga' };

/**
 * Asks the server for a person of the register of residents (`POST /kir`).
 * @returns rejects with a TransportError when the server was not reached, said no or did not answer as a server of ours
 */
export function createKirRequest({ serverUrl, tenant, token, fetch: ask = fetch }: HttpTransportOptions) {
  const url = `${serverUrl.replace(/\/$/, '')}/t/${encodeURIComponent(tenant)}/v1${paths.kir}`;
  return async (personnummer: string, signal: AbortSignal): Promise<KirRequestAnswer> => {
    const bearer = token();
    if (bearer === null) throw new TransportError('Not signed in at the server', { code: 'unauthorised' });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    let response: Response;
    let body: unknown;
    try {
      response = await ask(url, { method: 'POST', headers, body: JSON.stringify({ personnummer }), signal });
      body = await response.json();
    } catch (cause) {
      throw new TransportError('The server was not reached', { cause });
    }
    if (!response.ok) {
      const code = protocolError.safeParse(body).data?.error.code;
      if (code === 'too-many-requests') return { slag: 'forManga' };
      throw new TransportError(`The server answered ${response.status}`, { code });
    }
    const answer = kirResponse.safeParse(body);
    if (!answer.success) throw new TransportError('The answer is not one of the protocol', { cause: answer.error });
    const { post, skyddad, annanEnhet } = answer.data;
    if (annanEnhet) return { slag: 'annanEnhet', personId: annanEnhet.personId, personnummer: annanEnhet.personnummer ?? personnummer };
    if (skyddad) return { slag: 'skyddad' };
    return post ? { slag: 'traff', post } : { slag: 'ejTraff' };
  };
}
