import { taBortBekraftelse } from '../bevakning/bekrafta-bestallning.ts';
import type { Change, Context, State } from '../command.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';

/** An order taken back although it was confirmed: the day it was to be verkställd on never comes. Who confirmed it stands in the history. */
export function utanBekraftelse(
  { bekraftad: _, bekraftelse: __, ...rest }: Bestallning,
  borttagen: NonNullable<Bestallning['borttagen']>,
): Bestallning {
  return { ...(rest as Bestallning), borttagen };
}

/** The same, with what reminded of it. */
export const aterkalla = (
  state: State,
  { id, data }: Post<Bestallning>,
  borttagen: NonNullable<Bestallning['borttagen']>,
  context: Context,
): Change[] => [{ op: 'put', type: 'bestallning', id, data: utanBekraftelse(data, borttagen) }, ...taBortBekraftelse(state, id, context)];
