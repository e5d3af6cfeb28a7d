import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { changeScope } from '../testing/change-scope.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { ChangedScope } from './changed-scope.ts';
import { openDatabase } from './database.ts';
import { databaseOf } from './database-of.ts';
import { lockNames, readScopes } from './scope.ts';
import { type Burst, inTransaction } from './transaction.ts';
import { writeAndCommit } from './write.ts';

const at = testServer();

describe('versions become visible in their own order', () => {
  it('a reader between two transactions that interleave passes neither version', async () => {
    const { tenant, client, akter, users } = await at.kommun();
    const { pool } = openDatabase(at.postgres.url, 4, (error) => {
      throw error;
    });
    const reader = await client();
    await reader.catchUp();
    try {
      /** Writes in an akt; its commit waits to be told. */
      const write = (nr: 0 | 1, fornamn: string, mayCommit: Promise<void>, written: () => void = () => {}) =>
        inTransaction(pool, async (tx) => {
          const { personId, scope: name } = akter[nr];
          const wanted = [{ name, need: {} }];
          const [, records] = await Promise.all([lockNames(tx, tenant, [name]), readScopes(tx, tenant, wanted)]);
          const scope = new ChangedScope(name, records.get(name) ?? [], async () => []);
          await scope.apply([{ op: 'put', type: 'person', id: personId, data: person({ fornamn }) }], 1);
          const held: Burst = { ...tx, commit: () => mayCommit.then(() => tx.commit()) };
          const watched: Burst = {
            ...held,
            query: async <Row>(statement: string, text: string, values: unknown[]) => {
              const rows = await tx.query<Row>(statement, text, values);
              written();
              return rows;
            },
          };
          return writeAndCommit(watched, tenant, [scope], 1);
        });

      let commitFirst = () => {};
      let firstHasWritten = () => {};
      const firstMayCommit = new Promise<void>((resolve) => {
        commitFirst = resolve;
      });
      const firstWrote = new Promise<void>((resolve) => {
        firstHasWritten = resolve;
      });
      const first = write(0, 'Först', firstMayCommit, firstHasWritten);
      await firstWrote;
      let secondDone = false;
      const second = write(1, 'Sedan', Promise.resolve()).finally(() => {
        secondDone = true;
      });
      await waitsForLock(pool);

      // The first has its version and has not committed: nobody sees it, nor the one after it.
      await reader.catchUp();
      expect(namesHeld(reader, akter)).toEqual(['Märta', 'Märta']);
      expect(secondDone).toBe(false);

      commitFirst();
      const versions = await Promise.all([first, second]);
      expect(versions).toEqual([4, 5]);
      await reader.catchUp();
      expect(namesHeld(reader, akter)).toEqual(['Först', 'Sedan']);
      expect(reader.held.get(users.anna.id)).toBeDefined();
    } finally {
      await pool.end();
    }
  });

  it('many writers and a reader that never stops: nothing is passed', async () => {
    const { client, akter, tenant } = await at.kommun();
    const reader = await client();
    let writing = true;
    const reading = (async () => {
      while (writing) await reader.catchUp();
    })();
    await Promise.all(
      [0, 1].flatMap((nr) =>
        Array.from({ length: 12 }, async (_, round) => {
          const { personId } = akter[nr === 0 ? 0 : 1];
          await changeScope(at.server.store, tenant, aktScope(personId), [
            { op: 'put', type: 'kontakt', id: crypto.randomUUID(), data: { typ: 'anhorig', namn: `${round}`, rev: crypto.randomUUID() } },
          ]);
        }),
      ),
    );
    writing = false;
    await reading;
    await reader.catchUp();
    const rows = await databaseOf(at.server.store).selectFrom('record').select(['id', 'version']).where('tenant', '=', tenant).execute();
    const kontakter = rows.filter(({ version }) => version > 3);
    expect(kontakter).toHaveLength(24);
    expect(kontakter.filter(({ id, version }) => reader.held.get(id)?.version !== version)).toEqual([]);
  });
});

/** Until some statement waits for another transaction, as PostgreSQL itself tells. */
async function waitsForLock(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
    if (rowCount) return;
  }
}

const namesHeld = (reader: { held: Map<string, { data: unknown }> }, akter: readonly { personId: string }[]) =>
  akter.map(({ personId }) => (reader.held.get(personId)?.data as { fornamn?: string } | undefined)?.fornamn);
