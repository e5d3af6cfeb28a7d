import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { anvandare, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import { quarantineAndSalvage } from './quarantine.ts';
import { type OpenReplica, openReplica } from './replica.ts';
import { salvagedName } from './salvaged-file.ts';
import { copyReplica } from './testing/file-faults.ts';
import { fill, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const [personId, utredningId] = [uuid(100), uuid(101)];
const pageSize = 4096;

let place: ReturnType<typeof testReplica>;
beforeEach(() => {
  place = testReplica(actor.id);
});
afterEach(() => place.remove());

const options = () => ({
  file: place.file,
  key: testKey,
  anvandareId: actor.id,
  clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
  newId: () => crypto.randomUUID(),
});

function writeMuch(replica: OpenReplica, notes: number): void {
  fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId)]);
  for (let n = 0; n < notes; n += 1) {
    const input = {
      personId,
      anteckningId: uuid(1000 + n),
      dokumentation: { slag: 'utredning', id: utredningId },
      rubrikKod: 'JOURNAL',
      handelsedatum: '2026-11-01',
      text: fromPlainText(`Anteckning ${n}. ${'Ord. '.repeat(300)}`),
      basRev: null,
      rev: uuid(2000 + n),
    };
    replica.runCommand({ id: uuid(3000 + n), name: 'anteckning.spara', version: 1, input, at: '2026-11-20T08:00:00.000Z', actor });
    replica.saveDraft({ nyckel: `u${n}`, personId, titel: 'Utkast', data: { text: `Halvt ${n}` }, savedAt: '2026-11-20T08:00:00.000Z' });
  }
}
/** Pages of the file that, damaged alone, leave the rest to be read: found by trying, for the layout is SQLite's. */
function damagePages(file: string, from: number, count: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, (from - 1) * pageSize, (from - 1 + count) * pageSize);
  writeFileSync(file, bytes);
}
const withoutCopy = (file: string) => rmSync(`${file}.kopia`, { force: true });
const pagesOf = (file: string) => readFileSync(file).length / pageSize;
function rootOf(table: string): number {
  const db = openDatabase(place.file, testKey);
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0;
  db.close();
  return page;
}

