import type { RecordData } from '../domain/records.ts';
import type { RichText } from '../domain/text/text.ts';
import type { Posttyp } from './posttyp.ts';

/** The names that a type itself gives its fields: those a loose schema lets through are no names. */
type Named<T> = Extract<keyof { [K in keyof T as string extends K ? never : K]: T[K] }, string>;
type FieldIn<T> = T extends RichText
  ? never
  : T extends readonly (infer One)[]
    ? FieldIn<One>
    : T extends object
      ? { [K in Named<T>]: K | FieldIn<T[K]> }[Named<T>]
      : never;
type LiteralIn<T> = T extends RichText
  ? never
  : T extends readonly (infer One)[]
    ? LiteralIn<One>
    : T extends object
      ? { [K in Named<T>]: LiteralIn<T[K]> }[Named<T>]
      : T extends string
        ? string extends T
          ? never
          : T
        : never;

/** Every field of the records of an akt, at any depth; a written text has none. */
export type Faltnamn = { [T in Posttyp]: FieldIn<RecordData<T>> }[Posttyp];
type Literal = { [T in Posttyp]: LiteralIn<RecordData<T>> }[Posttyp];
/** Every value of theirs that is a code: the others are words already, and begin as such (`Vecka`), or numbers. */
export type Kod = Exclude<Literal, Capitalize<Literal>>;
