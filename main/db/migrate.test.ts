import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anvandare } from '../services/testing/records.ts';
import { unlock } from './cipher.ts';
import { replicaSchema } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { testKey, testReplica } from './testing/replica.ts';

let at: ReturnType<typeof testReplica>;
beforeEach(() => {
  at = testReplica(anvandare.handlaggare.id);
});
afterEach(() => at.remove());

const tablesOf = (db: ReturnType<typeof openDatabase>) =>
  db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all();

describe('migrations', () => {
  it('001 makes the tables, once', () => {
    const db = openDatabase(at.file, testKey);
    expect(tablesOf(db)).toEqual([
      'access_log',
      'anteckning_andrad',
      'base',
      'bucket',
      'bucket_set',
      'draft',
      'frist',
      'frist_kvar',
      'ivotid',
      'meta',
      'outbox',
      'person_nyckel',
      'person_sok',
      'record',
      'record_id',
      'seen',
      'setting',
    ]);
    expect(db.pragma('user_version', { simple: true })).toBe(replicaSchema.length);
    db.exec(`INSERT INTO draft VALUES ('n', NULL, 'T', '1', 'då')`);
    db.close();
    const again = openDatabase(at.file, testKey);
    expect(again.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(1);
    again.close();
  });

  it('003 keeps the commands of an older file', () => {
    const older = openDatabase(at.file, testKey);
    older.exec('ALTER TABLE outbox DROP COLUMN form');
    for (const column of ['antal', 'hog', 'lag']) older.exec(`ALTER TABLE bucket_set DROP COLUMN ${column}`);
    for (const index of [
      'bevakning_oppen',
      'outbox_kept',
      'outbox_waiting',
      'outbox_done',
      'lss_insatser',
      'record_dokument',
      'record_dokument_bytes',
      'bevakning_agare',
      'bevakning_klar',
      'lss_insatser_av',
      'beslut_fattat',
      'uppfoljning_alla',
      'eansokan_inkommen',
      'eansokan_avslutad',
      'meddelande_alla',
      'brevlage_alla',
      'inkomstblankett_alla',
      'franvaro_slut',
      'franvarounderlag_om',
      'verkstallighet_alla',
    ])
      older.exec(`DROP INDEX ${index}`);
    older.exec('DROP TABLE frist; DROP TABLE frist_kvar; DROP TABLE ivotid; DROP TABLE anteckning_andrad');
    older.exec('ALTER TABLE seen DROP COLUMN innan');
    older.pragma('user_version = 2');
    older.exec(
      `INSERT INTO outbox (id, seq, name, version, input, scope, at, state, active, quiet) VALUES ('a', 1, 'n', 1, '{}', 's', 'då', 'queued', 1, 0)`,
    );
    older.close();
    const db = openDatabase(at.file, testKey);
    expect(db.prepare('SELECT id, form FROM outbox').all()).toEqual([{ id: 'a', form: null }]);
    db.close();
  });

  it('001 that failed half-way has left nothing, and runs again', () => {
    openDatabase(at.file, testKey).close();
    const db = openDatabase(at.file, testKey);
    // A table in the way lets the migration fail after its first statements.
    for (const name of tablesOf(db)) db.exec(`DROP TABLE IF EXISTS ${name}`);
    db.exec('CREATE TABLE seen (x)');
    db.pragma('user_version = 0');
    db.close();
    expect(() => openDatabase(at.file, testKey)).toThrow('already exists');
    const freed = new Database(at.file);
    unlock(freed, testKey);
    expect(tablesOf(freed)).toEqual(['seen']);
    freed.exec('DROP TABLE seen');
    freed.pragma('user_version = 0');
    freed.close();
    const whole = openDatabase(at.file, testKey);
    expect(tablesOf(whole)).toContain('record');
    whole.close();
  });
});
