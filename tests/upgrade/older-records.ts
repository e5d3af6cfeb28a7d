import type { RecordType } from '../../shared/domain/records.ts';

type Document = Record<string, unknown>;
/** A document as a program of that schema number left it, and what it is today: written down here, not made by the definition's own `older`. */
export type RecordSample = { older: Document; today: Document };

/** One for each older schema number of a type, the oldest first. */
export const olderRecords: Partial<Record<RecordType, readonly RecordSample[]>> = {};

/** Fields of releases kept here whose value no longer stands in the raised document, by intention: `type.field`. */
export const dropped: readonly string[] = [];
