import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { retrying } from './pg-errors.ts';

export type BlobPart = { object: string; start: number; length: number };
const isUnique = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

/** The pieces of a document's bytes that are there, in order, without a gap between them. */
export const blobParts = async (db: Database, tenant: string, document: string): Promise<BlobPart[]> =>
  withoutGap(await partsOf(db, tenant, document).execute());

/** The objects of documents that each lie in one. */
export async function objectsOf(db: Database, tenant: string, documents: string[]): Promise<Map<string, BlobPart>> {
  const rows = await db
    .selectFrom('blob_part')
    .select(['document', 'object', 'start', 'length'])
    .where('tenant', '=', tenant)
    .where('document', 'in', documents)
    .where('done', '=', true)
    .execute();
  const each = Map.groupBy(rows, ({ document }) => document);
  return new Map([...each].flatMap(([document, [part, ...more]]) => (part && more.length === 0 ? [[document, part] as const] : [])));
}

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

/** Pieces are on their way to the blob store. Without {@link blobPartDone} they are removed after a while. */
export async function beginBlobParts(db: Database, tenant: string, at: string, parts: (BlobPart & { document: string })[]): Promise<void> {
  const all = <T>(of: (part: (typeof parts)[number]) => T): T[] => parts.map(of);
  // Need not wait for the disk: lost in a power cut, a sealed piece lies where nothing names it.
  await sql`
    with hasty as (select set_config('synchronous_commit', 'off', true))
    insert into blob_part (tenant, object, document, start, length, done, at)
    select ${tenant}, part.object, part.document, part.start, part.length, false, ${at}::timestamptz
    from hasty, unnest(
      ${all(({ object }) => object)}::uuid[], ${all(({ document }) => document)}::text[],
      ${all(({ start }) => start)}::bigint[], ${all(({ length }) => length)}::integer[]
    ) as part (object, document, start, length)`.execute(db);
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

/**
 * Pieces are there, and each is the whole of what its document says.
 * @returns the documents that are received by it; where another was first with one of them, those pieces do not count
 */
export async function wholeReceived(
  db: Database,
  tenant: string,
  at: string,
  pieces: { object: string; document: string; sha256: string }[],
): Promise<string[]> {
  try {
    // Two that bring the same documents may wait for each other.
    const { rows } = await retrying(() =>
      sql<{ document: string }>`
        with part as (
          update blob_part set done = true
          where tenant = ${tenant} and object = any (${pieces.map(({ object }) => object)}::uuid[])
          returning document
        )
        insert into blob_received (tenant, document, sha256, at)
        select ${tenant}, document, sha256, ${at}::timestamptz
        -- Of a piece that was removed since it took so long nothing is said.
        from part join unnest(
          ${pieces.map(({ document }) => document)}::text[], ${pieces.map(({ sha256 }) => sha256)}::text[]
        ) as whole (document, sha256) using (document)
        order by document
        on conflict (tenant, document) do update set sha256 = excluded.sha256, at = excluded.at
        returning document`.execute(db),
    );
    return rows.map(({ document }) => document);
  } catch (error) {
    if (isUnique(error)) return [];
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

/** The pieces of some documents count no longer. @param at now: they are kept a while */
export async function dropPartsOf(tx: Database, tenant: string, documents: string[], at: string): Promise<void> {
  if (documents.length === 0) return;
  await tx
    .updateTable('blob_part')
    .set({ done: false, at })
    .where('tenant', '=', tenant)
    .where('document', 'in', documents)
    .where('done', '=', true)
    .execute();
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
