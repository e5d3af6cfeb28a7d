import { z } from 'zod';
import type { IsoInstant } from '../../util/datum.ts';
import { defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { meddelandeScope } from '../scope.ts';
import type { Meddelande, Mottagare } from './records.ts';

/** Why it never came: its writer took it back before it went. */
const tillbakataget = 'meddelande-tillbakataget';

const vantar = (en: Mottagare): boolean => en.slag === 'medborgare' && en.levererat === undefined && en.uteblivet === undefined;
const tagen = (en: Mottagare, at: IsoInstant): Mottagare => (vantar(en) ? { ...en, uteblivet: { kod: tillbakataget, at } } : en);
export const isTillbakataget = (en: Mottagare): boolean => en.slag === 'medborgare' && en.uteblivet?.kod === tillbakataget;

/** Nobody has it, and nobody will: it was taken back from all whom it was for. */
export const isHeltTillbakataget = ({ till }: Pick<Meddelande, 'till'>): boolean => till.length > 0 && till.every(isTillbakataget);

/**
 * Takes back a message that waits for the e-service (FORB-63), from those it has not gone to: its writer alone may. When it has gone meanwhile, that is said,
 * and it stands as it went.
 */
export const taTillbakaMeddelande = defineCommand({
  name: 'meddelande.taTillbaka',
  version: 1,
  input: z.strictObject({ gruppId: id, meddelandeId: id }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  decide(state, { meddelandeId }, { actor, now }) {
    const stored = state.get('meddelande', meddelandeId);
    if (!stored) return reject('finns-inte');
    if (stored.fran.slag !== 'anvandare' || stored.fran.anvandareId !== actor.id) return reject('atkomst-saknas');
    if (!stored.till.some(vantar)) return stored.till.some(isTillbakataget) ? [] : reject('meddelande-redan-skickat');
    // The akt says that it waits: what is in the akt is not taken back behind it.
    if (stored.journalfort) return reject('meddelande-redan-journalfort');
    const { vantar: _, ...kvar } = stored;
    return [
      { op: 'put', type: 'meddelande', id: meddelandeId, data: { ...(kvar as Meddelande), till: stored.till.map((en) => tagen(en, now)) } },
    ];
  },
});
