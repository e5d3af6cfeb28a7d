import { definitionOf, type RecordData, type RecordType, readStored } from '../../shared/domain/records.ts';
import { parseStored } from './stored-json.ts';

export type StoredDocument = { id: string; scope: string; schema: number; data: string };
/** A record that is kept and not handed out. */
export type Unreadable = { type: RecordType; id: string; scope: string };

/**
 * Reads stored documents. Each is raised to today's shape, and is not looked at field by field: a first fetch, or a large tree, has no time
 * for that. One that is not what its type says makes whatever reads it throw. What has thrown is therefore run once more carefully: each
 * document that it reads is held against its schema, and one that does not hold is handed out no more, to anybody. That is remembered of
 * the very text: what is put in its place is judged by itself.
 * @param tell hears of those that were found
 */
export function createCare(tell: (found: Unreadable[]) => void) {
  /** By their ids; of those that a newer version wrote, the ones that were asked for. */
  const kept = new Map<string, Unreadable & { text: string }>();
  let careful = false;
  let found: Unreadable[] = [];

  return {
    isCareful: (): boolean => careful,
    /** Whether something is kept back under an id; it may have been written over since. */
    mayBeKept: (id: string): boolean => kept.size > 0 && kept.has(id),
    /** None for one that this version cannot read: it stays in the replica as it came, and the server decides what goes against it. */
    read<T extends RecordType>(type: T, { id, scope, schema, data: text }: StoredDocument): RecordData<T> | undefined {
      if (kept.size > 0 && kept.get(id)?.text === text) return undefined;
      const data = readStored(type, schema, parseStored(text));
      const isBroken = data !== undefined && careful && !definitionOf(type).schema.safeParse(data).success;
      if (data !== undefined && !isBroken) {
        if (kept.size > 0) kept.delete(id);
        return data;
      }
      kept.set(id, { type, id, scope, text });
      if (isBroken) found.push({ type, id, scope });
      return undefined;
    },
    /** What is kept back of a scope. @param current its text as it stands */
    keptIn: (scope: string, current: (id: string) => string | undefined): Unreadable[] =>
      [...kept.values()].filter((one) => one.scope === scope && current(one.id) === one.text),
    /** Runs it with each document it reads held against its schema. */
    carefully<T>(run: () => T): T {
      const outer = careful;
      careful = true;
      try {
        return run();
      } finally {
        careful = outer;
        if (!outer && found.length > 0) {
          const told = found;
          found = [];
          tell(told);
        }
      }
    },
  };
}
export type Care = ReturnType<typeof createCare>;
