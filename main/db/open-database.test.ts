import { createDecipheriv } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callErrorCodes } from '../../shared/ipc/contract.ts';
import { anvandare, katalogRecords } from '../services/testing/records.ts';
import { macSize, pageSize, saltSize } from './cipher.ts';
import { ReplicaError } from './errors.ts';
import { replicaSchema } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { fill, testKey, testReplica } from './testing/replica.ts';

let at: ReturnType<typeof testReplica>;
beforeEach(() => {
  at = testReplica(anvandare.handlaggare.id);
});
afterEach(() => at.remove());

function codeOf(open: () => { close(): void }): string | undefined {
  try {
    open().close();
    return undefined;
  } catch (error) {
    if (!(error instanceof ReplicaError)) throw error;
    expect(callErrorCodes).toContain(error.code);
    return error.code;
  }
}
/** Overwrites bytes of the file, as a failing disk does. */
function damage(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, from, Math.min(bytes.length, from + length));
  writeFileSync(file, bytes);
}

describe('opening the replica (ARCHITECTURE 7)', () => {
  it('sets every pragma at a reopen too: a reopened WAL file would fall to synchronous NORMAL', () => {
    openDatabase(at.file, testKey).close();
    const db = openDatabase(at.file, testKey);
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store', 'page_size'];
    const values = pragmas.map((name) => db.pragma(name, { simple: true }));
    db.close();
    expect(values).toEqual(['wal', 2, 1, 1, 2, 4096]);
  });

  it('is the SQLCipher 4 format with the raw key: a page decrypts with AES-256-CBC alone, and no text is on the disk', () => {
    const replica = at.open();
    fill(replica, katalogRecords);
    replica.close();
    const bytes = readFileSync(at.file);
    for (const word of ['SQLite format 3', 'Hembesök', 'Berg, Åsa', 'bucket_set']) expect(bytes.includes(word)).toBe(false);
    const ivSize = 16;
    const ivAt = pageSize - macSize - ivSize;
    const decipher = createDecipheriv('aes-256-cbc', Buffer.from(testKey, 'hex'), bytes.subarray(ivAt, ivAt + ivSize));
    decipher.setAutoPadding(false);
    const page = Buffer.concat([decipher.update(bytes.subarray(saltSize, ivAt)), decipher.final()]);
    // The SQLite header from its 17th byte: page size, WAL versions, reserved bytes.
    expect([page.readUInt16BE(0), page[2], page[3], page[4]]).toEqual([pageSize, 2, 2, ivSize + macSize]);
    // And the b-tree of the schema after it.
    expect([0x05, 0x0d]).toContain(page[100 - saltSize]);
  });

  it('a wrong key is told as one, and the file stays as it is', () => {
    at.open().close();
    const before = readFileSync(at.file);
    expect(codeOf(() => openDatabase(at.file, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
    expect(readFileSync(at.file).equals(before)).toBe(true);
    expect(codeOf(() => openDatabase(at.file, testKey))).toBeUndefined();
  });

  it('refuses a plaintext database', () => {
    const plain = new Database(at.file);
    plain.exec('CREATE TABLE t (a)');
    plain.close();
    expect(codeOf(() => openDatabase(at.file, testKey))).toBe('databasen-okrypterad');
  });

  it('refuses a newer database and leaves it alone', () => {
    const db = openDatabase(at.file, testKey);
    db.pragma(`user_version = ${replicaSchema.length + 1}`);
    db.close();
    const before = readFileSync(at.file);
    expect(codeOf(() => openDatabase(at.file, testKey))).toBe('databasen-nyare');
    expect(readFileSync(at.file).equals(before)).toBe(true);
  });

  it('tells a damaged first page from a wrong key by the other pages', () => {
    at.open().close();
    damage(at.file, 100, 500);
    expect(codeOf(() => openDatabase(at.file, testKey))).toBe('databasen-skadad');
    expect(codeOf(() => openDatabase(at.file, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
  });

  it('a salt that was overwritten is put back, so that nothing is lost; another key puts nothing back', () => {
    const replica = at.open();
    fill(replica, katalogRecords);
    replica.close();
    const whole = readFileSync(at.file);
    damage(at.file, 0, 16);
    const damaged = readFileSync(at.file);
    expect(codeOf(() => openDatabase(at.file, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
    expect(readFileSync(at.file).equals(damaged)).toBe(true);
    const again = at.open();
    expect(again.countRecords()).toBe(katalogRecords.length);
    again.close();
    expect(readFileSync(at.file).subarray(0, 16)).toEqual(whole.subarray(0, 16));
  });

  it('a first page that is gone, salt and all, is damage and no wrong key', () => {
    const replica = at.open();
    fill(replica, katalogRecords);
    replica.close();
    damage(at.file, 0, 4096);
    expect(codeOf(() => openDatabase(at.file, testKey))).toBe('databasen-skadad');
    expect(codeOf(() => openDatabase(at.file, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
  });

  it('a killed program’s log is untouched by a wrong key: what it holds is there for the right one', () => {
    const db = openDatabase(at.file, testKey);
    db.exec('CREATE TABLE prov (a)');
    db.prepare('INSERT INTO prov VALUES (?)').run('Ett ord');
    const killed = `${at.file}.avbruten`;
    for (const part of ['', '-wal']) copyFileSync(at.file + part, killed + part);
    db.close();
    expect(readFileSync(`${killed}-wal`).length).toBeGreaterThan(0);
    const log = readFileSync(`${killed}-wal`);
    expect(codeOf(() => openDatabase(killed, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
    expect(readFileSync(`${killed}-wal`).equals(log)).toBe(true);
    const again = openDatabase(killed, testKey);
    expect(again.prepare('SELECT a FROM prov').pluck().all()).toEqual(['Ett ord']);
    again.close();
  });

  it('a file cut within its first page is damaged', () => {
    at.open().close();
    truncateSync(at.file, 1000);
    expect(codeOf(() => openDatabase(at.file, testKey))).toBe('databasen-skadad');
  });

  it('damage found while reading has the same code', () => {
    const replica = at.open();
    fill(replica, katalogRecords);
    replica.close();
    damage(at.file, 4096, Number.MAX_SAFE_INTEGER);
    expect(codeOf(() => at.open())).toBe('databasen-skadad');
  });

  it('a backup is encrypted with the same key, and opens by itself', () => {
    const replica = at.open();
    fill(replica, katalogRecords);
    const backup = `${at.file}.sakerhet`;
    replica.backupTo(backup);
    replica.close();
    expect(readFileSync(backup).includes('SQLite format 3')).toBe(false);
    copyFileSync(backup, at.file);
    expect(existsSync(`${at.file}-wal`)).toBe(false);
    const restored = at.open();
    expect(restored.countRecords()).toBe(katalogRecords.length);
    restored.close();
    expect(codeOf(() => openDatabase(backup, 'b2'.repeat(32)))).toBe('databasen-fel-nyckel');
  });
});
