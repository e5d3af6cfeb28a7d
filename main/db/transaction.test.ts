import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWriter, type Writer } from './transaction.ts';

describe('slices that are written together', () => {
  let dir: string;
  let db: Database.Database;
  let other: Database.Database;
  let writer: Writer;
  let told: string[][];
  let rolledBack: number;
  let failing: Error | undefined;
  /** Transactions that the companion took back: each takes back the latest that was begun. */
  let undone: number;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'aktnara-slices-'));
    db = new Database(join(dir, 'prov.db'));
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT');
    other = new Database(join(dir, 'prov.db'));
    writer = createWriter(db);
    told = [];
    rolledBack = 0;
    failing = undefined;
    undone = 0;
    writer.onChange((scopes) => told.push(scopes));
    writer.onRollback(() => {
      rolledBack += 1;
    });
    writer.accompany({
      begin: () => {},
      beforeCommit: () => {
        const error = failing;
        failing = undefined;
        if (error) throw error;
      },
      committed: () => {},
      undone: () => {
        undone += 1;
      },
    });
  });
  afterEach(() => {
    other.close();
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const insert = (n: number) => db.prepare('INSERT INTO t VALUES (?)').run(n);
  const slice = (n: number, goesOn = true) =>
    writer.writeSlice((touch) => {
      insert(n);
      touch(`akt:${n}`);
    }, goesOn);
  const numbers = (of: Database.Database) => of.prepare<[], number>('SELECT n FROM t ORDER BY n').pluck().all();

  it('are read at once, told at once, and on disk with the last of them', () => {
    slice(1);
    slice(2);
    expect(told).toEqual([['akt:1'], ['akt:2']]);
    expect(numbers(db)).toEqual([1, 2]);
    expect(numbers(other)).toEqual([]);
    slice(3, false);
    expect(numbers(other)).toEqual([1, 2, 3]);
    expect(rolledBack).toBe(0);
  });

  it('are never many', () => {
    for (let n = 1; n <= 12; n += 1) slice(n);
    expect(numbers(other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each<[string, (n: number) => void]>([
    ['a write of the user', (n) => void writer.write(() => insert(n))],
    ['another bulk', (n) => void writer.writeBulk(() => insert(n))],
    [
      'what goes past the writer',
      (n) => {
        writer.settle();
        insert(n);
      },
    ],
  ])('%s commits them first, and is its own', (_, write) => {
    slice(1);
    write(50);
    expect(numbers(other)).toEqual([1, 50]);
    expect(() =>
      writer.writeSlice(() => {
        insert(2);
        throw new Error('broken');
      }, true),
    ).toThrow('broken');
    expect(numbers(db)).toEqual([1, 50]);
  });

  it('wait for the disk only where the user does', () => {
    const safety = () => db.pragma('synchronous', { simple: true });
    db.pragma('synchronous = FULL');
    slice(1);
    expect(safety()).toBe(1);
    writer.write(() => expect(safety()).toBe(2));
    slice(2);
    slice(3, false);
    expect(safety()).toBe(2);
  });

  it('one that fails takes those before it with it, and who was told is told again', async () => {
    slice(1);
    slice(2);
    told = [];
    const failed = new Error('broken');
    expect(() =>
      writer.writeSlice(() => {
        throw failed;
      }, true),
    ).toThrow(failed);
    await Promise.resolve();
    expect(told).toEqual([['akt:1', 'akt:2']]);
    expect(rolledBack).toBe(1);
    expect(numbers(db)).toEqual([]);
    slice(1);
    slice(2, false);
    expect(numbers(other)).toEqual([1, 2]);
  });

  it('a commit that fails under another’s write fails the next slice, not the write', () => {
    slice(1);
    failing = new Error('disk full');
    writer.write(() => insert(50));
    expect(numbers(other)).toEqual([50]);
    // Were it written, what points behind it would say that slice 1 is here.
    expect(undone).toBe(1);
    expect(() => slice(2, false)).toThrow('disk full');
    expect(undone, 'the write of the user is not taken back').toBe(1);
    expect(numbers(db)).toEqual([50]);
    slice(1);
    slice(2, false);
    expect(numbers(other)).toEqual([1, 2, 50]);
  });

  it('a commit of their own that fails is told to who wrote the last', () => {
    slice(1);
    failing = new Error('disk full');
    expect(() => slice(2, false)).toThrow('disk full');
    expect(numbers(db)).toEqual([]);
    expect(db.inTransaction).toBe(false);
    slice(1, false);
    expect(numbers(other)).toEqual([1]);
  });
});
