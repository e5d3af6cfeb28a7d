import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unlock } from '../../main/db/cipher.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { seedTenant } from '../../server/store/seed.ts';
import { TestClient } from '../../server/testing/client.ts';
import { testServer } from '../../server/testing/server.ts';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Actor } from '../../shared/domain/command.ts';
import {
  huvudOf,
  isRecordType,
  type RecordData,
  type RecordType,
  recordSchemas,
  schemaNumber,
  upcast,
} from '../../shared/domain/records.ts';
import { commands, isCommandName } from '../../shared/domain/rulebook/command-list.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import { type Dator, dator } from './dator.ts';
import { dropped } from './older-records.ts';
import { type Release, testKey } from './release.ts';

const releases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(releases.map(({ name }) => name))('the replica of %s, with the program of today', (name) => {
  const folder = join(import.meta.dirname, name);
  const release = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as Release;
  const { held, outbox, drafts, answers, server: was } = release;
  const isWaiting = ({ state }: { state: string }) => state === 'queued' || state === 'sent';
  const now = () => new Date(release.now);
  const servern = testServer({ clock: { now } });

  const onServer = new Map(was.records.map(({ id, data }) => [id, data]));
  const user = held.find(({ id }) => id === release.anvandareId);
  const actor = { ...(onServer.get(release.anvandareId) as Actor), id: release.anvandareId };
  /** A document of that release as today's program reads it. */
  const today = (type: string, schema: number, data: unknown) => {
    if (!isRecordType(type)) throw new Error(`today's program has no ${type}`);
    const raised = upcast(type, schema, data);
    if (schema === schemaNumber(type)) expect(raised, type).toEqual(data);
    // Whatever it is called now: every value that was written stands there still.
    const kept = new Set(Object.values(raised as object).flatMap(valuesIn));
    for (const [field, value] of Object.entries(data as object)) {
      if (dropped.includes(`${type}.${field}`)) continue;
      expect(
        valuesIn(value).filter((one) => !kept.has(one)),
        `${type}.${field} is lost when it is raised (tests/upgrade/older-records.ts says which may be)`,
      ).toEqual([]);
    }
    return raised;
  };

  let dir: string;
  let hos: Dator;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'aktnara-upgrade-'));
    const file = join(dir, 'replica.db');
    copyFileSync(join(folder, 'replica.db'), file);
    plant(file);
    const { url } = servern.server;
    hos = dator({ file, key: testKey, actor, now, newId: randomUUID, server: { url, tenant: was.tenant } });
  });
  /** The fixture has nothing of these: laid in the file by its own tables, before today's program sees it. */
  const opened = {
    id: randomUUID(),
    at: release.now,
    action: 'oppnad' as const,
    personId: was.records.find(({ type }) => type === 'person')?.id ?? '',
  };
  const searched = { id: randomUUID(), at: release.now, action: 'sokt' as const, personId: null, detail: 'Ekström' };
  const seenScope = aktScope(opened.personId);
  function plant(file: string): void {
    const db = new Database(file);
    unlock(db, testKey);
    const log = db.prepare('INSERT INTO access_log (id, at, action, person_id, detail) VALUES (?, ?, ?, ?, ?)');
    log.run(opened.id, opened.at, opened.action, opened.personId, null);
    log.run(searched.id, searched.at, searched.action, null, searched.detail);
    db.prepare('INSERT INTO setting (nyckel, varde) VALUES (?, ?)').run('fonster:bredd', '{"trad":312}');
    db.prepare('INSERT INTO seen (scope, version) VALUES (?, ?)').run(seenScope, 0);
    db.close();
  }
  afterEach(() => {
    hos.replica.close();
    rmSync(dir, { recursive: true });
  });

  test('every record is read as it was, in today’s schema', () => {
    expect(user?.type).toBe('anvandare');
    expect(hos.replica.countRecords()).toBe(held.length);
    for (const { type, id, scope, version, pending, schema, data = onServer.get(id) } of held) {
      const expected = today(type, schema, data);
      if (!isRecordType(type)) continue;
      expect(hos.replica.record(type, id), `${type} ${id}`).toEqual({ id, scope, version, pending, data: expected });
      expect(recordSchemas[type].safeParse(expected).error, `${type} ${id}`).toBeUndefined();
    }
  });

  test('every head is what today’s program makes of the record', () => {
    const expected = held.map(({ type, id, version, schema, data = onServer.get(id) }) => {
      const document = today(type, schema, data);
      return { type, id, version, huvud: plain(isRecordType(type) ? huvudOf(type, document) : document) };
    });
    const heads = [...new Set(held.map(({ scope }) => scope))].flatMap((scope) => hos.replica.heads(scope));
    expect(byId(plain(heads))).toEqual(byId(expected));
  });

  test('what is found by an index of its own is found: persons by number, and the lists of the start page', () => {
    const all = <T extends RecordType>(wanted: T): { id: string; data: RecordData<T> }[] =>
      held.flatMap(({ type, id, schema, data = onServer.get(id) }) =>
        type === wanted ? [{ id, data: upcast(wanted, schema, data) }] : [],
      );
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    const { replica } = hos;

    expect(all('person').length).toBeGreaterThan(5);
    for (const { id, data } of all('person')) {
      const found = hos.call['sok.person']({ text: data.personnummer, arhundrade: 'alla' });
      expect(found.slag === 'traffar' && found.rader.map(({ personId }) => personId), data.personnummer).toEqual([id]);
    }
    const mine = all('utredning').filter(({ data }) => data.ansvarigHandlaggareId === actor.id && isOpenUtredning(data));
    expect([ids(replica.openUtredningarOf(actor.id)), mine.length > 0]).toEqual([ids(mine), true]);
    const unsigned = all('anteckning').filter(
      ({ data }) => data.sparad.anvandareId === actor.id && data.signerad === undefined && data.felmarkerad === undefined,
    );
    expect([ids(replica.unsignedOf(actor.id)), unsigned.length > 0]).toEqual([ids(unsigned), true]);
    const unconfirmed = all('bestallning').filter(({ data }) => data.bekraftad === undefined && data.borttagen === undefined);
    expect([ids(replica.unconfirmedBestallningar()), unconfirmed.length > 0]).toEqual([ids(unconfirmed), true]);
  });

  test('drafts, the queue and Att åtgärda stand there whole, with their words and forms', () => {
    expect(drafts.length).toBeGreaterThan(1);
    expect(hos.replica.drafts()).toEqual(drafts);
    const now = hos.replica.outbox().map(({ id, name, state, rejection, form }) => {
      const { egenText, vad, rader } = hos.call['utkorg.post']({ id });
      expect(vad, name).toMatch(/^[A-ZÅÄÖ]/);
      expect(egenText ? [] : rader, name).toBeDefined();
      return { id, name, state, rejection, form, ...(egenText ? { egenText } : {}) };
    });
    expect(now).toEqual(outbox.map(({ version: _, ...row }) => row));
    expect(outbox.filter(({ state }) => state === 'refused').length).toBeGreaterThan(1);
  });

  test('what was opened and searched, the choices of the user and what they have seen are there', () => {
    expect(hos.replica.accessEntries(10)).toEqual([opened, searched]);
    expect(hos.replica.setting('fonster:bredd')).toEqual({ trad: 312 });
    expect(hos.replica.seenVersion(seenScope)).toBe(0);
  });

  test('a new command takes the number after the last', () => {
    const last = hos.replica.unanswered({ commands: 100, bytes: 1_000_000 }).at(-1)?.seq ?? 0;
    expect(last).toBe(was.client.lastSeq + answers.length);
    const input = { personId: opened.personId };
    hos.replica.runCommand({ id: randomUUID(), name: 'senaste.oppnad', version: 1, input, at: release.now, actor });
    expect(hos.replica.unanswered({ commands: 100, bytes: 1_000_000 }).at(-1)).toMatchObject({
      name: 'senaste.oppnad',
      input,
      seq: last + 1,
    });
  });

  test('what waits is sent, and answered by today’s server as by that release’s own; no words are lost', async () => {
    await serverOfThen();
    expect(await hos.round()).toEqual([]);
    const waiting = outbox.filter(isWaiting);
    expect(waiting.length).toBeGreaterThan(5);
    expect(answers.map(({ id }) => id)).toEqual(waiting.map(({ id }) => id));
    for (const { id, name, ...was } of waiting) {
      const row = hos.replica.outboxRow(id);
      // The records of then have other versions on the server of this test: all is fetched anew, and receipts of housekeeping are gone.
      if (!row && isCommandName(name) && commands[name].quiet) continue;
      const expected = answers.find((answer) => answer.id === id);
      expect([name, row?.state, row?.rejection?.code]).toEqual([name, expected?.code ? 'refused' : 'received', expected?.code]);
      const { egenText, formular } = hos.call['utkorg.post']({ id });
      expect([egenText ?? null, formular ?? null], name).toEqual([was.egenText ?? null, was.form]);
    }
    expect(hos.replica.drafts()).toEqual(drafts);
    const log = await databaseOf(servern.server.store).selectFrom('access_log').select('id').where('tenant', '=', was.tenant).execute();
    expect(log.map(({ id }) => id).sort()).toEqual([opened.id, searched.id].sort());
    expect(hos.replica.accessEntries(10)).toEqual([]);

    // The replica then is what the server has for its user, with nothing laid over it.
    const granted = bucketsOfAnvandare(actor);
    const stored = await databaseOf(servern.server.store).selectFrom('record').selectAll().where('tenant', '=', was.tenant).execute();
    const mine = stored.filter(({ buckets }) => buckets.some((bucket) => granted.includes(bucket)));
    expect(hos.replica.countRecords()).toBe(mine.length);
    for (const { type, id, schema, data } of mine) {
      if (!isRecordType(type)) throw new Error(type);
      expect(hos.replica.record(type, id), `${type} ${id}`).toMatchObject({ pending: false, data: upcast(type, schema, data) });
    }
  });

  /** Today's server with the records of then, that knows the replica's client; and what a colleague did while it was away. */
  async function serverOfThen(): Promise<void> {
    const { store, url } = servern.server;
    const { tenant, kommun, epoch, version, client, records, after } = was;
    await seedTenant(store, tenant, kommun, records as Parameters<typeof seedTenant>[3]);
    await databaseOf(store).updateTable('tenant').set({ epoch, version }).where('tenant', '=', tenant).execute();
    const row = { tenant, client_id: client.id, anvandare_id: release.anvandareId, last_seq: client.lastSeq };
    await databaseOf(store).insertInto('client').values(row).execute();
    const colleague = await new TestClient(url, tenant).signIn(after.anvandareId);
    const { results } = await colleague.pushed(...after.commands.map((command, index) => ({ ...command, seq: index + 1 })));
    expect(results.map(({ outcome }) => outcome)).toEqual(after.commands.map(() => 'ok'));
  }
});

/** The texts, numbers and choices anywhere in a value. */
const valuesIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const byId = <T extends { id: string }>(list: T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
