import type { LoadedRecord } from '../../server/store/bulk-load.ts';
import type { SmallKommun } from '../../server/testing/small-kommun.ts';
import type { OlderInput } from '../../shared/domain/command.ts';
import type { CommandName, commands } from '../../shared/domain/rulebook/command-list.ts';

/** What that version's program queued of a command that Anna may give in this municipality; `records` = what else must be there. */
export type Sample = (kommun: SmallKommun) => { input: unknown; records?: LoadedRecord[] };

type OlderOf<N extends CommandName> = (typeof commands)[N] extends { older: infer Older extends readonly OlderInput[] } ? Older : never;
type OneOfEach<Older extends readonly OlderInput[]> = { readonly [K in keyof Older]: Sample };
/** One for each older version, the oldest first: a command whose input has changed does not compile without them. */
export const olderInputs: {
  readonly [N in CommandName as OlderOf<N> extends never ? never : N]: OneOfEach<OlderOf<N>>;
} = {};
