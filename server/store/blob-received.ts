import type { Dokument } from '../../shared/domain/dokument/records.ts';
import { bytesThere, countsStill, dropAllParts, dropPartsOf } from './blob-parts.ts';
import type { Database } from './database.ts';

export type StoredDokument = {
  id: string;
  scope: string;
  buckets: string[];
  sha256: string;
  storlek: number;
  /** Who filed it; undefined where the record does not say. */
  skapadAv: string | undefined;
  received: boolean;
  /** Marked as wrong: not given to anybody outside. */
  felmarkerat: boolean;
};

/** Documents by id, each with the buckets it is in, and whether its bytes have been received. Ids of no document have none. */
export async function dokumentById(db: Database, tenant: string, ids: string[]): Promise<StoredDokument[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('record')
    .leftJoin('blob_received', (join) =>
      join.onRef('blob_received.tenant', '=', 'record.tenant').onRef('blob_received.document', '=', 'record.id'),
    )
    .select(['record.id', 'record.scope', 'record.buckets', 'record.data', 'blob_received.sha256 as received'])
    .where('record.tenant', '=', tenant)
    .where('record.id', 'in', ids)
    .where('record.type', '=', 'dokument')
    .execute();
  return rows.flatMap(({ id, scope, buckets, data, received }) => {
    const { sha256, storlek, skapad, felmarkerad } = (data ?? {}) as Partial<Dokument>;
    // A document that broke in the database names nothing.
    if (typeof sha256 !== 'string' || typeof storlek !== 'number') return [];
    const felmarkerat = felmarkerad !== undefined;
    return [{ id, scope, buckets, sha256, storlek, skapadAv: skapad?.anvandareId, received: received === sha256, felmarkerat }];
  });
}

/** As what the bytes of documents have been received, also of those that are no record yet. */
export async function receivedAs(db: Database, tenant: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('blob_received')
    .select(['document', 'sha256'])
    .where('tenant', '=', tenant)
    .where('document', 'in', ids)
    .execute();
  return new Map(rows.map(({ document, sha256 }) => [document, sha256]));
}

/**
 * All pieces are there, and together they are what the document says.
 * @param objects the pieces that were read
 * @returns false when others count by now
 */
export async function blobReceived(
  db: Database,
  tenant: string,
  document: string,
  { sha256, at, objects }: { sha256: string; at: string; objects: string[] },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await countsStill(tx, tenant, document, objects))) return false;
    await tx
      .insertInto('blob_received')
      .values({ tenant, document, sha256, at })
      .onConflict((conflict) => conflict.columns(['tenant', 'document']).doUpdateSet({ sha256, at }))
      .execute();
    return true;
  });
}

/** Nobody is told any more that the bytes are there. Their pieces stay until the next that sends them has had them judged. */
export async function blobNotReceived(db: Database, tenant: string, document: string): Promise<void> {
  await db.deleteFrom('blob_received').where('tenant', '=', tenant).where('document', '=', document).execute();
}

/** Documents whose bytes count as received, and how many bytes of documents are there. */
export async function countReceived(db: Database, tenant: string): Promise<{ documents: number; bytes: number }> {
  const row = await db
    .selectFrom('blob_received')
    .select(({ fn }) => fn.countAll<string>().as('documents'))
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return { documents: Number(row?.documents ?? 0), bytes: await bytesThere(db, tenant) };
}

/** Nothing of a municipality's counts as received any more, nor any piece of it as there. @param at now: its pieces are kept a while */
export async function forgetReceived(db: Database, tenant: string, at: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await dropAllParts(tx, tenant, at);
    await tx.deleteFrom('blob_received').where('tenant', '=', tenant).execute();
  });
}

/**
 * Bytes that came before a time for a document that never was: what a citizen sent with a message that was not, for the server ended in between. They count no longer.
 * @param at now: they are kept a while
 */
export async function dropOrphanBlobs(db: Database, tenant: string, before: string, at: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const orphans = await tx
      .deleteFrom('blob_received')
      .where('blob_received.tenant', '=', tenant)
      .where('blob_received.at', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('record')
              .select('record.id')
              .whereRef('record.tenant', '=', 'blob_received.tenant')
              .whereRef('record.id', '=', 'blob_received.document'),
          ),
        ),
      )
      .returning('document')
      .execute();
    await dropPartsOf(
      tx,
      tenant,
      orphans.map(({ document }) => document),
      at,
    );
  });
}
