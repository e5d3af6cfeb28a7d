import { type Akttyp, isRecordType, type RecordType, records } from '../domain/records.ts';

/** Types of a kund's akt that an event may name: all but the events themselves. */
export type Posttyp = Exclude<Akttyp, 'handelse'>;

/** What a record is, as the history and Att åtgärda name it. */
export const typOrd = (type: RecordType): string => records[type].ord;
/** The same of a type by its name, which a newer version may have written. */
export const typNamn = (type: string): string => (isRecordType(type) ? typOrd(type) : type);
