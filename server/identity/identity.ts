/**
 * Who asks, and in which municipality. `system`: the server itself, under that name; no request over HTTP is ever of it
 * (`server/sync/act.ts`).
 */
export type Caller = { tenant: string; anvandareId: string; system?: string };

/**
 * Who a bearer token stands for. Today tokens of our own, given out by the demo sign-in; OIDC comes behind the same port.
 */
export interface Identity {
  /** @throws RequestError `unauthorised` when the token is forged, expired, or of a municipality that is not here */
  authenticate(token: string): Promise<Caller>;
}
