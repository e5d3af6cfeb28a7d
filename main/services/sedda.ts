import type { Handelse } from '../../shared/domain/historik/records.ts';
import type { Post } from './ports.ts';
import type { ServicePorts } from './service.ts';

/**
 * What others did in an akt since the user looked at it. Opening it is looking; what was new then can still be read until it is opened anew with
 * something newer, or said to be seen. Of an akt that they never opened it is new from when somebody gave it to them. What the user did themself, on
 * whatever computer, is no news.
 */
export type Sedda = ReturnType<typeof createSedda>;

export function createSedda({ replica, actor }: Pick<ServicePorts, 'replica' | 'actor'>) {
  const efter = (scope: string, version: number | undefined): Post<'handelse'>[] =>
    version === undefined ? [] : replica.handelserAfter(scope, version).filter(({ data }) => data.anvandareId !== actor().id);

  /** Up to which version nothing is new to the user; undefined of an akt that they neither opened nor were given. */
  function settTill(scope: string): number | undefined {
    const seen = replica.seenVersion(scope);
    if (seen !== undefined) return seen;
    const egna = new Set([actor().id, actor().funktionId]);
    const overlamnad = efter(scope, replica.begunVersion()).filter(({ data }) => data.poster.some((one) => isOverlamnad(one, egna)));
    return overlamnad.length === 0 ? undefined : Math.max(...overlamnad.map(({ version }) => version)) - 1;
  }
  const nya = (scope: string) => efter(scope, settTill(scope));
  return {
    /** Since it was last opened, or handed over; nothing of an akt that never was. */
    nya,
    /** What the last opening had that was new, and what has come since. */
    sedan: (scope: string) => efter(scope, replica.seenBefore(scope) ?? replica.seenVersion(scope)),
    open: (scope: string): void => replica.markOpened(scope, nya(scope).length > 0 ? settTill(scope) : undefined),
    sett: (scopes: readonly string[]): void => replica.markSeen(scopes),
  };
}

/** By which fields a record is somebody's to work with: its handläggare, and the function that has LSS Insatser. */
const agarfalt = new Set(['ansvarigHandlaggareId', 'utforareId']);

const isOverlamnad = ({ falt }: Handelse['poster'][number], egna: ReadonlySet<string | undefined>): boolean =>
  falt.some(({ falt: namn, till }) => agarfalt.has(namn) && till !== undefined && egna.has(till));
