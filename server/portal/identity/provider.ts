/** Who has signed in, as an e-legitimation says it. */
export type Identitet = {
  /** 12 digits: a personnummer or a samordningsnummer, never a number the municipality made up. */
  personnummer: string;
  /** Empty where the provider does not tell. */
  fornamn: string;
  efternamn: string;
};

/** Where a browser is sent, and what its answer is to be held against; that is kept on the server and used once. */
export type BegunSignIn = { url: string; checks: Record<string, string> };

/** A way to sign in: BankID, Freja or another e-legitimation behind a provider of OpenID Connect, or the demo's. */
export interface IdentityProvider {
  /** Stands in addresses: a to z, digits and hyphens. */
  id: string;
  /** As people read it: `BankID`. */
  namn: string;
  /** @param redirectUri where the provider sends the browser back to. @throws IdentityUnavailable */
  begin(redirectUri: string): Promise<BegunSignIn>;
  /**
   * @param answer the whole address that the browser came back to
   * @throws IdentityRefused, IdentityUnavailable
   */
  finish(answer: URL, checks: Record<string, string>): Promise<Identitet>;
}

/** Why nobody is signed in: they broke off; the level of the e-legitimation, its age or its number was not what is asked; or the answer is not to be trusted. */
export type RefusedFor = 'avbruten' | 'niva' | 'for-gammal' | 'nummer' | 'svaret';
export class IdentityRefused extends Error {
  readonly reason: RefusedFor;
  constructor(reason: RefusedFor, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'IdentityRefused';
    this.reason = reason;
  }
}

/** The provider does not answer. */
export class IdentityUnavailable extends Error {}
