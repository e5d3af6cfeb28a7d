import { z } from 'zod';
import { enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** The SHA-256 of a document's bytes, in lower case hexadecimal: what its bytes are called wherever they lie. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes of the largest document: a scanned binder of some thousand pages. */
export const storstaDokument = 200_000_000;

/** What a document is tied to (SKAN-05): who reads that, reads it. */
export const knytsTill = z.strictObject({
  type: z.enum(['aktualisering', 'utredning', 'beslut', 'bestallning', 'verkstallighet']),
  id,
});
export type KnytsTill = z.infer<typeof knytsTill>;

/** The template it was made by, with the version it then had. */
export const mall = z.strictObject({ id: line(80).min(1), version: line(40).min(1) });
/**
 * A record it was made from, at the revision it then had. Of the many notes of a dokumentation one row: the dokumentation, and the
 * SHA-256 of their revisions.
 */
export const underlag = z.strictObject({ type: line(40).min(1), id, rev: line(64).optional() });

/** A document that a command of another kind files with what else it does: its bytes are on the disk before the command is run. */
export const handling = z.strictObject({
  dokumentId: id,
  rubrik: line(200).min(1),
  typ: line(80).min(1),
  sha256,
  storlek: z.number().int().min(1).max(storstaDokument),
  sidor: z.number().int().min(1).max(100_000),
  mall,
  underlag: z.array(underlag).max(300),
});

/** The bytes that a command names, by the shape of its input: filed by itself, or as a {@link handling} of another. */
export function namedBytes(input: unknown): { dokumentId: string; sha256: string; storlek: number } | undefined {
  const { handling: med, ...sjalv } = (input ?? {}) as { [falt: string]: unknown };
  const { dokumentId, sha256: name, storlek } = (med ?? sjalv) as { [falt: string]: unknown };
  // What has not that form the rule refuses.
  return typeof dokumentId === 'string' && typeof name === 'string' && typeof storlek === 'number'
    ? { dokumentId, sha256: name, storlek }
    : undefined;
}

/**
 * A document of the akt: made here, bound, or received and filed (SKAN-05). It is never changed or deleted, only felmarkerat. Its bytes are
 * no part of it: they lie apart, by the name of their SHA-256, and may come before or after it.
 */
const dokument = z.looseObject({
  ...enhetens,
  rubrik: line(200),
  typ: line(80),
  knytsTill: z.looseObject(knytsTill.shape),
  /** Who sent it; absent in what was made here. */
  avsandare: line(120).optional(),
  sha256,
  /** Bytes. */
  storlek: z.number().int().min(1).max(storstaDokument),
  sidor: z.number().int().min(1),
  mall: z.looseObject(mall.shape).optional(),
  underlag: z.array(z.looseObject(underlag.shape)).optional(),
  /** The contact whom it was made to, and by what right: a samtycke, or the reason after sekretessprövning; neither of who speaks for the kund. */
  mottagare: z.looseObject({ kontaktId: id, samtyckeId: id.optional(), skal: line(500).optional() }).optional(),
  skapad: signatur,
  felmarkerad: signatur.extend({ orsak: line(500) }).optional(),
});
export type Dokument = z.infer<typeof dokument>;

export const dokumentRecord = defineRecord({
  type: 'dokument',
  schema: dokument,
  /**
   * A utförare reads what hangs on its verkställighet, and on a beställning to it while that stands. The letter of a beslut has the
   * reasons and is the units' alone, as is what hangs on an utredning or an aktualisering.
   */
  readers: ({ huvud: { knytsTill: till } }, { byVerkstallighet, byBestallning }) => {
    const reader = till.type === 'verkstallighet' ? byVerkstallighet.get(till.id) : undefined;
    const ordered = till.type === 'bestallning' ? byBestallning.get(till.id) : undefined;
    return [reader, ordered].filter((bucket) => bucket !== undefined);
  },
  vagg: 'knytsTill',
  ord: 'Dokument',
  namn: ({ rubrik }) => rubrik,
});

/**
 * Where the bytes of a document are: here alone, its record not received yet; to be sent; received by the server; there, and not here; or
 * in neither place, as far as is known here.
 */
export type Dokumentlage = 'endastHar' | 'koad' | 'mottagen' | 'paServern' | 'saknas';
