import type { z } from 'zod';
import type { IsoInstant } from '../util/datum.ts';
import type { Anvandare } from './katalog/records.ts';
import type { RecordData, RecordType } from './records.ts';

/** What a `decide` may read: the records of the command's own scope, and the catalogue. */
export interface State {
  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined;
  /** All records of the type in the command's scope. */
  list<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[];
  katalog<T extends RecordType>(type: T, id: string): RecordData<T> | undefined;
}

/** The signed-in user as the catalogue describes them. */
export type Actor = Anvandare & { id: string };

export type Context = {
  /** When the user acted, by the client's clock: shown and logged, never compared with another clock. */
  now: IsoInstant;
  actor: Actor;
};

export type Change =
  | { [T in RecordType]: { op: 'put'; type: T; id: string; data: RecordData<T> } }[RecordType]
  | { op: 'delete'; type: RecordType; id: string };

/** Why a command was refused. The Swedish words for each stand in the renderer. */
export const rejectionCodes = [
  'okant-kommando',
  'ogiltig-indata',
  'regelfel',
  'atkomst-saknas',
  'behorighet-saknas',
  'utforarens-verkstallighet',
  'finns-inte',
  'finns-redan',
  'text-andrad',
  'rubrik-har-text',
  'signerad',
  'inte-signerad',
  'redan-felmarkerad',
  'tom-text',
  'inte-forfattare',
  'datum-i-framtiden',
  'andrad-av-annan',
  'listan-full',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];
export type Rejection = { code: RejectionCode; field?: string };

export type Decision = Change[] | Rejection;
export const isRejection = (decision: Decision): decision is Rejection => !Array.isArray(decision);
export const reject = (code: RejectionCode, field?: string): Rejection => (field === undefined ? { code } : { code, field });

export type CommandDefinition<Input = never> = {
  name: string;
  /** Of the input's shape. A changed shape takes a new number; the server accepts this one and two back. */
  version: number;
  input: z.ZodType<Input>;
  /** The scope it is decided against, and the only one it writes. */
  scope: (input: Input, actor: Actor) => string;
  decide: (state: State, input: Input, context: Context) => Decision;
  /** Housekeeping the user never counts as work of theirs (latest kunder): not listed in the outbox. */
  quiet?: true;
};

export const defineCommand = <Input>(definition: CommandDefinition<Input>): CommandDefinition<Input> => definition;
