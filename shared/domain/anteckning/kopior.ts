import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { mayWriteIn } from '../behorighet.ts';
import { type Change, type Context, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { etikettUtredning } from '../etikett.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { dokumentTexter, kanKopieras } from './kopiera.ts';
import type { Anteckning } from './records.ts';

const kopieraInput = z
  .strictObject({
    personId: id,
    franUtredningId: id,
    tillUtredningId: id,
    /** Every text of the one Utredningsdokument, each with the id and revision of its copy. */
    kopior: z.array(z.strictObject({ franId: id, id, rev: id })).max(1000),
    /** Vill du kopiera händelsedatum och tid? Nej unless said otherwise (KOP-03). */
    kopieraHandelsedatum: z.boolean().default(false),
  })
  .refine(({ kopior }) => new Set(kopior.flatMap((kopia) => [kopia.franId, kopia.id])).size === 2 * kopior.length, {
    path: ['kopior'],
    error: 'duplicate-id',
  });

/**
 * Copies all texts of an Utredningsdokument into an empty one (KOP-01 to KOP-05), unsigned and to be reviewed (FORB-19). A text
 * that was written in the meantime is not left behind unseen: the user copies anew.
 */
export const kopieraTrad = defineCommand({
  name: 'anteckning.kopieraTrad',
  version: 1,
  input: kopieraInput,
  scope: ({ personId }) => aktScope(personId),
  need: ({ franUtredningId, tillUtredningId, kopior }) => ({
    ids: kopior.map(({ id }) => id),
    anteckningar: [{ dokumentationId: franUtredningId }, { dokumentationId: tillUtredningId }],
  }),
  decide(state, { franUtredningId, tillUtredningId, kopior, kopieraHandelsedatum }, context) {
    const hinder = kanKopieras(state, franUtredningId, tillUtredningId);
    if (hinder) return reject(hinder.code, hinder.field);
    const dokumentation = { slag: 'utredning', id: tillUtredningId } as const;
    const denied = mayWriteIn(state, dokumentation, context.actor);
    if (denied) return denied;
    const fran = state.get('utredning', franUtredningId);
    const texter = dokumentTexter(state, franUtredningId);
    const copies = new Map(kopior.map((kopia) => [kopia.franId, kopia]));
    if (!fran || texter.length !== copies.size) return reject('andrad-av-annan', 'kopior');
    const sparad = signaturOf(context);
    const changes: Change[] = [];
    for (const { id: franAnteckningId, data: text } of texter) {
      const kopia = copies.get(franAnteckningId);
      if (!kopia) return reject('andrad-av-annan', 'kopior');
      if (state.get('anteckning', kopia.id)) return reject('finns-redan', 'kopior');
      const data: Anteckning = {
        dokumentation,
        rubrikKod: text.rubrikKod,
        ...(text.titel ? { titel: text.titel } : {}),
        handelsedatum: kopieraHandelsedatum ? text.handelsedatum : swedishDay(context.now),
        text: text.text,
        rev: kopia.rev,
        skapad: sparad,
        sparad,
        kopierad: { franUtredningId, franAnteckningId, etikett: etikettUtredning(fran) },
      };
      changes.push({ op: 'put', type: 'anteckning', id: kopia.id, data });
    }
    return changes;
  },
});

const kopiaInput = z.strictObject({ personId: id, anteckningId: id, /** The revision the user read. */ rev: id });

/** Marks a copied text as reviewed: now it can be signed (KOP-05, FORB-19). */
export const granskaKopia = defineCommand({
  name: 'anteckning.granska',
  version: 1,
  input: kopiaInput,
  scope: ({ personId }) => aktScope(personId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  decide(state, input, context) {
    const found = osigneradKopia(state, input, context);
    if ('code' in found) return found;
    const { kopia, kopierad } = found;
    if (kopierad.granskad) return [];
    const data = { ...kopia, kopierad: { ...kopierad, granskad: signaturOf(context) } };
    return [{ op: 'put', type: 'anteckning', id: input.anteckningId, data }];
  },
});

/** Removes a copied text that is not current (KOP-05). The text it was copied from stands where it stood. */
export const taBortKopia = defineCommand({
  name: 'anteckning.taBortKopia',
  version: 1,
  input: kopiaInput,
  scope: ({ personId }) => aktScope(personId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  decide(state, input, context) {
    const found = osigneradKopia(state, input, context);
    return 'code' in found ? found : [{ op: 'delete', type: 'anteckning', id: input.anteckningId }];
  },
});

type Kopia = { kopia: Anteckning; kopierad: NonNullable<Anteckning['kopierad']> };

function osigneradKopia(state: State, { anteckningId, rev }: z.infer<typeof kopiaInput>, context: Context): Kopia | Rejection {
  const kopia = state.get('anteckning', anteckningId);
  if (!kopia?.kopierad) return reject('finns-inte');
  const denied = mayWriteIn(state, kopia.dokumentation, context.actor);
  if (denied) return denied;
  if (kopia.signerad) return reject('signerad');
  if (kopia.rev !== rev) return reject('text-andrad', 'text');
  return { kopia, kopierad: kopia.kopierad };
}
