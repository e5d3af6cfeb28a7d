import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { storstaDokument } from '../../shared/domain/dokument/records.ts';
import { createCheckpointer } from '../db/checkpointer.ts';
import type { Key } from '../db/cipher.ts';
import { ReplicaError, toReplicaError } from '../db/errors.ts';
import { openDatabase } from '../db/open-database.ts';
import type { SyncBlobs } from '../sync/ports.ts';
import { BlobError } from './blob-error.ts';
import { blobSchema } from './blob-schema.ts';
import { type BlobTables, createBlobTables } from './blob-tables.ts';
import { checkRoom, type Room } from './room.ts';
import { salvageBlobs } from './salvage.ts';

/** Bytes that are written in one transaction while a large document is stored: other calls wait for it, and for the disk. */
const batchBytes = 1024 * 1024;
export type BlobsOptions = {
  file: string;
  key: Key;
  room: Room;
  clock: { now(): Date };
  /** Hears that the database was damaged and what could be saved of it. */
  onDamage?: (about: { error: unknown; quarantine: string; saved: number }) => void;
};

/** The bytes of documents, encrypted, by their SHA-256. What a method has returned from is on disk. */
export type Blobs = SyncBlobs & {
  /**
   * Stores a document of the user's own. Nothing may name it before this has resolved.
   * @throws BlobError `dokument-ryms-inte`, `dokument-for-stort`; ReplicaError `disken-full`
   */
  put(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<{ sha256: string; storlek: number }>;
  close(): void;
};

/**
 * Opens the database of blobs or makes it. A damaged one is put aside, and what is whole of it taken over.
 * @throws ReplicaError `databasen-fel-nyckel`, `databasen-okrypterad`, `databasen-nyare`, `disken-full`
 */
export function openBlobs({ file, key, room, clock, onDamage = () => {} }: BlobsOptions): Blobs {
  /** How a commit waits for the disk. */
  let synchronous: 'FULL' | 'NORMAL' = 'FULL';
  let { db, tables } = openOrSalvage();
  const log = createCheckpointer(file, key, () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0);

  function open() {
    const opened = openDatabase(file, key, blobSchema);
    try {
      synchronous = 'FULL';
      const made = createBlobTables(opened);
      made.dropUnnamed();
      return { db: opened, tables: made };
    } catch (error) {
      opened.close();
      throw toReplicaError(error);
    }
  }
  function openOrSalvage() {
    try {
      return open();
    } catch (error) {
      if (!isDamage(error)) throw error;
      onDamage({ error, ...salvageBlobs(file, key, clock.now()) });
      return open();
    }
  }
  /** What is read or written; where a page is found damaged, the whole is salvaged first and asked once more. */
  function guarded<T>(work: (tables: BlobTables) => T): T {
    try {
      return work(tables);
    } catch (cause) {
      const error = toReplicaError(cause);
      if (!isDamage(error)) throw error;
      db.close();
      onDamage({ error, ...salvageBlobs(file, key, clock.now()) });
      known = undefined;
      ({ db, tables } = open());
      return work(tables);
    }
  }
  const commit = <T>(how: typeof synchronous, work: (tables: BlobTables) => T): T =>
    guarded((all) => {
      if (how !== synchronous) db.pragma(`synchronous = ${how}`);
      synchronous = how;
      return db.transaction(() => work(all))();
    });
  const write = <T>(work: (tables: BlobTables) => T): T => commit('FULL', work);
  /** What the server tells again need not wait for the disk: a power cut takes the end of the log. */
  const writeFetched = <T>(work: (tables: BlobTables) => T): T => commit('NORMAL', work);
  const at = () => clock.now().toISOString();
  /** What all take, as far as it is known: counting them for each that comes would be slower with each. */
  let known: number | undefined;
  const used = () => {
    known ??= guarded((all) => all.used());
    return known;
  };
  /** Bytes that are begun take all their room from then on. */
  const grew = (storlek: number): void => {
    if (known !== undefined) known += storlek;
  };

  /** One that is here already is the user's own from now on, and newly stored; a part that was being fetched makes way. */
  function alreadyHere(all: BlobTables, sha256: string): boolean {
    const found = all.one(sha256);
    if (found?.hel) all.own(sha256, at());
    else if (found) all.removeBlob(found.nr);
    return found?.hel === 1;
  }

  const blob = (sha256: string) => guarded((all) => all.one(sha256));
  const size = (sha256: string) => {
    const found = blob(sha256);
    return found?.hel ? found.storlek : undefined;
  };
  const remove = (sha256: string) => {
    known = undefined;
    write((all) => {
      const found = all.one(sha256);
      if (found) all.removeBlob(found.nr);
    });
  };

  return {
    blob,
    size,
    remove,
    async put(source) {
      const hash = createHash('sha256');
      let storlek = 0;
      let nr: number | undefined;
      let held: Uint8Array[] = [];
      let heldBytes = 0;
      const take = (): Buffer => {
        const bytes = Buffer.concat(held);
        held = [];
        heldBytes = 0;
        return bytes;
      };
      try {
        for await (const bytes of source) {
          hash.update(bytes);
          storlek += bytes.length;
          if (storlek > storstaDokument) throw new BlobError('dokument-for-stort');
          held.push(bytes);
          heldBytes += bytes.length;
          if (heldBytes < batchBytes) continue;
          checkRoom(room, heldBytes, 'egen', used);
          const from = storlek - heldBytes;
          nr = write((all) => {
            const into = nr ?? all.begin(null, 0, true, at());
            all.addPieces(into, from, take());
            return into;
          });
          await log.tidy();
        }
        if (storlek === 0) throw new BlobError('dokument-skadat');
        checkRoom(room, heldBytes, 'egen', used);
        const sha256 = hash.digest('hex');
        const rest = take();
        write((all) => {
          if (alreadyHere(all, sha256)) {
            if (nr !== undefined) all.removeBlob(nr);
            return;
          }
          const into = nr ?? all.begin(null, 0, true, at());
          all.addPieces(into, storlek - rest.length, rest);
          all.end(into, sha256, storlek);
        });
        return { sha256, storlek };
      } catch (error) {
        const begun = nr;
        if (begun !== undefined) write((all) => all.removeBlob(begun));
        throw error;
      } finally {
        known = undefined;
      }
    },
    *read(sha256, from = 0) {
      const storlek = size(sha256);
      if (storlek === undefined) throw new BlobError('dokument-skadat');
      const hash = from === 0 ? createHash('sha256') : undefined;
      for (let place = from; place < storlek; ) {
        const bytes = guarded((all) => all.from(sha256, place));
        if (!bytes) throw new BlobError('dokument-skadat');
        hash?.update(bytes);
        place += bytes.length;
        if (place === storlek && hash && hash.digest('hex') !== sha256) {
          remove(sha256);
          throw new BlobError('dokument-skadat');
        }
        yield bytes;
      }
    },
    here(sha256) {
      return guarded((all) => {
        const found = all.one(sha256);
        return found ? all.here(found.nr) : 0;
      });
    },
    append({ sha256, storlek, from, bytes, varfor }) {
      checkRoom(room, bytes.length, varfor, used);
      const isBegun = writeFetched((all) => {
        const found = all.one(sha256);
        if (found?.hel) return false;
        const nr = found?.nr ?? all.begin(sha256, storlek, false, at());
        if (all.here(nr) !== from) throw new RangeError('the pieces of a blob come in order');
        all.addPieces(nr, from, bytes);
        return found === undefined;
      });
      if (isBegun) grew(storlek);
    },
    storeWhole({ id, sha256, mottagen, bytes, varfor }) {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
      checkRoom(room, bytes.length, varfor, used);
      const isNew = writeFetched((all) => {
        all.putDokument({ id, sha256, mottagen });
        const found = all.one(sha256);
        if (found?.hel) return false;
        if (found) all.removeBlob(found.nr);
        const nr = all.begin(sha256, bytes.length, false, at());
        all.addPieces(nr, 0, bytes);
        all.end(nr, sha256, bytes.length);
        return !found;
      });
      if (isNew) grew(bytes.length);
      return true;
    },
    *finish(sha256) {
      const begun = blob(sha256);
      if (!begun || begun.hel) return begun !== undefined;
      const hash = createHash('sha256');
      let place = 0;
      while (place < begun.storlek) {
        const bytes = guarded((all) => all.from(sha256, place));
        if (!bytes) break;
        hash.update(bytes);
        place += bytes.length;
        yield;
      }
      const isWhole = place === begun.storlek && hash.digest('hex') === sha256;
      return writeFetched((all) => {
        // It may have been taken away meanwhile, or stored by the user.
        const found = all.one(sha256);
        if (found?.nr !== begun.nr) return found?.hel === 1;
        if (isWhole) all.end(found.nr, sha256, found.storlek);
        else {
          all.removeBlob(found.nr);
          known = undefined;
        }
        return isWhole;
      });
    },
    blobsAfter: (nr, limit) => guarded((all) => all.after(nr, limit)),
    held: () => guarded((all) => all.held()),
    letGo: (sha256) => writeFetched((all) => void all.letGo(sha256)),
    dokument: (id) => guarded((all) => all.dokument(id)),
    dokumentOf: (sha256) => guarded((all) => all.dokumentOf(sha256)),
    lacking: () => guarded((all) => all.lacking()),
    told: (after, limit, epoch) => guarded((all) => all.told(after, limit, epoch)),
    // Known again of the record, of the outbox and of the server's word.
    file: (row) =>
      writeFetched((all) => {
        all.file(row);
        all.letGo(row.sha256);
      }),
    putDokument: (row) => writeFetched((all) => void all.putDokument(row)),
    settle: (id) => write((all) => void all.settle(id)),
    dropDokument: (id) => write((all) => void all.dropDokument(id)),
    tidy: log.tidy,
    close() {
      log.close();
      db.close();
    },
  };
}

const isDamage = (error: unknown): boolean => error instanceof ReplicaError && error.code === 'databasen-skadad';
