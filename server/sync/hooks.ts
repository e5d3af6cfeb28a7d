/**
 * The named points of a push, in their order; from `begun` to `after-commit` once a transaction, `decided` once a command.
 * What is written and the commit are one journey to PostgreSQL: nothing of ours lies between them.
 */
export type PushStep = 'begun' | 'client-locked' | 'scopes-locked' | 'decided' | 'before-commit' | 'after-commit' | 'before-response';

/**
 * Lets the simulation stop the server between any two steps. What a hook throws is a crash there: the transaction rolls
 * back unless it has committed, the connection is released, and the request is answered as unavailable.
 */
export type Hooks = { step?(name: PushStep): Promise<void> | void };
