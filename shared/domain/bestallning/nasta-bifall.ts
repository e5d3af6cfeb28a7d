import { compare } from '../../util/compare.ts';
import { bifallUtanBestallning } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Insats } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';

/** What "Spara och nästa bifall" goes by. */
export type Bestallningsfakta = { insatser: Post<Insats>[]; beslut: Post<Beslut>[]; bestallningar: Post<Bestallning>[] };

/**
 * The bifall to order after this one (BEST-GEN-08, FORB-31): those of the same utredning first, each utredning's by date, as the
 * months of a series follow each other. Undefined = every bifall is ordered.
 */
export function nastaBifall(fakta: Bestallningsfakta, today: string, efter: Post<Beslut> | undefined): Post<Beslut> | undefined {
  const annan = ({ data }: Post<Beslut>) => Number(data.utredningId !== efter?.data.utredningId);
  return bifallUtanBestallning(fakta, today)
    .filter(({ id }) => id !== efter?.id)
    .sort((a, b) => annan(a) - annan(b) || compare(a.data.giltigFran, b.data.giltigFran) || compare(a.id, b.id))[0];
}
