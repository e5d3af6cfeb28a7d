import { createHash, type Hash } from 'node:crypto';
import type { openDatabase } from '../db/open-database.ts';

/** Bytes of a piece: so many are held in memory by a reader, and a damaged page costs the file of one. */
const pieceBytes = 256 * 1024;

type BlobRow = { sha256: string; storlek: number; hel: 0 | 1; egen: 0 | 1; at: string };
/** A document whose bytes were stored here; `mottagen`: the epoch of the server that has received them. */
type DokumentRow = { id: string; sha256: string; mottagen: string | null };
type Stored = BlobRow & { nr: number };

/** The tables of the blobs. Writes run in the caller's transaction. */
export function createBlobTables(db: ReturnType<typeof openDatabase>) {
  const one = db.prepare<[string], Stored>('SELECT * FROM blob WHERE sha256 = ?');
  const all = db.prepare<[], BlobRow>('SELECT sha256, storlek, hel, egen, at FROM blob WHERE sha256 IS NOT NULL');
  const unnamed = db.prepare('DELETE FROM blob WHERE sha256 IS NULL');
  const begin = db.prepare<[string | null, number, number, string]>(
    'INSERT INTO blob (sha256, storlek, hel, egen, at) VALUES (?, ?, 0, ?, ?)',
  );
  const end = db.prepare<[string, number, number]>('UPDATE blob SET sha256 = ?, storlek = ?, hel = 1 WHERE nr = ?');
  const own = db.prepare('UPDATE blob SET egen = 1 WHERE sha256 = ?');
  const remove = db.prepare('DELETE FROM blob WHERE nr = ?');
  const removePieces = db.prepare('DELETE FROM blob_del WHERE blob = ?');
  const addPiece = db.prepare<[number, number, Uint8Array]>('INSERT INTO blob_del (blob, fran, bytes) VALUES (?, ?, ?)');
  const pieceAt = db.prepare<[string, number], { fran: number; bytes: Buffer }>(`
    SELECT fran, bytes FROM blob_del
    WHERE blob = (SELECT nr FROM blob WHERE sha256 = ?) AND fran <= ? ORDER BY fran DESC LIMIT 1`);
  const here = db.prepare<[number], number>('SELECT coalesce(sum(length(bytes)), 0) FROM blob_del WHERE blob = ?').pluck();
  const used = db.prepare<[], number>('SELECT coalesce(sum(storlek), 0) FROM blob').pluck();
  const putDokument = db.prepare<[DokumentRow]>(`
    INSERT INTO dokument (id, sha256, mottagen) VALUES (@id, @sha256, @mottagen)
    ON CONFLICT (id) DO UPDATE SET sha256 = @sha256, mottagen = @mottagen`);
  const dokument = db.prepare<[], DokumentRow>('SELECT id, sha256, mottagen FROM dokument');
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
    all: () => all.all(),
    /** What was being stored when the program ended. */
    dropUnnamed: () => unnamed.run(),
    begin: (sha256: string | null, storlek: number, egen: boolean, at: string): number =>
      Number(begin.run(sha256, storlek, egen ? 1 : 0, at).lastInsertRowid),
    end: (nr: number, sha256: string, storlek: number) => end.run(sha256, storlek, nr),
    own: (sha256: string) => own.run(sha256),
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
    dokument: () => dokument.all(),
    putDokument: (row: DokumentRow) => putDokument.run(row),
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
