import { sql } from 'kysely';
import type { Database } from './database.ts';

export type BlobPart = { object: string; start: number; length: number };
const isUnique = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

/** The pieces of a document's bytes that are there, in order, without a gap between them. */
export async function blobParts(db: Database, tenant: string, document: string): Promise<BlobPart[]> {
  const rows = await db
    .selectFrom('blob_part')
    .select(['object', 'start', 'length'])
    .where('tenant', '=', tenant)
    .where('document', '=', document)
    .where('done', '=', true)
    .orderBy('start')
    .execute();
  let end = 0;
  return rows.filter(({ start, length }) => {
    if (start !== end) return false;
    end += length;
    return true;
  });
}

/** A piece is on its way to the blob store. Without {@link blobPartDone} it is removed after a while. */
export async function beginBlobPart(
  db: Database,
  tenant: string,
  { object, document, start, length, at }: BlobPart & { document: string; at: string },
): Promise<void> {
  // Need not wait for the disk: lost in a power cut, a sealed piece lies where nothing names it.
  await sql`
    with hasty as (select set_config('synchronous_commit', 'off', true))
    insert into blob_part (tenant, object, document, start, length, done, at)
    select ${tenant}, ${object}::uuid, ${document}, ${start}::bigint, ${length}::integer, false, ${at}::timestamptz from hasty`.execute(db);
}

/** @returns false when another was first with that piece: this one does not count */
export async function blobPartDone(db: Database, tenant: string, object: string): Promise<boolean> {
  try {
    await db.updateTable('blob_part').set({ done: true }).where('tenant', '=', tenant).where('object', '=', object).execute();
    return true;
  } catch (error) {
    if (isUnique(error)) return false;
    throw error;
  }
}

/** The piece is there, and is the whole of what the document says. @returns false when another was first: this one does not count */
export async function wholeReceived(
  db: Database,
  tenant: string,
  object: string,
  document: string,
  sha256: string,
  at: string,
): Promise<boolean> {
  try {
    await db
      .with('part', (of) =>
        of.updateTable('blob_part').set({ done: true }).where('tenant', '=', tenant).where('object', '=', object).returning('object'),
      )
      .insertInto('blob_received')
      .values({ tenant, document, sha256, at })
      .onConflict((conflict) => conflict.columns(['tenant', 'document']).doUpdateSet({ sha256, at }))
      .execute();
    return true;
  } catch (error) {
    if (isUnique(error)) return false;
    throw error;
  }
}

/** A document's pieces no longer count, nor does what was received: the bytes are sent again. */
export async function dropBlob(db: Database, tenant: string, document: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('blob_received').where('tenant', '=', tenant).where('document', '=', document).execute();
    await tx.updateTable('blob_part').set({ done: false }).where('tenant', '=', tenant).where('document', '=', document).execute();
  });
}

/** Pieces that do not count, begun before a time. */
export async function strayParts(db: Database, tenant: string, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('blob_part')
    .select('object')
    .where('tenant', '=', tenant)
    .where('done', '=', false)
    .where('at', '<', before)
    .limit(1000)
    .execute();
  return rows.map(({ object }) => object);
}

export async function forgetPart(db: Database, tenant: string, object: string): Promise<void> {
  await db.deleteFrom('blob_part').where('tenant', '=', tenant).where('object', '=', object).where('done', '=', false).execute();
}
