import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Database } from './database.ts';

export type BlobPart = { object: string; start: number; length: number };
const isUnique = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

/** The pieces of a document's bytes that are there, in order, without a gap between them. */
export const blobParts = async (db: Database, tenant: string, document: string): Promise<BlobPart[]> =>
  withoutGap(await partsOf(db, tenant, document).execute());

const partsOf = (db: Database, tenant: string, document: string) =>
  db
    .selectFrom('blob_part')
    .select(['object', 'start', 'length'])
    .where('tenant', '=', tenant)
    .where('document', '=', document)
    .where('done', '=', true)
    .orderBy('start');

function withoutGap(rows: BlobPart[]): BlobPart[] {
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

/** @returns false when another was first with that piece, or it was removed since it took so long: this one does not count */
export async function blobPartDone(db: Database, tenant: string, object: string): Promise<boolean> {
  try {
    const changed = await db
      .updateTable('blob_part')
      .set({ done: true })
      .where('tenant', '=', tenant)
      .where('object', '=', object)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
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
    const written = await db
      .with('part', (of) =>
        of.updateTable('blob_part').set({ done: true }).where('tenant', '=', tenant).where('object', '=', object).returning('object'),
      )
      .insertInto('blob_received')
      .columns(['tenant', 'document', 'sha256', 'at'])
      // Of a piece that was removed since it took so long nothing is said.
      .expression((of) =>
        of
          .selectFrom('part')
          .select([
            sql`${tenant}`.as('tenant'),
            sql`${document}`.as('document'),
            sql`${sha256}`.as('sha256'),
            sql`${at}::timestamptz`.as('at'),
          ]),
      )
      .onConflict((conflict) => conflict.columns(['tenant', 'document']).doUpdateSet({ sha256, at }))
      .executeTakeFirst();
    return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
  } catch (error) {
    if (isUnique(error)) return false;
    throw error;
  }
}

/**
 * A document's pieces no longer count: the bytes are sent again. They are kept a while from now on.
 * @param objects those that were found not to be what the document says
 * @returns false when others count by now: they are to be judged by themselves
 */
export async function dropBlob(db: Database, tenant: string, document: string, objects: string[], at: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await countsStill(tx, tenant, document, objects))) return false;
    await tx.deleteFrom('blob_received').where('tenant', '=', tenant).where('document', '=', document).execute();
    await tx.updateTable('blob_part').set({ done: false, at }).where('tenant', '=', tenant).where('document', '=', document).execute();
    return true;
  });
}

/**
 * Whether the pieces that count are these and no others; locked until the transaction ends.
 * @param objects in any order
 */
export async function countsStill(tx: Database, tenant: string, document: string, objects: string[]): Promise<boolean> {
  const rows = withoutGap(await partsOf(tx, tenant, document).forUpdate().execute());
  return isDeepStrictEqual(rows.map(({ object }) => object).sort(), objects.toSorted());
}

/** Bytes of all a municipality's pieces that count. */
export async function bytesThere(db: Database, tenant: string): Promise<number> {
  const row = await db
    .selectFrom('blob_part')
    .select(({ fn }) => fn.sum<string | null>('length').as('bytes'))
    .where('tenant', '=', tenant)
    .where('done', '=', true)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** None of a municipality's pieces counts any more. @param at now: they are kept a while */
export async function dropAllParts(tx: Database, tenant: string, at: string): Promise<void> {
  await tx.updateTable('blob_part').set({ done: false, at }).where('tenant', '=', tenant).where('done', '=', true).execute();
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
