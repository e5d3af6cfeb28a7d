import { definitionOf, type RecordData, type RecordType } from '../domain/records.ts';

/** What a record is called where it is only named: in receipts, in the rows of a refused command and in the history. */
export const postNamn = <T extends RecordType>(type: T, data: RecordData<T>, utforareNamn: (id: string) => string): string | undefined =>
  definitionOf(type).namn?.(data, utforareNamn);
