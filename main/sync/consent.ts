/** What waits for the user's word: so many commands that a server had received would be sent again, to another. */
export type AnotherServer = {
  antal: number;
  /** It is another address; else the server at the known one is not the one it was. */
  adress: boolean;
};

/**
 * Another server than the replica's gets nothing on its own: a restored one is to have again what it lost, and a foreign one is to
 * have none of it. The user says which it is.
 * @param held the address is another: nothing at all is asked of it before that
 */
export function createConsent(held: boolean) {
  let given = false;
  let asked: AnotherServer | undefined;
  return {
    get state(): AnotherServer | undefined {
      return asked;
    },
    /** @returns true when so many may be sent again */
    allows(antal: number): boolean {
      if (given || antal === 0) return true;
      asked = { antal, adress: false };
      return false;
    },
    /** @returns true while nothing may be asked of the server */
    holds(antal: number): boolean {
      if (!held || given) return false;
      asked = { antal, adress: true };
      return true;
    },
    give(): void {
      given = asked !== undefined;
      asked = undefined;
    },
    /** All is fetched from this server: the next one is asked about anew. */
    calm(): void {
      if (held && !given) return;
      held = false;
      given = false;
      asked = undefined;
    },
  };
}
export type Consent = ReturnType<typeof createConsent>;
