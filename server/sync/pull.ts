import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { type BucketCursor, limits, type PullLine, type PullRequest } from '../../shared/protocol/protocol.ts';
import type { Caller } from '../identity/identity.ts';
import { findClient } from '../store/client.ts';
import { resultsAfter } from '../store/command-log.ts';
import type { Tx } from '../store/database.ts';
import { bucketDigests, changedRows, countBuckets, fillRows, type Lines } from '../store/pull-rows.ts';
import { findTenant } from '../store/tenant.ts';
import { RequestError } from '../util/request-error.ts';
import type { SyncDependencies } from './dependencies.ts';
import { epochChanged, otherUsersClient, tenantGone, userGone } from './refusals.ts';

/** Bytes after which an answer ends though more records were allowed: the whole of it is held in memory. */
const pageBytes = 8 * 1024 * 1024;
/** Records in one query. */
const chunk = 500;

/**
 * One page of what the caller may read and does not have, as NDJSON, all of it seen in one snapshot. The page is made
 * whole before it is sent, so that a slow reader holds no connection to the database.
 * @throws RequestError `epoch-changed`, `client-ahead`, `client-of-other-user`
 */
export function pull(on: SyncDependencies, caller: Caller, request: PullRequest): Promise<Buffer> {
  return on.store.snapshot((tx) => readPage(tx, on, caller, request));
}

async function readPage(tx: Tx, on: SyncDependencies, caller: Caller, request: PullRequest): Promise<Buffer> {
  const tenant = await findTenant(tx, caller.tenant);
  if (!tenant) throw tenantGone();
  if (request.epoch !== null && request.epoch !== tenant.epoch) throw epochChanged(tenant.epoch);
  const client = await findClient(tx, caller.tenant, request.clientId);
  if (client && client.anvandareId !== caller.anvandareId) throw otherUsersClient();
  const anvandare = (await on.store.catalogueOf(tenant, tx)).actor(caller.anvandareId);
  if (!anvandare) throw userGone();

  const readable = bucketsOfAnvandare(anvandare);
  // A client without an epoch has nothing of this server's, whatever its cursors say.
  const cursors = resume(request.epoch === null ? [] : request.cursors, readable, tenant);
  const changes = await readChanges(tx, caller.tenant, readable, cursors, tenant.version);
  const fills = await readFills(tx, caller.tenant, readable, cursors, limits.pullRecords - changes.count);
  const more = cursors.some(({ version }) => version === null || version < tenant.version);

  const head: PullLine = {
    t: 'head',
    epoch: tenant.epoch,
    serverTime: on.clock.now().toISOString(),
    version: tenant.version,
    buckets: readable,
    lastSeq: client?.lastSeq ?? 0,
    results: client ? await resultsAfter(tx, caller.tenant, request.clientId, request.resultsAfter) : [],
    anvandare,
    tjanster: [...(on.tjanster ?? [])],
    ...(more && isFilling(cursors) ? { next: wireCursors(cursors) } : {}),
  };
  const refills = cursors.filter(({ refill }) => refill).map(({ bucket }): PullLine => ({ t: 'refill', bucket }));
  const tail: PullLine[] = [
    {
      t: 'cursors',
      cursors: wireCursors(cursors),
      digests: await bucketDigests(tx, caller.tenant, readable),
      ...(request.counts ? { counts: await countBuckets(tx, caller.tenant, readable) } : {}),
      more,
    },
    { t: 'end' },
  ];
  const json = (lines: PullLine[]) => Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return Buffer.concat([json([head, ...refills]), ...fills.bytes, ...changes.bytes, json(tail)]);
}

type Cursor = BucketCursor & { refill: boolean };
const wireCursors = (cursors: Cursor[]): BucketCursor[] => cursors.map(({ bucket, version, fill }) => ({ bucket, version, fill }));
/** A bucket that is filled anew is swept first: what follows is asked for when that is done. */
const isFilling = (cursors: Cursor[]): boolean => cursors.some(({ fill }) => fill) && !cursors.some(({ refill }) => refill);

/** Where each bucket stands: as the client says, from the start when it is new, anew when its tombstones are gone. */
function resume(known: BucketCursor[], readable: string[], tenant: { version: number; horizon: number }): Cursor[] {
  for (const { version, fill } of known) {
    if (Math.max(version ?? 0, fill?.at ?? 0) > tenant.version) {
      throw new RequestError('client-ahead', 'The client has seen versions that this server has not given out. Was it restored?');
    }
  }
  const byBucket = new Map(known.map((cursor) => [cursor.bucket, cursor]));
  return readable.map((bucket) => {
    const cursor = byBucket.get(bucket);
    const at = cursor?.fill?.at ?? cursor?.version ?? undefined;
    const start = { bucket, version: null, fill: { at: tenant.version, scope: '', id: '' } };
    if (cursor === undefined || at === undefined) return { ...start, refill: false };
    if (at < tenant.horizon) return { ...start, refill: true };
    return { bucket, version: cursor.fill ? null : cursor.version, fill: cursor.fill, refill: false };
  });
}

/** NDJSON in pieces, as much as one answer holds of it. */
class Part {
  readonly bytes: Buffer[] = [];
  count = 0;
  #size = 0;
  readonly #budget: number;

  constructor(budget: number) {
    this.#budget = budget;
  }

  get full(): boolean {
    return this.count >= this.#budget || this.#size >= pageBytes;
  }

  /** How many records to read next. */
  get next(): number {
    return Math.min(chunk, this.#budget - this.count);
  }

  add({ text, count }: Lines): void {
    if (count === 0) return;
    // Bytes at once: a page of long strings kept until the end is most of what the garbage collector would do here.
    const bytes = Buffer.from(`${text}\n`);
    this.bytes.push(bytes);
    this.count += count;
    this.#size += bytes.length;
  }
}

/** Reads changes, and moves the cursors. While buckets are filled, changes of the others get half of the page. */
async function readChanges(tx: Tx, tenant: string, readable: string[], cursors: Cursor[], head: number): Promise<Part> {
  const part = new Part(cursors.some(({ fill }) => fill) ? limits.pullRecords / 2 : limits.pullRecords);
  while (!part.full) {
    const behind = cursors.flatMap(({ bucket, version }) => (version === null || version >= head ? [] : [{ bucket, version }]));
    if (behind.length === 0) break;
    const changed = await changedRows(tx, { tenant, readable }, behind, part.next, head);
    part.add(changed);
    for (const cursor of cursors) if (cursor.version !== null) cursor.version = Math.max(cursor.version, changed.upTo);
  }
  return part;
}

/** Reads on in the buckets that are being filled, one after the other, and moves their cursors. */
async function readFills(tx: Tx, tenant: string, readable: string[], cursors: Cursor[], budget: number): Promise<Part> {
  const part = new Part(budget);
  for (const cursor of cursors) {
    while (cursor.fill && !part.full) {
      const { at, ...place } = cursor.fill;
      const filled = await fillRows(tx, { tenant, bucket: cursor.bucket, readable }, place, part.next);
      part.add(filled);
      if (filled.last) cursor.fill = { at, ...filled.last };
      else Object.assign(cursor, { version: at, fill: null });
    }
  }
  return part;
}
