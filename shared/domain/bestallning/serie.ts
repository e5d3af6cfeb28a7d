import { compare } from '../../util/compare.ts';
import type { Beslut } from '../beslut/records.ts';
import { sammaSerie } from '../beslut/serie.ts';
import type { Post } from '../post.ts';
import { bestallningshinder } from './hinder.ts';
import type { Bestallningsfakta } from './nasta-bifall.ts';

/** FORB-24: the other months of the bifall's series that can be ordered together with it, in the order of time. */
export function serieAttBestalla({ insatser, beslut, bestallningar }: Bestallningsfakta, { id, data }: Post<Beslut>): Post<Beslut>[] {
  return beslut
    .filter((one) => one.id !== id && sammaSerie(one.data, data) && !bestallningshinder(one, insatser, bestallningar))
    .sort((a, b) => compare(a.data.giltigFran, b.data.giltigFran) || compare(a.id, b.id));
}
