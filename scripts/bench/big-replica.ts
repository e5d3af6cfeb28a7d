import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { type OpenReplica, openReplica } from '../../main/db/replica.ts';
import { createServices } from '../../main/services/services.ts';
import type { PageItem } from '../../main/sync/ports.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { bigAkt, type DemoRecord, generateRecords } from '../demo/generate.ts';
import { today } from './demo-files.ts';

const bucket = 'org:lss';
const sliceSize = 2_000;

export type BigReplica = {
  replica: OpenReplica;
  services: ReturnType<typeof createServices>;
  dir: string;
  /** Akter whose tree has 2,000 nodes. */
  bigAkter: string[];
  /** Some persons, for searching after. */
  persons: { personnummer: string; efternamn: string; fornamn: string }[];
  remove(): void;
};

/** Where a replica is made, and what it is to hold. */
export type BigReplicaPlan = {
  records: number;
  persons: number;
  bigAkter: number;
  file?: { dir: string; name: string; key: Uint8Array; userId?: string };
};

/** A replica of that size, filled as a first fetch fills it but for the network. */
export function makeBigReplica(plan: BigReplicaPlan): BigReplica {
  const dir = plan.file?.dir ?? mkdtempSync(join(tmpdir(), 'aktnara-bench-replica-'));
  const key = plan.file?.key ?? new Uint8Array(32).fill(1);
  const clock = { now: () => new Date('2026-11-20T09:00:00Z') };
  const records = recordsOf(plan);
  const anvandare = records.katalog.find(
    (record) => record.type === 'anvandare' && (record.data as { namn: string }).namn === 'Sara Nyström',
  );
  if (!anvandare) throw new Error('no Sara Nyström');
  const actor = { ...(anvandare.data as Omit<Actor, 'id'>), id: anvandare.id } as Actor;
  const open = () =>
    openReplica({
      file: join(dir, plan.file?.name ?? 'replica.db'),
      key,
      anvandareId: plan.file?.userId ?? actor.id,
      clock,
      newId: v7,
    });
  let replica = open();

  const epoch = v7();
  replica.storeHead({
    t: 'head',
    epoch,
    serverTime: clock.now().toISOString(),
    version: 1,
    buckets: [bucket],
    lastSeq: 0,
    results: [],
    anvandare: actor,
  });
  replica.deferIds();
  replica.suspendSearch();
  const persons: BigReplica['persons'] = [];
  let slice: PageItem[] = [];
  for (const record of records.all()) {
    if (record.type === 'person' && persons.length < 200) persons.push(record.data as (typeof persons)[number]);
    const { data, ...envelope } = record;
    slice.push({ t: 'put', buckets: [bucket], record: { ...envelope, version: 1 }, json: JSON.stringify(data), data });
    if (slice.length < sliceSize) continue;
    replica.applySlice(slice);
    slice = [];
  }
  replica.applySlice(slice, { cursors: [{ bucket, version: 1, fill: null }], version: 1, agreedAt: clock.now().toISOString() });
  while (!replica.indexIdsSome(2_000));
  while (!replica.rebuildSearchSome(2_000));
  while (!replica.computeFristerSome(2_000));
  // As on a later day: the log of the fill is in the database, and memory holds nothing of it.
  replica.close();
  replica = open();

  const services = createServices({ replica, actor: () => actor, clock, newId: v7 });
  return {
    replica,
    services,
    dir,
    bigAkter: records.bigAkter,
    persons,
    remove() {
      replica.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Whole akter until the records are enough, then persons alone until they are; the big akter lie between the others. */
function recordsOf({ records, persons, bigAkter: count }: BigReplicaPlan) {
  const katalog: DemoRecord[] = [];
  for (const record of generateRecords({ persons: 1, seed: 1, today })) {
    if (record.scope !== 'katalog') break;
    katalog.push(record);
  }
  const big = Array.from({ length: count }, (_, index) => bigAkt(2_000, { seed: index + 1, today }));
  const bigAkter = big.map((akt) => akt.find(({ type }) => type === 'person')?.id ?? '');
  function* all(): Generator<DemoRecord> {
    yield* katalog;
    let made = katalog.length + big.reduce((sum, akt) => sum + akt.length, 0);
    let people = count;
    const waiting = [...big];
    for (const record of generateRecords({ persons, seed: 1, today })) {
      if (!record.scope.startsWith('akt:')) continue;
      const isPerson = record.type === 'person';
      if (isPerson && people % 500 === 0) yield* waiting.pop() ?? [];
      if (isPerson) people += 1;
      // What is left of the count goes to persons without a history.
      if (!isPerson && made + (persons - people) >= records) continue;
      made += 1;
      yield record;
    }
    for (const akt of waiting) yield* akt;
  }
  return { katalog, bigAkter, all };
}
