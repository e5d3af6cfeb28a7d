import { limits, lostResponse } from '../../shared/protocol/protocol.ts';
import type { Brake } from './brake.ts';
import { checkServer } from './check-server.ts';
import type { Clock } from './clock.ts';
import { type Page, type PageFrom, receivePage } from './page.ts';
import type { PageItem } from './ports.ts';
import { inSlices, pause, type Session } from './session.ts';
import { sliceSize, slicesOf } from './slices.ts';
import { TransportError } from './transport-error.ts';

/** A fill of more records at a time than this is large: the index of ids and the search table wait. */
const largeFill = 1000;
/** New ids in memory, some 5 MB of them: the more at a time are taken into their index, the fewer of its pages are written. */
const mostWaitingIds = 50_000;
/** Ids taken into their index in one transaction. */
const idSlice = 2000;

/**
 * Applies a page: head and results, then its records, then what must go because of it.
 * @returns false when the brake holds it back; its records are then not applied
 */
export async function applyPage(session: Session, page: Page, brake: Brake, clock: Clock): Promise<boolean> {
  const { replica, hooks } = session;
  const { head, items, refills, cursors, more } = page;
  replica.storeHead(head);
  hooks.step('results-stored');
  await purge(session);
  if (!brake.allows(replica.countRemovals(items))) {
    await takeLost(session, items);
    return false;
  }
  if (refills.length > 0) {
    replica.refill(refills);
    hooks.step('refill-begun');
  }
  const filling = replica.pullState().cursors.some(({ version }) => version === null);
  if (filling && more && items.length > largeFill) {
    replica.deferIds();
    replica.suspendSearch();
  }
  const slices = slicesOf(items, filling, replica.scopeOf);
  const last = slices.length - 1;
  for (const [index, slice] of slices.entries()) {
    const agreedAt = more ? null : clock.now().toISOString();
    replica.applySlice(slice, index === last ? { cursors, version: head.version, agreedAt } : undefined, filling && index < last);
    hooks.step('slice-applied');
    if (index < last) await pause(session);
  }
  hooks.step('page-applied');
  if (replica.idsWaiting() > mostWaitingIds) await indexIds(session);
  return sweep(session, brake);
}

/**
 * What the brake holds back must keep nobody readable: of the page it holds, and of all that follows it, what a lost right takes
 * goes at once. The rest is fetched again when the brake is released; until then each page is looked at once.
 */
export async function lookPastBrake(session: Session, brake: Brake): Promise<void> {
  const { replica, hooks } = session;
  const { epoch } = replica.identity();
  let from: PageFrom = brake.past?.epoch === epoch ? brake.past : { epoch, cursors: replica.pullState().cursors };
  for (let more = true; more; ) {
    const page = await receivePage(session, from, false);
    checkServer(session, page);
    replica.storeHead(page.head);
    hooks.step('results-stored');
    await purge(session);
    await takeLost(session, page.items);
    // Filled anew, for its tombstones are gone: what has left it is then in no page.
    for (const bucket of page.refills) await askForLost(session, bucket, replica.idsIn(bucket));
    from = { epoch: page.head.epoch, cursors: page.cursors };
    brake.lookedPast(from);
    more = page.more;
  }
}

async function takeLost(session: Session, items: PageItem[]): Promise<void> {
  const lost = items.filter((item) => item.t === 'leave' && item.lost);
  if (lost.length === 0) return;
  for (const slice of slicesOf(lost, false, session.replica.scopeOf)) {
    session.replica.applySlice(slice);
    session.hooks.step('lost-taken');
    await pause(session);
  }
}

/** A fill does not say why it did not bring a record: before the brake holds it, the server is asked. */
async function askForLost(session: Session, bucket: string, ids: string[]): Promise<void> {
  const { transport, signal, wait, progress } = session;
  for (let at = 0; at < ids.length; at += limits.lostIds) {
    const asked = transport.lost({ ids: ids.slice(at, at + limits.lostIds) }, signal);
    // If the program ends here, nobody is left to hear how it went.
    asked.catch(() => {});
    const answer = await wait(asked);
    progress();
    if (answer === undefined) return;
    const { data, error: cause } = lostResponse.safeParse(answer);
    if (!data) throw new TransportError('The answer for what is lost is not of the protocol', { cause });
    await takeLost(
      session,
      data.lost.map((id) => ({ t: 'leave', bucket, id, version: Number.MAX_SAFE_INTEGER, lost: true })),
    );
  }
}

/** The ids that wait, into their index. */
export function indexIds(session: Session): Promise<void> {
  return inSlices(session, () => {
    const done = session.replica.indexIdsSome(idSlice);
    if (!done) session.hooks.step('slice-indexed');
    return done;
  });
}

/** Records of buckets the server no longer grants; also those that an earlier run left. */
export function purge(session: Session): Promise<void> {
  return inSlices(session, () => {
    const done = session.replica.purgeSome(sliceSize);
    if (!done) session.hooks.step('slice-purged');
    return done;
  });
}

/** What a finished fill did not bring. @returns false when the brake holds some of it */
export async function sweep(session: Session, brake: Brake): Promise<boolean> {
  const { replica, hooks } = session;
  let held = false;
  for (const { bucket, count } of replica.dueSweeps()) {
    const asks = brake.asks(bucket, count);
    if (asks) await askForLost(session, bucket, replica.dueIds(bucket));
    const left = replica.dueSweeps().find((one) => one.bucket === bucket)?.count ?? 0;
    if (asks) brake.answered(bucket, left);
    if (!brake.allows(left)) {
      held = true;
      continue;
    }
    await inSlices(session, () => {
      const done = replica.sweepSome(bucket, sliceSize);
      hooks.step('slice-swept');
      return done;
    });
  }
  return !held;
}
