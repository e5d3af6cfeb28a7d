import type { Dokument } from '../../shared/domain/dokument/records.ts';
import { countsStill } from './blob-parts.ts';
import type { Database } from './database.ts';

export type StoredDokument = { id: string; buckets: string[]; sha256: string; storlek: number; received: boolean };

/** Documents by id, each with the buckets it is in, and whether its bytes have been received. Ids of no document have none. */
export async function dokumentById(db: Database, tenant: string, ids: string[]): Promise<StoredDokument[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('record')
    .leftJoin('blob_received', (join) =>
      join.onRef('blob_received.tenant', '=', 'record.tenant').onRef('blob_received.document', '=', 'record.id'),
    )
    .select(['record.id', 'record.buckets', 'record.data', 'blob_received.sha256 as received'])
    .where('record.tenant', '=', tenant)
    .where('record.id', 'in', ids)
    .where('record.type', '=', 'dokument')
    .execute();
  return rows.flatMap(({ id, buckets, data, received }) => {
    const { sha256, storlek } = (data ?? {}) as Partial<Dokument>;
    // A document that broke in the database names nothing.
    if (typeof sha256 !== 'string' || typeof storlek !== 'number') return [];
    return [{ id, buckets, sha256, storlek, received: received === sha256 }];
  });
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