describe('a damaged replica (ARCHITECTURE 7)', () => {
  it('is put aside whole, and its unsent commands, drafts and settings go on in a fresh one', () => {
    const replica = place.open();
    writeMuch(replica, 20);
    replica.setSetting('panel', { bredd: 300 });
    replica.logAccess({ id: uuid(5), at: '2026-11-20T08:00:00.000Z', action: 'oppnad', personId });
    replica.storeResults([{ seq: 1, id: uuid(3000), outcome: 'ok', version: 101, at: '2026-11-20T09:00:00.000Z' }]);
    replica.markSent([uuid(3001)]);
    const before = replica.identity().clientId;
    replica.close();
    const damaged = readFileSync(place.file);

    const salvage = quarantineAndSalvage(options());
    expect(salvage).toMatchObject({ commands: 20, drafts: 20, complete: true });
    expect(readFileSync(salvage.quarantine).equals(damaged)).toBe(true);
    const fresh = salvage.replica;
    expect(fresh.identity()).toMatchObject({ epoch: null });
    expect(fresh.identity().clientId).not.toBe(before);
    expect(fresh.unanswered({ commands: 100, bytes: 1e7 }).map(({ seq, id }) => [seq, id])).toEqual(
      Array.from({ length: 19 }, (_, n) => [n + 1, uuid(3001 + n)]),
    );
    expect(fresh.outboxRow(uuid(3000))?.state).toBe('received');
    expect(fresh.draft('u7')?.data).toEqual({ text: 'Halvt 7' });
    expect(fresh.setting('panel')).toEqual({ bredd: 300 });
    expect(fresh.accessEntries(10)).toHaveLength(1);
    expect(fresh.countRecords()).toBe(0);
    // The next command follows on.
    fill(fresh, [...katalogRecords, personRecord(personId)]);
    fresh.runCommand({ id: uuid(9), name: 'senaste.oppnad', version: 1, input: { personId }, at: '2026-11-20T08:00:00.000Z', actor });
    expect(fresh.outboxRow(uuid(9))?.seq).toBe(20);
    fresh.close();
  });

  it('whatever page is damaged, what can be read is salvaged and nothing is invented', () => {
    const original = place.open();
    writeMuch(original, 40);
    original.close();
    const whole = readFileSync(place.file);
    const counts: number[] = [];
    const step = Math.max(1, Math.floor(pagesOf(place.file) / 25));
    for (let page = 2; page <= whole.length / pageSize; page += step) {
      writeFileSync(place.file, whole);
      damagePages(place.file, page, 1);
      withoutCopy(place.file);
      const { replica, commands, drafts, complete, quarantine } = quarantineAndSalvage(options());
      counts.push(commands + drafts);
      if (complete) expect(commands + drafts).toBe(80);
      for (const row of replica.outbox()) expect(row.input).toMatchObject({ personId });
      replica.close();
      renameSync(quarantine, `${place.dir}/gone`);
    }
    // A single bad page never costs more than a part; most cost nothing.
    expect(counts.filter((count) => count === 80).length).toBeGreaterThan(counts.length / 2);
    expect(counts.filter((count) => count > 40).length).toBeGreaterThan(counts.length * 0.8);
  });

  it('several bad pages: what lies between them is salvaged too', () => {
    const original = place.open();
    writeMuch(original, 60);
    original.close();
    const db = openDatabase(place.file, testKey);
    const leaves = db
      .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'outbox' AND pagetype = 'leaf' ORDER BY path`)
      .pluck()
      .all();
    db.close();
    const lost = [0.2, 0.5, 0.8].map((part) => leaves[Math.floor(leaves.length * part)] ?? 0);
    for (const page of lost) damagePages(place.file, page, 1);
    withoutCopy(place.file);
    const { replica, commands, drafts, complete } = quarantineAndSalvage(options());
    expect({ drafts, complete }).toEqual({ drafts: 60, complete: false });
    // A leaf holds a handful of commands, whose long texts lie on pages of their own.
    expect(commands).toBeLessThan(60);
    expect(commands).toBeGreaterThanOrEqual(60 - lost.length * Math.ceil(60 / leaves.length) * 2);
    const texts = replica.drafts().map(({ data }) => (data as { text: string }).text);
    expect(texts.every((text) => /^Halvt \d+$/.test(text))).toBe(true);
    replica.close();
  });

  it('cut anywhere, and without a second copy: what stood before the cut is salvaged', () => {
    const original = place.open();
    writeMuch(original, 15);
    original.close();
    const whole = readFileSync(place.file);
    const found: number[] = [];
    for (const cut of [1, 2, 10, Math.floor(whole.length / pageSize / 2)]) {
      writeFileSync(place.file, whole.subarray(0, whole.length - cut * pageSize));
      withoutCopy(place.file);
      const { replica, commands, drafts, quarantine } = quarantineAndSalvage(options());
      found.push(commands + drafts);
      replica.close();
      renameSync(quarantine, `${place.dir}/gone`);
    }
    expect(found[0]).toBeGreaterThanOrEqual(28);
    expect(found[1]).toBeGreaterThanOrEqual(26);
    expect(found[3]).toBeGreaterThan(0);
  });

  it('a salvage that could not be written: the damaged file stays, and the next try salvages all', () => {
    const original = place.open();
    writeMuch(original, 5);
    original.close();
    const damaged = readFileSync(place.file);
    // The fresh file's place is taken by a folder: it cannot be written, whatever the reason.
    mkdirSync(`${place.file}.ny/hinder`, { recursive: true });
    expect(() => quarantineAndSalvage(options())).toThrow();
    expect(readFileSync(place.file).equals(damaged)).toBe(true);
    rmSync(`${place.file}.ny`, { recursive: true });
    const { replica, commands, drafts } = quarantineAndSalvage(options());
    expect({ commands, drafts }).toEqual({ commands: 5, drafts: 5 });
    replica.close();
  });

  it('of a second copy that could not be kept up, the newer replica counts, and nothing is promised that is not there', async () => {
    const first = place.open();
    fill(first, [...katalogRecords, personRecord(personId)]);
    const draft = (nyckel: string, data: string) => ({ nyckel, personId, titel: 'Utkast', data, savedAt: '2026-11-20T08:00:00.000Z' });
    first.saveDraft(draft('a', 'Gammal'));
    await first.copied();
    first.close();
    // Another program holds the place that the copy is written anew in.
    mkdirSync(`${place.file}.kopia.ny`);
    const faults: unknown[] = [];
    const second = openReplica({ ...options(), copyFault: (error) => faults.push(error) });
    second.saveDraft(draft('a', 'Ny'));
    second.saveDraft(draft('b', 'Nytt utkast'));
    expect(faults).not.toEqual([]);
    second.close();
    rmSync(`${place.file}.kopia.ny`, { recursive: true });
    const whole = readFileSync(place.file);

    const { replica: all, quarantine, ...salvaged } = quarantineAndSalvage(options());
    expect(salvaged).toEqual({ commands: 0, unsent: 0, drafts: 2, complete: true });
    expect(all.drafts().map(({ nyckel, data }) => [nyckel, data])).toEqual([
      ['a', 'Ny'],
      ['b', 'Nytt utkast'],
    ]);
    all.close();
    writeFileSync(`${place.file}.kopia`, readFileSync(`${quarantine}.kopia`));

    // The same with a page of the drafts gone bad.
    writeFileSync(place.file, whole);
    damagePages(place.file, rootOf('draft'), 1);
    const { replica: rest, complete, known } = quarantineAndSalvage(options());
    expect({ complete, known, data: rest.draft('a')?.data }).toEqual({ complete: false, known: undefined, data: 'Gammal' });
    rest.close();
  });

  it.each([
    ['put aside', 0],
    ['one write behind', 1],
  ])('of a second copy that is not whole an older draft takes no newer one’s place: %s', async (_, behind) => {
    const replica = place.open();
    fill(replica, [...katalogRecords, personRecord(personId)]);
    const draft = (nyckel: string, data: string, hour: number) =>
      replica.saveDraft({ nyckel, personId, titel: 'Utkast', data, savedAt: `2026-11-20T0${hour}:00:00.000Z` });
    draft('a', 'Gammal', 7);
    draft('a', 'Ny', 8);
    if (behind > 0) copyReplica(place.file, `${place.dir}/innan`);
    draft('b', 'Sist', 9);
    await replica.copied();
    if (behind === 0) replica.close();
    const file = behind === 0 ? place.file : `${place.dir}/innan/replica.db`;
    const copy = readFileSync(`${place.file}.kopia`);
    const frames: number[] = [];
    for (let at = copy.indexOf('AKT2'); at >= 0; at = copy.indexOf('AKT2', at + 1)) frames.push(at);
    const spoilt = frames.at(-2) ?? 0;
    writeFileSync(`${file}.kopia`, copy.fill(0, spoilt + 8, spoilt + 40));
    if (behind > 0) replica.close();
    const again = behind === 0 ? quarantineAndSalvage(options()).replica : place.open(undefined, file);
    expect(again.drafts().map(({ nyckel, data }) => [nyckel, data])).toEqual([
      ['b', 'Sist'],
      ['a', 'Ny'],
    ]);
    again.close();
  });

  it('an unreadable file still gives way to a fresh replica, and is kept', () => {
    place.open().close();
    damagePages(place.file, 1, pagesOf(place.file));
    withoutCopy(place.file);
    const { replica, complete, commands, quarantine } = quarantineAndSalvage(options());
    expect({ complete, commands }).toEqual({ complete: false, commands: 0 });
    expect(existsSync(quarantine)).toBe(true);
    replica.close();
  });

  it('ended between salvage and exchange, it is finished at the next start', () => {
    const replica = place.open();
    writeMuch(replica, 3);
    replica.close();
    const { replica: salvaged } = quarantineAndSalvage(options());
    salvaged.close();
    // As it stands when the program ended just before the exchange: the damaged file with its log, the salvaged one beside.
    renameSync(place.file, salvagedName(place.file));
    writeFileSync(place.file, 'skadad');
    writeFileSync(`${place.file}-wal`, 'gammal logg');
    const again = place.open();
    expect(again.drafts()).toHaveLength(3);
    expect(again.outboxCounts().unsent).toBe(3);
    again.close();
    expect(readdirSync(place.dir).filter((name) => name.includes('.skadad-'))).not.toEqual([]);
  });
});
