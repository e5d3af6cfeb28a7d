import { createHash, type Hash } from 'node:crypto';
import type { openDatabase } from '../db/open-database.ts';
import type { BlobRow, DocumentRow } from '../sync/ports.ts';

/** Bytes of a piece: so many are held in memory by a reader, and a damaged page costs the file of one. */
const pieceBytes = 256 * 1024;

/** The tables of the blobs. Writes run in the caller's transaction. */
export function createBlobTables(db: ReturnType<typeof openDatabase>) {
  const one = db.prepare<[string], BlobRow>('SELECT * FROM blob WHERE sha256 = ?');
  const after = db.prepare<[number, number], BlobRow>('SELECT * FROM blob WHERE nr > ? AND sha256 IS NOT NULL ORDER BY nr LIMIT ?');
  const held = db.prepare<[], BlobRow>("SELECT * FROM blob WHERE egen = 1 AND at <> '' AND sha256 IS NOT NULL AND hel = 1");
  const letGo = db.prepare("UPDATE blob SET at = '' WHERE sha256 = ?");
  const unnamed = db.prepare('DELETE FROM blob WHERE sha256 IS NULL');
  const begin = db.prepare<[string | null, number, number, string]>(
    'INSERT INTO blob (sha256, storlek, hel, egen, at) VALUES (?, ?, 0, ?, ?)',
  );
  const end = db.prepare<[string, number, number]>('UPDATE blob SET sha256 = ?, storlek = ?, hel = 1 WHERE nr = ?');
  const own = db.prepare('UPDATE blob SET egen = 1, at = ? WHERE sha256 = ?');
  const remove = db.prepare('DELETE FROM blob WHERE nr = ?');
  const removePieces = db.prepare('DELETE FROM blob_del WHERE blob = ?');
  const addPiece = db.prepare<[number, number, Uint8Array]>('INSERT INTO blob_del (blob, fran, bytes) VALUES (?, ?, ?)');
  const pieceAt = db.prepare<[string, number], { fran: number; bytes: Buffer }>(`
    SELECT fran, bytes FROM blob_del
    WHERE blob = (SELECT nr FROM blob WHERE sha256 = ?) AND fran <= ? ORDER BY fran DESC LIMIT 1`);
  const here = db.prepare<[number], number>('SELECT coalesce(sum(length(bytes)), 0) FROM blob_del WHERE blob = ?').pluck();
  const used = db.prepare<[], number>('SELECT coalesce(sum(storlek), 0) FROM blob').pluck();
  const fileDokument = db.prepare<[Pick<DocumentRow, 'id' | 'sha256'>]>(`
    INSERT INTO dokument (id, sha256, mottagen, egen, avgjord) VALUES (@id, @sha256, NULL, 1, 0)
    ON CONFLICT (id) DO UPDATE SET sha256 = @sha256, mottagen = NULL, egen = 1, avgjord = 0`);
  const putDokument = db.prepare<[Pick<DocumentRow, 'id' | 'sha256' | 'mottagen'>]>(`
    INSERT INTO dokument (id, sha256, mottagen) VALUES (@id, @sha256, @mottagen)
    ON CONFLICT (id) DO UPDATE SET sha256 = @sha256, mottagen = @mottagen`);
  const copyDokument = db.prepare<[DocumentRow]>('INSERT OR REPLACE INTO dokument VALUES (@id, @sha256, @mottagen, @egen, @avgjord)');
  const allDokument = db.prepare<[], DocumentRow>('SELECT * FROM dokument');
  const dokument = db.prepare<[string], DocumentRow>('SELECT * FROM dokument WHERE id = ?');
  const dokumentOf = db.prepare<[string], DocumentRow>('SELECT * FROM dokument WHERE sha256 = ?');
  const lacking = db.prepare<[], DocumentRow & { storlek: number }>(`
    SELECT dokument.*, blob.storlek FROM dokument JOIN blob USING (sha256) WHERE dokument.mottagen IS NULL AND blob.hel = 1`);
  const told = db.prepare<[{ after: string; limit: number; epoch: string | null }], DocumentRow>(`
    SELECT * FROM dokument WHERE id > @after AND mottagen IS NOT NULL AND mottagen IS NOT @epoch ORDER BY id LIMIT @limit`);
  const settle = db.prepare('UPDATE dokument SET avgjord = 1 WHERE id = ?');
  const dropDokument = db.prepare('DELETE FROM dokument WHERE id = ?');

  function addPieces(nr: number, from: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += pieceBytes) addPiece.run(nr, from + at, bytes.subarray(at, at + pieceBytes));
  }
  const removeBlob = (nr: number) => {
    removePieces.run(nr);
    remove.run(nr);
  };

  return {
    one: (sha256: string) => one.get(sha256),
    after: (nr: number, limit: number): BlobRow[] => after.all(nr, limit),
    held: (): BlobRow[] => held.all(),
    letGo: (sha256: string) => letGo.run(sha256),
    /** What was being stored when the program ended. */
    dropUnnamed: () => unnamed.run(),
    begin: (sha256: string | null, storlek: number, egen: boolean, at: string): number =>
      Number(begin.run(sha256, storlek, egen ? 1 : 0, at).lastInsertRowid),
    end: (nr: number, sha256: string, storlek: number) => end.run(sha256, storlek, nr),
    /** One that is here is the user's own, stored by them at that time. */
    own: (sha256: string, at: string) => own.run(at, sha256),
    removeBlob,
    addPieces,
    /** Bytes that are here of one that is on its way. */
    here: (nr: number): number => here.get(nr) ?? 0,
    /** From a place to the end of the piece it lies in; undefined when that is not here. */
    from(sha256: string, place: number): Buffer | undefined {
      const piece = pieceAt.get(sha256, place);
      const rest = piece?.bytes.subarray(place - piece.fran);
      return rest && rest.length > 0 ? rest : undefined;
    },
    used: (): number => used.get() ?? 0,
    allDokument: (): DocumentRow[] => allDokument.all(),
    copyDokument: (row: DocumentRow) => copyDokument.run(row),
    dokument: (id: string): DocumentRow | undefined => dokument.get(id),
    dokumentOf: (sha256: string): DocumentRow[] => dokumentOf.all(sha256),
    lacking: () => lacking.all(),
    told: (after: string, limit: number, epoch: string | undefined): DocumentRow[] => told.all({ after, limit, epoch: epoch ?? null }),
    file: (row: Pick<DocumentRow, 'id' | 'sha256'>) => fileDokument.run({ id: row.id, sha256: row.sha256 }),
    putDokument: ({ id, sha256, mottagen }: Pick<DocumentRow, 'id' | 'sha256' | 'mottagen'>) => putDokument.run({ id, sha256, mottagen }),
    settle: (id: string) => settle.run(id),
    dropDokument: (id: string) => dropDokument.run(id),
  };
}
export type BlobTables = ReturnType<typeof createBlobTables>;

/** The name of what lies in the tables under a name: the same, unless it is damaged or not all here. */
export function nameOf(tables: Pick<BlobTables, 'from'>, sha256: string, storlek: number): string {
  const hash: Hash = createHash('sha256');
  let place = 0;
  for (let bytes = tables.from(sha256, place); bytes && place < storlek; bytes = tables.from(sha256, place)) {
    hash.update(bytes);
    place += bytes.length;
  }
  return hash.digest('hex');
}
