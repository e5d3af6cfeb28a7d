/** What a form holds of a T so far: a field nobody has filled in is absent or undefined, and both mean the same. */
export type Unfinished<T> = { [K in keyof T]?: T[K] | undefined };
