import type { z } from 'zod';
import { aktualiseringRecord } from './aktualisering/records.ts';
import { anteckningRecord, konfliktvalRecord } from './anteckning/records.ts';
import { bedomningRecord } from './bedomning/records.ts';
import { beslutRecord } from './beslut/records.ts';
import { bestallningRecord } from './bestallning/records.ts';
import { bevakningRecord } from './bevakning/records.ts';
import { dokumentRecord } from './dokument/records.ts';
import { eansokanRecord } from './eansokan/records.ts';
import { etjanstRecord, godkannandeRecord, nattrapportRecord } from './etjanst/records.ts';
import { franvaroRecord, franvarounderlagRecord } from './franvaro/records.ts';
import { handelseRecord } from './historik/records.ts';
import { hushallsmedlemRecord } from './hushall/records.ts';
import { individuellPlanRecord } from './individuellplan/records.ts';
import { inkomstblankettRecord, inkomstformularRecord, inkomstsvarRecord } from './inkomst/records.ts';
import { erbjudandeRecord, ivorapportRecord, ivouppgiftRecord } from './ivo/records.ts';
import {
  anvandareRecord,
  brevhuvudRecord,
  delegationRecord,
  frastextRecord,
  insatsRecord,
  instrumentRecord,
  lagrumRecord,
  mallRecord,
  organisationRecord,
  rubrikmallRecord,
  utforareRecord,
  vardelistaRecord,
} from './katalog/records.ts';
import { kirForslagRecord, kirNotisRecord } from './kir/records.ts';
import { fristregelRecord, fristskjutningRecord } from './klocka/records.ts';
import { kontaktRecord } from './kontakt/records.ts';
import { kundlistaRecord, senasteKunderRecord } from './kundlista/records.ts';
import { brevlageRecord, meddelandeinstallningRecord, meddelandeRecord } from './meddelande/records.ts';
import { moteRecord } from './mote/records.ts';
import { mottagenRecord, utlamningRecord } from './overlamning/records.ts';
import { personkretsRecord, personRecord } from './person/records.ts';
import { type RecordDefinition, raised, schemaNumberOf } from './record.ts';
import { samtyckeRecord } from './samtycke/records.ts';
import { aktScope, eansokanOfScope, isMeddelandeScope, katalogScope, personOfScope } from './scope.ts';
import { egnaSokningarRecord, sokningRecord } from './sokverktyg/records.ts';
import { statistikbeskrivningRecord, statistikleveransRecord } from './statistik/records.ts';
import { uppfoljningRecord } from './uppfoljning/records.ts';
import { utredningRecord } from './utredning/records.ts';
import { verkstallighetRecord } from './verkstallighet/records.ts';

/** Every type of record, each defined beside its schema. */
export const records = {
  [personRecord.type]: personRecord,
  [personkretsRecord.type]: personkretsRecord,
  [kontaktRecord.type]: kontaktRecord,
  [hushallsmedlemRecord.type]: hushallsmedlemRecord,
  [aktualiseringRecord.type]: aktualiseringRecord,
  [utredningRecord.type]: utredningRecord,
  [beslutRecord.type]: beslutRecord,
  [bestallningRecord.type]: bestallningRecord,
  [verkstallighetRecord.type]: verkstallighetRecord,
  [franvaroRecord.type]: franvaroRecord,
  [franvarounderlagRecord.type]: franvarounderlagRecord,
  [bedomningRecord.type]: bedomningRecord,
  [bevakningRecord.type]: bevakningRecord,
  [fristskjutningRecord.type]: fristskjutningRecord,
  [erbjudandeRecord.type]: erbjudandeRecord,
  [ivouppgiftRecord.type]: ivouppgiftRecord,
  [ivorapportRecord.type]: ivorapportRecord,
  [uppfoljningRecord.type]: uppfoljningRecord,
  [samtyckeRecord.type]: samtyckeRecord,
  [etjanstRecord.type]: etjanstRecord,
  [godkannandeRecord.type]: godkannandeRecord,
  [inkomstblankettRecord.type]: inkomstblankettRecord,
  [inkomstsvarRecord.type]: inkomstsvarRecord,
  [moteRecord.type]: moteRecord,
  [individuellPlanRecord.type]: individuellPlanRecord,
  [utlamningRecord.type]: utlamningRecord,
  [mottagenRecord.type]: mottagenRecord,
  [kirForslagRecord.type]: kirForslagRecord,
  [dokumentRecord.type]: dokumentRecord,
  [handelseRecord.type]: handelseRecord,
  [anteckningRecord.type]: anteckningRecord,
  [konfliktvalRecord.type]: konfliktvalRecord,
  [organisationRecord.type]: organisationRecord,
  [anvandareRecord.type]: anvandareRecord,
  [utforareRecord.type]: utforareRecord,
  [rubrikmallRecord.type]: rubrikmallRecord,
  [frastextRecord.type]: frastextRecord,
  [insatsRecord.type]: insatsRecord,
  [vardelistaRecord.type]: vardelistaRecord,
  [instrumentRecord.type]: instrumentRecord,
  [delegationRecord.type]: delegationRecord,
  [mallRecord.type]: mallRecord,
  [brevhuvudRecord.type]: brevhuvudRecord,
  [inkomstformularRecord.type]: inkomstformularRecord,
  [lagrumRecord.type]: lagrumRecord,
  [fristregelRecord.type]: fristregelRecord,
  [sokningRecord.type]: sokningRecord,
  [statistikbeskrivningRecord.type]: statistikbeskrivningRecord,
  [statistikleveransRecord.type]: statistikleveransRecord,
  [nattrapportRecord.type]: nattrapportRecord,
  [kirNotisRecord.type]: kirNotisRecord,
  [eansokanRecord.type]: eansokanRecord,
  [meddelandeRecord.type]: meddelandeRecord,
  [brevlageRecord.type]: brevlageRecord,
  [meddelandeinstallningRecord.type]: meddelandeinstallningRecord,
  [kundlistaRecord.type]: kundlistaRecord,
  [senasteKunderRecord.type]: senasteKunderRecord,
  [egnaSokningarRecord.type]: egnaSokningarRecord,
} satisfies Record<string, RecordDefinition>;

