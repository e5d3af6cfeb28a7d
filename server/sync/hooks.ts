/** The named points of a push, in their order. */
export type PushStep =
  | 'command-begun'
  | 'scope-locked'
  | 'decided'
  | 'version-taken'
  | 'records-written'
  | 'logged'
  | 'before-commit'
  | 'after-commit'
  | 'before-response';

/**
 * Lets the simulation stop the server between any two steps. What a hook throws is a crash there: the transaction rolls
 * back unless it has committed, the connection is released, and the request is answered as unavailable.
 */
export type Hooks = { step?(name: PushStep): Promise<void> | void };
