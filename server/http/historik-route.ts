import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { type Enhetsmarke, enhetOf } from '../../shared/domain/enhet.ts';
import { skyddaMedlem } from '../../shared/domain/hushall/skydda.ts';
import { utanNamngivna } from '../../shared/domain/hushall/utan-namngivna.ts';
import { skyddaKontakt } from '../../shared/domain/kontakt/skydda.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { utanAdresser } from '../../shared/domain/person/utan-adress.ts';
import { aktHistorikResponse, paths } from '../../shared/protocol/protocol.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { RequestError } from '../util/request-error.ts';
import type { CallerOf } from './caller.ts';
import { errors } from './sync-routes.ts';

const isOmInkomster = (name: string): boolean => name.startsWith('inkomst.');
/** Which blankett and which answer: what was answered, asked and noted of it is avgiftshandläggarens. */
function utanInkomster(input: unknown): unknown {
  const { personId, blankettId, svarId, ar, sista } = (input ?? {}) as Record<string, unknown>;
  return { personId, blankettId, svarId, ar, sista };
}

/**
 * Whether the log tells a reader of a command: of what their units may read. Of one that left nothing (a refused one, with all its words)
 * nobody knows for certain whose it was: who sent it may have been of another unit that day. It is for those who read all of the kund's.
 * @param mark whose what it wrote is
 */
function laserRad(lasare: { enheter: string[] }, person: Pick<Person, 'enheter'>, mark: Enhetsmarke | undefined): boolean {
  if (mark?.gemensam) return true;
  const enheter = mark ? [enhetOf('handelse', mark, person)] : person.enheter;
  return enheter.every((enhet) => enhet === undefined || lasare.enheter.includes(enhet));
}

/**
 * Everything that was asked of an akt and what became of it, from the server's own command log: for systemförvaltare and
 * enhetschef who may read the akt. Whole inputs, so that every earlier version of a text can be read; who read them is in the
 * access log (FRAGA-62).
 */
export const historikRoute =
  ({ store, clock }: SyncDependencies, callerOf: CallerOf): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: paths.aktHistorik,
      schema: {
        summary: 'Every command on an akt, newest first, refused ones too',
        params: z.object({ tenant: z.string(), personId: z.uuid() }),
        response: { 200: aktHistorikResponse, ...errors },
        security: [{ bearer: [] }],
      },
      handler: async (request) => {
        const { tenant, anvandareId } = await callerOf(request);
        const found = await store.findTenant(tenant);
        const catalogue = found && (await store.catalogueOf(found));
        const actor = catalogue?.actor(anvandareId);
        if (!actor?.roller.some((roll) => roll === 'systemforvaltare' || roll === 'enhetschef'))
          throw new RequestError('forbidden', 'Only systemförvaltare and enhetschef read the log of an akt.');
        const { personId } = request.params;
        const person = await store.personRecord(tenant, personId);
        // A utförare's bucket holds some of the akt; its log tells of all of it.
        const readable = bucketsOfAnvandare({ ...actor, roller: actor.roller.filter((roll) => roll !== 'utforare') });
        if (!person?.buckets.some((bucket) => readable.includes(bucket)))
          throw new RequestError('not-found', 'There is no such akt to read.');
        const now = clock.now().toISOString();
        const entry = { id: randomUUID(), at: now, action: 'last' as const, personId, detail: 'historik' };
        await store.appendAccess({ tenant, anvandareId, clientId: 'server', serverAt: now }, [entry]);
        const alla = await store.commandsOnAkt(tenant, personId, (id) => catalogue?.get('anvandare', id)?.namn ?? id);
        const rader = alla.filter(({ mark }) => laserRad(actor, person.data, mark)).map(({ rad }) => rad);
        // Protected now: where they lived stands in inputs from before, and in those of their contacts.
        const skyddade = person.data.skydd === 'ingen' ? new Set(await store.protectedContacts(tenant, personId)) : undefined;
        const isOpen = (input: unknown) =>
          skyddade !== undefined && !skyddade.has((input as { kontaktId?: string } | null)?.kontaktId ?? '');
        const open = rader.map((rad) => (isOpen(rad.input) ? rad : { ...rad, input: utanAdresser(rad.input) }));
        // Of what a kund told of her incomes the log tells that she did, and no more: not even who reads the log reads that.
        const utanBelopp = open.map((rad) => (isOmInkomster(rad.name) ? { ...rad, input: utanInkomster(rad.input) } : rad));
        if (actor.skyddadBehorighet) return { rader: utanBelopp };
        const nummer = new Set(await store.protectedNumbers(tenant));
        // That somebody of the hushåll has been protected, or is no more, is itself of the protected.
        const known = utanBelopp.filter(({ name }) => name !== skyddaMedlem.name && name !== skyddaKontakt.name);
        return { rader: known.map((rad) => ({ ...rad, input: utanNamngivna(rad.input, nummer) })) };
      },
    });
  };
