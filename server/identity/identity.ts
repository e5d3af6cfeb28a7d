/** Who asks, and in which municipality. */
export type Caller = { tenant: string; anvandareId: string };

/**
 * Who a bearer token stands for. Today tokens of our own, given out by the demo sign-in; OIDC comes behind the same port.
 */
export interface Identity {
  /** @throws RequestError `unauthorised` when the token is forged, expired, or of a municipality that is not here */
  authenticate(token: string): Promise<Caller>;
}
