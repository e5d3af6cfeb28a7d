import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { id, line } from '../fields.ts';
import { anvandarScope } from '../scope.ts';

const notera = z.strictObject({
  /** Whom it is told: a systemförvaltare. */
  till: id,
  anvandareId: id,
  namn: line(120),
  minut: z.int().nonnegative(),
  dygn: z.int().nonnegative(),
});

/** Tells a systemförvaltare that a user asks the register of residents unusually often: the server's own, once a day of each user. */
export const noteraKir = defineCommand({
  name: 'kir.notera',
  version: 1,
  input: notera,
  scope: ({ till }) => anvandarScope(till),
  decide(state, { till, ...fragor }, { now }) {
    const notisId = `kirNotis:${till}:${fragor.anvandareId}:${swedishDay(now)}`;
    if (state.get('kirNotis', notisId)) return [];
    return [{ op: 'put', type: 'kirNotis', id: notisId, data: { ...fragor, at: now } }];
  },
});

/** The systemförvaltare has seen it: it leaves the start page, and stays on record. */
export const kvitteraKir = defineCommand({
  name: 'kir.kvittera',
  version: 1,
  input: z.strictObject({ notisId: z.string().min(1).max(200) }),
  scope: (_, actor) => anvandarScope(actor.id),
  decide(state, { notisId }, context) {
    const stored = state.get('kirNotis', notisId);
    if (!stored) return reject('finns-inte');
    return stored.kvitterad ? [] : [{ op: 'put', type: 'kirNotis', id: notisId, data: { ...stored, kvitterad: signaturOf(context) } }];
  },
});
