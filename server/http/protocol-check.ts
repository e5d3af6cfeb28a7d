import type { FastifyRequest } from 'fastify';
import { limits, oldestProtocol, protocolVersion } from '../../shared/protocol/protocol.ts';
import { RequestError } from '../util/request-error.ts';

/**
 * Looks at what must be judged before the body's form is: a client of another protocol version may well have another form,
 * and must hear that it is its version, not its writing, that is wrong.
 */
export async function checkProtocol(request: FastifyRequest): Promise<void> {
  const { protocol, commands } = (request.body ?? {}) as { protocol?: unknown; commands?: unknown };
  if (typeof protocol === 'number' && protocol < oldestProtocol) {
    throw new RequestError('client-too-old', `This server speaks protocol ${oldestProtocol} to ${protocolVersion}. Update the program.`);
  }
  if (typeof protocol === 'number' && protocol > protocolVersion) {
    throw new RequestError('server-too-old', `This server speaks protocol ${oldestProtocol} to ${protocolVersion} and has to be updated.`);
  }
  if (Array.isArray(commands) && commands.length > limits.pushCommands) {
    throw new RequestError('too-large', `A push holds at most ${limits.pushCommands} commands.`);
  }
}
