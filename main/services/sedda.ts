import type { Post } from './ports.ts';
import type { ServicePorts } from './service.ts';

/**
 * What others did in an akt since the user looked at it. Opening it is looking; what was new then can still be read until it is opened anew with
 * something newer, or said to be seen. What the user did themself, on whatever computer, is no news.
 */
export type Sedda = ReturnType<typeof createSedda>;

export function createSedda({ replica, actor }: Pick<ServicePorts, 'replica' | 'actor'>) {
  const efter = (scope: string, version: number | undefined): Post<'handelse'>[] =>
    version === undefined ? [] : replica.handelserAfter(scope, version).filter(({ data }) => data.anvandareId !== actor().id);
  const nya = (scope: string) => efter(scope, replica.seenVersion(scope));
  return {
    /** Since it was last opened; nothing of an akt that never was. */
    nya,
    /** What the last opening had that was new, and what has come since. */
    sedan: (scope: string) => efter(scope, replica.seenBefore(scope) ?? replica.seenVersion(scope)),
    open: (scope: string): void => replica.markOpened(scope, nya(scope).length > 0),
    sett: (scopes: readonly string[]): void => replica.markSeen(scopes),
  };
}
