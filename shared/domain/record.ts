import type { z } from 'zod';
import type { RecordReaders } from './readers.ts';

/** Raises a stored document by one schema number. */
export type Raise = (older: Record<string, unknown>) => Record<string, unknown>;

/**
 * On which side of the wall between units a record of an akt lies: `gemensam` to all that have the kund, or of one unit: its own
 * (`egen`), or the unit's of the record it hangs on, which the named
 * field tells, where it is filled in.
 */
export type Vagg =
  | 'gemensam'
  | 'egen'
  | 'utredningId'
  | 'beslutId'
  | 'verkstallighetId'
  | 'anteckningId'
  | 'dokumentation'
  | 'ref'
  | 'knytsTill';

/** What is to be said of any type of record, beside its schema. */
type RecordFacts<Type extends string, Schema extends z.ZodType, Huvud, Readers extends RecordReaders<Huvud>> = {
  type: Type;
  /** Loose, so that fields of a newer version survive. */
  schema: Schema;
  /** How a document of each older schema number is raised to the next, the oldest first. None = it stands at number 1. */
  older?: readonly Raise[];
  /**
   * What trees and lists need of a record; absent where that is the whole document. Replicas keep it beside the document, and
   * make it anew when its fields or the schema's number have changed (`main/db/stored-heads.ts`).
   */
  huvud?(data: z.output<Schema>): Huvud;
  readers: Readers;
  /** The unit's avgiftshandläggare read it in their own bucket, beside those whom `readers` names: what a fee follows from, and nothing else. */
  avgiftsgrund?: true;
  /** What a record of the type is, as the history and Att åtgärda name it. */
  ord: string;
  /** What one record is called where it is only named: in receipts, in the rows of a refused command, in the history. */
  namn?(data: z.output<Schema>, utforareNamn: (id: string) => string): string;
};

/** All that is to be said of a type; `vagg` of those that lie in an akt (`records.ts` asks each for it). */
export type RecordDefinition<
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Huvud = z.output<Schema>,
  Readers extends RecordReaders<Huvud> = RecordReaders<Huvud>,
> = RecordFacts<Type, Schema, Huvud, Readers> & { vagg?: Vagg | undefined };

/** Gives a definition its types: its type as a literal, its document and head as its schema and `huvud` have them. */
export const defineRecord = <
  const Type extends string,
  Schema extends z.ZodType,
  const Readers extends RecordReaders<Huvud>,
  Huvud = z.output<Schema>,
  const V extends Vagg | undefined = undefined,
>(
  definition: RecordFacts<Type, Schema, Huvud, Readers> & { vagg?: V },
): RecordFacts<Type, Schema, Huvud, Readers> & { vagg?: V } => definition;

/** The number that documents are written with today. */
export const schemaNumberOf = ({ older = [] }: Pick<RecordDefinition, 'older'>): number => 1 + older.length;

/** Raises a stored document of an older number to today's; one of a newer version is returned as it is. */
export const raised = ({ older = [] }: Pick<RecordDefinition, 'older'>, schema: number, data: unknown): unknown =>
  schema > older.length ? data : older.slice(schema - 1).reduce((document, raise) => raise(document), data as Record<string, unknown>);
