import { bifallUtanBestallning } from '../../shared/domain/beslut/bestallbart.ts';
import type { Katalog } from './katalog.ts';
import type { Post, Replica } from './ports.ts';

/** FORB-31: a user's bifall that are to be ordered and are not. The replica finds those without an order, the rulebook says which should have one. */
export function obestalldaBifall(
  replica: Pick<Replica, 'unorderedBifallOf' | 'inScope'>,
  { insatser }: Katalog,
  anvandareId: string,
  today: string,
): Post<'beslut'>[] {
  const funna = Map.groupBy(replica.unorderedBifallOf(anvandareId, today), ({ scope }) => scope);
  return [...funna].flatMap(([scope, utanOrder]) => {
    const [beslut, bestallningar] = [replica.inScope(scope, 'beslut'), replica.inScope(scope, 'bestallning')];
    const ids = new Set(bifallUtanBestallning({ insatser, beslut, bestallningar }, today).map(({ id }) => id));
    return utanOrder.filter(({ id }) => ids.has(id));
  });
}
