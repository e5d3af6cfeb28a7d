import { isReadable, type RecordData, type RecordType, upcast } from '../../shared/domain/records.ts';

/** What is stored of a record this version cannot read: a newer one wrote it, or it is broken. Nothing may be decided on the rest. */
export class UnreadableRecord extends Error {}

/**
 * A stored document in today's shape.
 * @throws UnreadableRecord
 */
export function readDocument<T extends RecordType>(type: T, id: string, schema: number, stored: unknown): RecordData<T> {
  const refuse = (why: string, cause?: unknown) => new UnreadableRecord(`${type} ${id} ${why}`, { cause });
  let data: RecordData<T>;
  try {
    data = upcast(type, schema, stored);
  } catch (cause) {
    throw refuse(`cannot be raised from schema ${schema}`, cause);
  }
  if (!isReadable(type, schema, data)) throw refuse(`is no document of schema ${schema}`);
  return data;
}
