import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { limits, type ProtocolErrorCode } from '../../shared/protocol/protocol.ts';
import { RequestError } from '../util/request-error.ts';

const statusOf: Record<ProtocolErrorCode, number> = {
  malformed: 400,
  'too-large': 413,
  'too-many-requests': 429,
  unauthorised: 401,
  forbidden: 403,
  'wrong-tenant': 403,
  'client-of-other-user': 403,
  gap: 409,
  'epoch-changed': 409,
  'client-ahead': 409,
  'client-too-old': 426,
  'server-too-old': 426,
  'demo-only': 403,
  'not-found': 404,
  'not-received': 404,
  unavailable: 503,
};

/** An address that no route can even be looked for by; the framework's own answer would repeat it. */
export const answerUnreadableAddress = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
  send(reply, translate(error));
};

/** Every error leaves in the protocol's shape; what was unexpected is logged and tells the caller nothing. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = translate(error);
    if (answer.code === 'unavailable') request.log.error(withoutPersonalData(error), 'request failed');
    return send(reply, answer);
  });
  app.setNotFoundHandler((_request, reply) => send(reply, new RequestError('not-found', 'No such address.')));
}

function translate(error: FastifyError): RequestError {
  if (error instanceof RequestError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const paths = error.validation.map(({ instancePath }) => instancePath || '/');
    return new RequestError('malformed', `The request does not follow the protocol at ${paths.join(', ')}.`);
  }
  if (error.statusCode === 429) return new RequestError('too-many-requests', error.message);
  if (error.statusCode === 413) return new RequestError('too-large', `A request is at most ${limits.bodyBytes} bytes.`);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new RequestError('malformed', 'The request cannot be read.');
  }
  return new RequestError('unavailable', 'The server could not do this now. Nothing was half done; try again.');
}

function send(reply: FastifyReply, { code, message, epoch }: RequestError): FastifyReply {
  if (code === 'unavailable') reply.header('retry-after', '2');
  // Whatever the route would have answered in: this is JSON, and no route's own schema.
  return reply
    .code(statusOf[code])
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ error: { code, message, ...(epoch === undefined ? {} : { epoch }) } });
}

/** Messages and details of errors may quote what was stored: only names, codes and places in the program are logged. */
export function withoutPersonalData(error: unknown): Record<string, unknown> {
  const { name, code, constraint, table, routine, stack } = error as Record<string, unknown>;
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
  return { error: { name, code, constraint, table, routine, at: frames?.map((frame) => frame.trim()) } };
}
