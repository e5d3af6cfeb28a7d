import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { mayRun } from '../../shared/domain/rulebook/command-roles.ts';
import { kirRequest, kirResponse, paths } from '../../shared/protocol/protocol.ts';
import { plusDygn } from '../../shared/util/datum.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';
import type { Nummerbarare } from '../store/person-record.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { RequestError } from '../util/request-error.ts';
import type { CallerOf } from './caller.ts';
import { answerFor, numbersIn } from './kir-answer.ts';
import { errors } from './sync-routes.ts';

/** Of a user who asks too often. */
export type TellKirLimit = (tenant: string, who: { anvandareId: string; namn: string }, asked: { minute: number; day: number }) => void;

/** Questions of one user: more than a day of registering needs, and far less than a copy of the register. */
const most = { minute: 30, day: 300 };

/**
 * What a user is told instead of what the register says, when it is of a kund whom their units do not have.
 * @param kunder who have, or had, the number or another of the same person's
 * @returns undefined when there is none, or their units have one of them
 */
function kundHosAnnan(kunder: Nummerbarare[], actor: Actor, asked: string): z.infer<typeof kirResponse> | undefined {
  const readable = bucketsOfAnvandare(actor);
  const [kund] = kunder;
  if (!kund || kunder.some(({ buckets }) => buckets.some((bucket) => readable.includes(bucket)))) return undefined;
  const isDold = !actor.skyddadBehorighet && kunder.some(({ skydd }) => skydd === 'skyddadFolkbokforing');
  if (isDold) return { post: null, skyddad: true };
  return { post: null, annanEnhet: { personId: kund.id, ...(kund.nummer === asked ? {} : { personnummer: kund.nummer }) } };
}

/**
 * Asks the register of residents about one person (REG-02). Only for those who may register a kund, and every question is in
 * the access log. Someone with skyddad folkbokföring is told of only to those who have the right. A user who asks more than a
 * caseworker has use for is refused for a while; operations hear of it, and the systemförvaltare in the product.
 */
export const kirRoute =
  ({ store, clock }: SyncDependencies, callerOf: CallerOf, kir: Kir | undefined, tellLimit: TellKirLimit): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: paths.kir,
      schema: {
        summary: 'What the register of residents says of a personnummer',
        params: z.object({ tenant: z.string() }),
        body: kirRequest,
        response: { 200: kirResponse, ...errors },
        security: [{ bearer: [] }],
      },
      handler: async (request) => {
        const { tenant, anvandareId, actor } = await callerOf(request);
        if (!mayRun('person.registrera', actor)) throw new RequestError('forbidden', 'Only those who may register a kund may ask.');
        const { personnummer } = request.body;
        const at = clock.now();
        const now = at.toISOString();
        const entry = { id: randomUUID(), at: now, action: 'sokt' as const, personId: null, detail: `KIR ${personnummer}` };
        await store.appendAccess({ tenant, anvandareId, clientId: 'server', serverAt: now }, [entry]);
        // Counted with this one in it: many at once do not slip past each other.
        const asked = await store.kirQuestions(
          { tenant, anvandareId },
          { minute: new Date(at.getTime() - 60_000).toISOString(), day: plusDygn(at, -1).toISOString() },
        );
        if (asked.minute > most.minute || asked.day > most.day) {
          request.log.error({ tenant, anvandareId, asked }, 'a user asks the register of residents too often');
          tellLimit(tenant, { anvandareId, namn: actor.namn }, asked);
          throw new RequestError('too-many-requests', `At most ${most.minute} questions a minute and ${most.day} a day.`);
        }
        const hosAnnan = (kunder: Nummerbarare[]) => kundHosAnnan(kunder, actor, personnummer);
        const kund = hosAnnan(await store.kunderByNumber(tenant, [personnummer]));
        if (kund) return kund;
        if (!kir) throw new RequestError('unavailable', 'This server has no register of residents (--kir-file or --navet-url).');
        const post = await kir.sok(personnummer).catch((cause: unknown) => {
          if (!(cause instanceof KirUnavailable)) throw cause;
          request.log.warn({ reason: cause.message }, 'register of residents');
          throw new RequestError('unavailable', 'The register of residents does not answer.');
        });
        // The number that the register does not know may be one she had before. Of one that it knows it says itself whose it is.
        if (!post) return hosAnnan(await store.kunderByEarlierNumber(tenant, personnummer)) ?? { post: null };
        const known = await store.skyddByNumber(tenant, [personnummer, ...numbersIn(post)]);
        const answer = answerFor(post, known, actor, personnummer);
        if (answer === 'skyddad') return { post: null, skyddad: true as const };
        // She may be a kund under another of her numbers: one person is one akt (FRAGA-06).
        return hosAnnan(await store.kunderByNumber(tenant, [post.personnummer, ...(post.andraNummer ?? [])])) ?? answer;
      },
    });
  };
