import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { type OpenReplica, openReplica } from '../../main/db/replica.ts';
import { createServices } from '../../main/services/services.ts';
import type { PageItem } from '../../main/sync/ports.ts';
import type { Bestallning } from '../../shared/domain/bestallning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import type { Utforare } from '../../shared/domain/katalog/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { isOpenUtredning, type Utredning } from '../../shared/domain/utredning/records.ts';
import type { Verkstallighet } from '../../shared/domain/verkstallighet/records.ts';
import { bigAkt, type DemoRecord, generateRecords } from '../demo/generate.ts';
import { today } from './demo-files.ts';
import { type Growth, grown } from './grown-akt.ts';

const bucket = 'org:lss';
const sliceSize = 2_000;
export const bigAktNodes = 2_000;

export type BigReplica = {
  replica: OpenReplica;
  services: ReturnType<typeof createServices>;
  /** How many the user has, where the plan says how many at most. */
  kunder: number;
  /** The services of another user, on the same replica. */
  servicesOf(namn: string): ReturnType<typeof createServices>;
  dir: string;
  /** Akter whose tree has {@link bigAktNodes} nodes. */
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
  /** How many kunder each user has at most; the others are nobody's. All that there are, when it is left out. */
  kunder?: number;
  /** What the last of the big akter has besides: as many nodes, documents among them, and messages about the kund. */
  grown?: Growth;
  file?: { dir: string; name: string; key: Uint8Array; userId?: string };
};

/** A replica of that size, filled as a first fetch fills it but for the network. */
export function makeBigReplica(plan: BigReplicaPlan): BigReplica {
  const dir = plan.file?.dir ?? mkdtempSync(join(tmpdir(), 'aktnara-bench-replica-'));
  const key = plan.file?.key ?? new Uint8Array(32).fill(1);
  const clock = { now: () => new Date('2026-11-20T09:00:00Z') };
  const records = recordsOf(plan);
  const users = records.katalog.filter(({ type }) => type === 'anvandare');
  const userOf = (namn: string): Actor => {
    const user = users.find(({ data }) => (data as { namn: string }).namn === namn);
    if (!user) throw new Error(`no ${namn}`);
    return { ...(user.data as Omit<Actor, 'id'>), id: user.id } as Actor;
  };
  const actor = userOf('Sara Nyström');
  const shared = sharedOut(
    users.map(({ id, data }) => ({ ...(data as Omit<Actor, 'id'>), id }) as Actor),
    records.katalog.filter(({ type, data }) => type === 'utforare' && (data as Utforare).slag !== 'utforare').map(({ id }) => id),
    plan.kunder,
  );
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
    const { data: _, ...envelope } = record;
    const json = shared.textOf(record);
    slice.push({ t: 'put', buckets: [bucket], record: { ...envelope, version: 1 }, json, data: JSON.parse(json) });
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

  const servicesOf = (user: Actor) => createServices({ replica, actor: () => user, clock, newId: v7 });
  return {
    replica,
    services: servicesOf(actor),
    kunder: shared.kunderOf(actor.id),
    servicesOf: (namn) => servicesOf(userOf(namn)),
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
function recordsOf({ records, persons, bigAkter: count, grown: more }: BigReplicaPlan) {
  const katalog: DemoRecord[] = [];
  for (const record of generateRecords({ persons: 1, seed: 1, today })) {
    if (record.scope !== 'katalog') break;
    katalog.push(record);
  }
  const big = Array.from({ length: count }, (_, index) =>
    more && index === count - 1 ? grownAkt(more, index + 1) : bigAkt(bigAktNodes, { seed: index + 1, today }),
  );
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

/** A big akt in which so many of the nodes are documents, with the messages about its kund. */
function grownAkt(more: Growth, seed: number): DemoRecord[] {
  const akt = bigAkt(bigAktNodes - more.documents, { seed, today });
  const person = akt.find(({ type }) => type === 'person');
  const utredning = akt.find(({ type, data }) => type === 'utredning' && isOpenUtredning(data as Utredning));
  if (!person || !utredning) throw new Error('an akt without a person or an open utredning');
  const { ansvarigHandlaggareId: userId } = utredning.data as Utredning;
  const whose = { personId: person.id, person: person.data as Person, utredningId: utredning.id };
  return [...akt, ...grown(more, whose, { userId, namn: 'Handläggaren' })];
}

/**
 * Shares the akter out among users, who have so many kunder each: an open utredning, or LSS Insatser at their function; and a function
 * that is nobody's has as many. In any other akt they are somebody who has left, and no order waits to be confirmed.
 */
function sharedOut(users: Actor[], funktioner: string[], most: number | undefined) {
  const left = v7();
  const byId = new Map([...users.map(({ id }) => id), ...funktioner].map((id) => [id, new Set<string>()]));
  for (const { id, funktionId } of users) if (funktionId !== undefined) byId.set(funktionId, byId.get(id) ?? new Set());
  const ids = new RegExp([...byId.keys()].join('|'), 'g');
  return {
    kunderOf: (id: string): number => byId.get(id)?.size ?? 0,
    /** The record's text as it is then. */
    textOf({ type, scope, data }: DemoRecord): string {
      const json = JSON.stringify(data);
      if (most === undefined || !scope.startsWith('akt:')) return json;
      const { ansvarigHandlaggareId, slutdatum, lssInsatser, utforareId } = data as Partial<Utredning & Verkstallighet>;
      const owner = type === 'utredning' ? ansvarigHandlaggareId : type === 'verkstallighet' && lssInsatser ? utforareId : undefined;
      const has = byId.get(owner ?? '');
      if (slutdatum === undefined && has && has.size < most) has.add(scope);
      if (type === 'bestallning' && ![...byId.values()].some((akter) => akter.has(scope))) {
        const order = data as Bestallning;
        return JSON.stringify({ ...order, bekraftad: order.bekraftad ?? order.gallerFran }).replace(ids, left);
      }
      return json.replace(ids, (id) => (byId.get(id)?.has(scope) ? id : left));
    },
  };
}
