/** What waits for the user's word: so many commands that a server had received would be sent again, to another. */
export type AnotherServer = {
  antal: number;
  /** It is another address; else the server at the known one is not the one it was. */
  adress: boolean;
};

/** What the replica has of the user's own. Counted only when it is asked about: most servers are the one they were. */
type Own = {
  /** Something waits to be sent. */
  unsent: () => boolean;
  /** Commands that a server has received. */
  received: () => number;
};

/**
 * Another server than the replica's gets nothing on its own: a restored one is to have again what it lost, and a foreign one is to
 * have none of it. The user says which it is.
 * @param held the address is another: nothing at all is asked of it before that
 */
export function createConsent(held: boolean, own: Own) {
  let given = false;
  let met = false;
  let asked: AnotherServer | undefined;
  return {
    get state(): AnotherServer | undefined {
      return asked;
    },
    /**
     * The server has answered as the one the replica knows since the connection was last lost. What is written here goes to no
     * other, so the first question over a new connection is one that tells nothing.
     */
    isMet: (): boolean => met,
    meet(): void {
      met = true;
    },
    /** The connection is gone: another may answer at the next. */
    part(): void {
      met = false;
    },
    /** @returns true when what waits may be sent, and what was received sent again, to a server that is not the one it was */
    allows(): boolean {
      if (given) return true;
      const antal = own.received();
      if (antal === 0 && !own.unsent()) return true;
      asked = { antal, adress: false };
      return false;
    },
    /** @returns true while nothing may be asked of the server */
    holds(): boolean {
      if (!held || given) return false;
      asked = { antal: own.received(), adress: true };
      return true;
    },
    give(): void {
      given ||= asked !== undefined;
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