type Records = typeof records;
export type RecordType = keyof Records;
export type RecordData<T extends RecordType> = z.infer<Records[T]['schema']>;
/** What the tree and lists need of a record; the whole document except where text would weigh it down. */
export type Huvud<T extends RecordType> = Records[T] extends RecordDefinition<T, z.ZodType, infer H> ? H : never;
/** Types that lie in a kund's akt. */
export type Akttyp = {
  [T in RecordType]: Records[T]['readers'] extends 'alla' | 'statistiken' | 'systemforvaltarna' | 'agaren' | 'inkorgen' | 'brevladorna'
    ? never
    : T;
}[RecordType];

type Walled<T> = T extends { vagg?: undefined } ? never : T;
/** The types that lie in an akt: one that does not say on which side of the wall between units it lies does not compile. */
export const aktposter: { readonly [T in Akttyp]: RecordDefinition & Walled<Records[T]> } = records;

export const recordTypes = Object.keys(records) as RecordType[];
export const isRecordType = (text: string): text is RecordType => Object.hasOwn(records, text);
/** The definition of a type that is only known when it runs. */
export const definitionOf = (type: RecordType): RecordDefinition => records[type];
/** The types that lie in an akt. */
export const akttyper = recordTypes.filter((type): type is Akttyp => liesIn(type, aktScope('')));
export const recordSchemas = Object.fromEntries(recordTypes.map((type) => [type, records[type].schema])) as {
  [T in RecordType]: Records[T]['schema'];
};

/** The schema number that this version writes. */
export const schemaNumber = (type: RecordType): number => schemaNumberOf(definitionOf(type));

/** Raises a stored document to this version's schema; a document of a newer version is returned as it is. */
export const upcast = <T extends RecordType>(type: T, schema: number, data: unknown): RecordData<T> =>
  raised(definitionOf(type), schema, data) as RecordData<T>;

/** The number an edited document is stored with: one that a newer version wrote keeps that version's, and its fields. */
export const editedSchema = (type: RecordType, before: number | undefined): number => Math.max(schemaNumber(type), before ?? 0);

/** Whether this version can read a document: one of a newer schema may have become another thing, and one that is broken is none. */
export const isReadable = (type: RecordType, schema: number, data: unknown): boolean =>
  isDocument(data) && (schema <= schemaNumber(type) || recordSchemas[type].safeParse(data).success);

/**
 * A stored document in today's shape, as {@link isReadable} judges it.
 * @returns undefined for one that this version cannot read
 */
export function readStored<T extends RecordType>(type: T, schema: number, stored: unknown): RecordData<T> | undefined {
  let data: RecordData<T>;
  try {
    data = upcast(type, schema, stored);
  } catch (error) {
    // It is not what a document of that number is.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
  return isReadable(type, schema, data) ? data : undefined;
}

const isDocument = (data: unknown): boolean => typeof data === 'object' && data !== null && !Array.isArray(data);

/** A record as it is stored and sent. `version` is the server's order; 0 = not yet received by the server. */
export type StoredRecord = {
  type: RecordType;
  id: string;
  /** `akt:<personId>`, `anvandare:<id>`, `eansokan:<id>`, `meddelande:<id>` or `katalog`. */
  scope: string;
  version: number;
  schema: number;
  data: unknown;
};

/** Whether a record of the type may lie in a scope: an akt holds nobody's own list, the catalogue no note. */
export function liesIn(type: RecordType, scope: string): boolean {
  const { readers } = definitionOf(type);
  if (readers === 'alla' || readers === 'statistiken' || readers === 'systemforvaltarna') return scope === katalogScope;
  if (readers === 'inkorgen') return eansokanOfScope(scope) !== undefined;
  if (readers === 'brevladorna') return isMeddelandeScope(scope);
  return readers === 'agaren' ? scope.startsWith('anvandare:') : personOfScope(scope) !== undefined;
}

/** Types of which an akt takes in what lies outside it: a rule of the akt reads them by their ids (`tarIn`). */
export const isIntagbar = (type: RecordType): boolean => type === 'eansokan' || type === 'meddelande';

/** Types whose documents carry long text keep a short head beside it; the rest have none. */
export const huvudOf = (type: RecordType, data: unknown): unknown => definitionOf(type).huvud?.(data) ?? data;
