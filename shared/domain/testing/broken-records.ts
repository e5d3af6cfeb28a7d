import { definitionOf, type RecordType } from '../records.ts';

type Document = Record<string, unknown>;
const holds = (type: RecordType, data: unknown): boolean => definitionOf(type).schema.safeParse(data).success;
/** One of each kind of value that JSON has. */
const others: unknown[] = [17, 'x', null, true, [], {}];

const fieldsOf = (type: RecordType): string[] => Object.keys((definitionOf(type).schema as unknown as { shape: Document }).shape);

/**
 * Documents that bear today's schema number and are not what their type says, whatever they were once: with nothing in them, and with a
 * value of one kind in all their fields.
 */
export const brokenOfType = (type: RecordType): Document[] =>
  [{}, ...others.map((value) => Object.fromEntries(fieldsOf(type).map((field) => [field, value])))].filter((data) => !holds(type, data));

/** Documents that are as the given one but for a field that is missing, or of two other kinds, and that no longer hold for it. */
export const brokenFrom = (type: RecordType, data: Document): Document[] =>
  Object.keys(data)
    .flatMap((field, n) => {
      const { [field]: _, ...rest } = data;
      return [rest, ...[n, n + 3].map((kind) => ({ ...data, [field]: others[kind % others.length] }))];
    })
    .filter((broken) => !holds(type, broken));
