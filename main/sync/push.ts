import { limits, type PushResponse, protocolVersion, pushResponse } from '../../shared/protocol/protocol.ts';
import type { Session } from './session.ts';
import { TransportError } from './transport-error.ts';

/** Room for the envelope within limits.bodyBytes. */
const batchBytes = limits.bodyBytes - 256 * 1024;

/** Pushes all commands that wait, in order, in batches. A refused command is answered too: nothing blocks the queue. */
export async function pushAll(session: Session): Promise<void> {
  const { replica, hooks } = session;
  let most = limits.pushCommands;
  for (;;) {
    const commands = replica.unanswered({ commands: most, bytes: batchBytes });
    const first = commands[0];
    if (!first) return;
    hooks.step('before-push');
    replica.markSent(commands.map(({ id }) => id));
    const answer = await push(session, commands);
    if (answer === 'unsendable') {
      // The server cannot read the request. Alone it shows which command it is; that one must not hold up the others.
      if (commands.length === 1) replica.refuseUnsendable(first.id, 'ogiltig-indata');
      else most = Math.ceil(commands.length / 2);
      continue;
    }
    hooks.step('push-answered');
    replica.storeResults(answer.results);
    hooks.step('results-stored');
    const next = replica.unanswered({ commands: 1, bytes: 0 })[0];
    if (next?.id === first.id) throw new TransportError('The server answered a push without its results');
    // A batch that went through says nothing of the next: smaller ones go on until the queue is empty.
  }
}

async function push(session: Session, commands: ReturnType<Session['replica']['unanswered']>): Promise<PushResponse | 'unsendable'> {
  const { replica, transport, hooks, signal, wait, progress } = session;
  const { clientId, epoch } = replica.identity();
  const sent = transport.push({ protocol: protocolVersion, clientId, epoch, commands }, signal);
  // If the program ends here, nobody is left to hear how it went.
  sent.catch(() => {});
  hooks.step('after-push-sent');
  try {
    const { data: answer, error: cause } = pushResponse.safeParse(await wait(sent));
    if (!answer) throw new TransportError('The answer to a push is not of the protocol', { cause });
    progress();
    if (epoch !== null && answer.epoch !== epoch) throw new TransportError('epoch-changed', { code: 'epoch-changed', epoch: answer.epoch });
    return answer;
  } catch (error) {
    if (error instanceof TransportError && (error.code === 'malformed' || error.code === 'too-large')) return 'unsendable';
    throw error;
  }
}
