import { useMemo } from 'react';

const platser = new Map<string, unknown>();

/** What a view reads when it is shown and writes while it is. */
export type Plats<T> = { read: () => T | undefined; set: (plats: T) => void };

/** Where the user was in a view whose tab another took the place of: caret and scroll. In memory only, for this sign-in. */
export const usePlats = <T>(nyckel: string): Plats<T> =>
  useMemo(() => ({ read: () => platser.get(nyckel) as T | undefined, set: (plats) => void platser.set(nyckel, plats) }), [nyckel]);

export function forgetPlatserOf(personId: string): void {
  for (const nyckel of [...platser.keys()]) if (nyckel.includes(personId)) platser.delete(nyckel);
}
export const forgetPlatser = (): void => platser.clear();
