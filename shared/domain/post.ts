/** A record with its id. */
export type Post<T> = { id: string; data: T };
