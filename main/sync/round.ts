import { sendAccess } from './access.ts';
import { applyPage, indexIds, lookPastBrake, purge, sweep } from './apply-page.ts';
import type { Brake } from './brake.ts';
import { checkServer } from './check-server.ts';
import type { Clock } from './clock.ts';
import type { Consent } from './consent.ts';
import type { CountsCheck } from './counts-check.ts';
import { createPageAhead, type PageAhead } from './page-ahead.ts';
import type { SyncFas } from './ports.ts';
import { pushAll } from './push.ts';
import { inSlices, type Session } from './session.ts';
import type { Status } from './status.ts';
import { TransportError } from './transport-error.ts';

/** Persons taken into the search table in one transaction. */
const searchSlice = 40;
/** A server that is another one again and again within one round is not followed further. */
const mostRestarts = 2;

export type RoundParts = { status: Status; brake: Brake; consent: Consent; counts: CountsCheck; clock: Clock };

/** One round: what was left undone, push, pull until all is here, the search table, the access log. */
export async function runRound(session: Session, parts: RoundParts): Promise<void> {
  const { status, brake } = parts;
  await purge(session);
  if (!(await sweep(session, brake))) stopAtBrake(parts);
  const ahead = createPageAhead(session);
  let restarts = 0;
  for (let more = true; more; ) {
    try {
      more = await pushAndPull(session, ahead, parts);
    } catch (error) {
      if (!isAnotherServer(error) || restarts === mostRestarts) throw error;
      if (!parts.consent.allows()) {
        status.change({ hinder: 'servern-aterstalld', nyServer: parts.consent.state });
        return;
      }
      restarts += 1;
      session.replica.startOver(error.epoch ?? session.replica.identity().epoch);
      session.hooks.step('started-over');
      status.change({ hinder: 'servern-aterstalld', antalStammer: null });
    }
  }
  await indexIds(session);
  if (!session.replica.searchReady()) {
    status.change({ fas: 'bygger-sok' });
    await inSlices(session, () => session.replica.rebuildSearchSome(searchSlice));
  }
  await sendAccess(session);
}

/** @returns true when there is more to do at once */
async function pushAndPull(session: Session, ahead: PageAhead, { status, brake, consent, counts, clock }: RoundParts): Promise<boolean> {
  const { replica, hooks } = session;
  const waits = () => replica.unanswered({ commands: 1, bytes: 0 }).length > 0;
  const mayPush = consent.isMet() || replica.identity().epoch === null;
  if (mayPush && waits()) {
    status.change({ fas: 'skickar' });
    await pushAll(session);
    status.change({ ansluten: true });
  }
  if (brake.state) {
    await lookPastBrake(session, brake);
    consent.meet();
    status.change({ ansluten: true });
    return !mayPush && waits();
  }
  status.change({ fas: fetching(session, status) });
  const page = await ahead.next(counts.ask());
  hooks.step('page-received');
  status.change({ ansluten: true });
  checkServer(session, page);
  consent.meet();
  const first = status.get().hamtad === null;
  const fetched = status.get().antalHamtade;
  if (!(await applyPage(session, page, brake, clock))) {
    stopAtBrake({ status, brake });
    // Once more around: what lies behind the page that is held.
    return page.more || (!mayPush && waits());
  }
  if (first) status.change({ antalHamtade: fetched === undefined ? replica.countRecords() : fetched + page.items.length });
  const compared = counts.compare(page);
  if (compared) status.change({ antalStammer: compared.agree });
  if (page.more || compared?.more || (counts.ask() && page.counts === undefined)) return true;
  brake.calm();
  consent.calm();
  status.change({ hamtad: replica.agreedAt(), hinder: undefined, nyServer: undefined, antalHamtade: undefined });
  return waits();
}

function stopAtBrake({ status, brake }: Pick<RoundParts, 'status' | 'brake'>): void {
  status.change({ broms: brake.state });
}

const fetching = ({ replica }: Session, status: Status): SyncFas =>
  status.get().hamtad === null || replica.pullState().cursors.length === 0 ? 'forsta-hamtning' : 'hamtar';

/**
 * Errors that say: this server has not seen what the replica has. A gap and another user's client id are of that kind, too:
 * a new client id, from 1, is right whatever the reason, and each command's own id keeps it from taking effect twice.
 */
const isAnotherServer = (error: unknown): error is TransportError =>
  error instanceof TransportError &&
  (error.code === 'epoch-changed' || error.code === 'client-ahead' || error.code === 'gap' || error.code === 'client-of-other-user');
