import { definitionOf, isReadable, type RecordData, type RecordType, upcast } from '../../shared/domain/records.ts';

/** What is stored of a record this version cannot read: a newer one wrote it, or it is broken. Nothing may be decided on the rest. */
export class UnreadableRecord extends Error {
  /** For whoever is to mend it. */
  readonly record: { type: RecordType; id: string };
  constructor(type: RecordType, id: string, why: string, cause?: unknown) {
    super(`${type} ${id} ${why}`, { cause });
    this.name = 'UnreadableRecord';
    this.record = { type, id };
  }
}

/**
 * A stored document in today's shape. Whether each field of it is what its type says is not asked here: {@link unsound} is.
 * @throws UnreadableRecord
 */
export function readDocument<T extends RecordType>(type: T, id: string, schema: number, stored: unknown): RecordData<T> {
  let data: RecordData<T>;
  try {
    data = upcast(type, schema, stored);
  } catch (cause) {
    throw new UnreadableRecord(type, id, `cannot be raised from schema ${schema}`, cause);
  }
  if (!isReadable(type, schema, data)) throw new UnreadableRecord(type, id, `is no document of schema ${schema}`);
  return data;
}

/** What is wrong with a document that was read; undefined when it is what its type says. Some microseconds for each. */
export function unsound({ type, id, data }: { type: RecordType; id: string; data: unknown }): UnreadableRecord | undefined {
  const { success, error } = definitionOf(type).schema.safeParse(data);
  return success ? undefined : new UnreadableRecord(type, id, 'is not what its type says', error);
}
