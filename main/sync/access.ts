import type { Session } from './session.ts';

/** Entries in one request (accessRequest of the protocol). */
const batch = 500;

/** Tells the server what was read here (FRAGA-62); an entry is dropped when the server has it. */
export async function sendAccess({ replica, transport, hooks, signal, wait, progress }: Session): Promise<void> {
  for (let entries = replica.accessEntries(batch); entries.length > 0; entries = replica.accessEntries(batch)) {
    const sent = transport.access({ clientId: replica.identity().clientId, entries }, signal);
    sent.catch(() => {});
    hooks.step('access-sent');
    await wait(sent);
    progress();
    replica.dropAccess(entries.map(({ id }) => id));
  }
}
