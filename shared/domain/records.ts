import type { z } from 'zod';
import { aktualisering } from './aktualisering/records.ts';
import { type Anteckning, type AnteckningHuvud, anteckning, anteckningHuvud, konfliktval } from './anteckning/records.ts';
import { bedomning } from './bedomning/records.ts';
import { beslut } from './beslut/records.ts';
import { bestallning } from './bestallning/records.ts';
import { bevakning } from './bevakning/records.ts';
import { handelse } from './historik/records.ts';
import { hushallsmedlem } from './hushall/records.ts';
import { anvandare, delegation, frastext, insats, instrument, organisation, rubrikmall, utforare, vardelista } from './katalog/records.ts';
import { kirForslag } from './kir/records.ts';
import { kontakt } from './kontakt/records.ts';
import { kundlista, senasteKunder } from './kundlista/records.ts';
import { person } from './person/records.ts';
import { utredning } from './utredning/records.ts';
import { verkstallighet } from './verkstallighet/records.ts';

/** Every record type with its document schema. The schemas are loose: unknown fields of a newer version survive. */
export const recordSchemas = {
  person,
  kontakt,
  hushallsmedlem,
  aktualisering,
  utredning,
  beslut,
  bestallning,
  verkstallighet,
  bedomning,
  bevakning,
  kirForslag,
  handelse,
  anteckning,
  konfliktval,
  organisation,
  anvandare,
  utforare,
  rubrikmall,
  frastext,
  insats,
  vardelista,
  instrument,
  delegation,
  kundlista,
  senasteKunder,
} as const;

export type RecordType = keyof typeof recordSchemas;
export type RecordData<T extends RecordType> = z.infer<(typeof recordSchemas)[T]>;
export const recordTypes = Object.keys(recordSchemas) as RecordType[];
export const isRecordType = (text: string): text is RecordType => Object.hasOwn(recordSchemas, text);

/** Schema number that this version writes, and how a document of an older number is raised, one step a function. */
export const recordUpcasters: { [T in RecordType]?: ((older: Record<string, unknown>) => Record<string, unknown>)[] } = {};
export const schemaNumber = (type: RecordType): number => 1 + (recordUpcasters[type]?.length ?? 0);

/** Raises a stored document to this version's schema; a document of a newer version is returned as it is. */
export function upcast<T extends RecordType>(type: T, schema: number, data: unknown): RecordData<T> {
  const steps = recordUpcasters[type] ?? [];
  return steps.slice(schema - 1).reduce((older, step) => step(older), data as Record<string, unknown>) as RecordData<T>;
}

/** A record as it is stored and sent. `version` is the server's order; 0 = not yet received by the server. */
export type StoredRecord = {
  type: RecordType;
  id: string;
  /** `akt:<personId>`, `anvandare:<id>` or `katalog`. */
  scope: string;
  version: number;
  schema: number;
  data: unknown;
};

export const aktScope = (personId: string): string => `akt:${personId}`;
export const anvandarScope = (anvandareId: string): string => `anvandare:${anvandareId}`;
export const katalogScope = 'katalog';
/** The person whose akt a scope is, or undefined for other scopes. */
export const personOfScope = (scope: string): string | undefined => (scope.startsWith('akt:') ? scope.slice(4) : undefined);

/** What the tree and lists need of a record; the whole document except where text would weigh it down. */
export type Huvud<T extends RecordType> = T extends 'anteckning' ? AnteckningHuvud : RecordData<T>;

/** Types whose documents carry long text keep a short head beside it; the rest have none. */
export function huvudOf(type: RecordType, data: unknown): unknown {
  return type === 'anteckning' ? anteckningHuvud(data as Anteckning) : type === 'konfliktval' || type === 'handelse' ? {} : data;
}
