import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { malutfall, type Uppfoljning, uppfoljningsutfall } from './records.ts';
import { kravsNasta, planerade, planeringshinder, uppfoljningshinder } from './regler.ts';

/**
 * Writes in that a bifall has been followed up, and signs it: one that was planned, or one that was not. Where nothing is to be changed
 * the next one is planned with it; another that a colleague planned for the same day is enough.
 */
export const genomforUppfoljning = defineCommand({
  name: 'uppfoljning.genomfor',
  version: 1,
  input: z.strictObject({
    personId: id,
    beslutId: id,
    uppfoljningId: id,
    /** The revision that the form showed; null = it was not planned. */
    sedd: id.nullable(),
    rev: id,
    dag: day,
    medVem: z.array(line(120).min(1)).min(1).max(20),
    hur: line(80).min(1),
    mal: z.array(z.strictObject({ mal: line(500).min(1), utfall: z.enum(malutfall), kommentar: line(1000).optional() })).max(30),
    sammanfattning: line(4000).min(1),
    utfall: z.enum(uppfoljningsutfall),
    /** The next one, which begins with the same revision. */
    nasta: z.strictObject({ uppfoljningId: id, dag: day }).optional(),
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId: _, beslutId, uppfoljningId, sedd, rev, nasta, ...hallen }, context) {
    const beslut = state.get('beslut', beslutId);
    const hinder = uppfoljningshinder(beslut);
    if (hinder || !beslut) return hinder ?? reject('finns-inte', 'beslutId');
    const stored = state.get('uppfoljning', uppfoljningId);
    if (stored?.felmarkering) return reject('uppfoljningen-felmarkerad');
    if (stored?.genomford) return reject('uppfoljningen-genomford');
    if ((stored?.rev ?? null) !== sedd || (stored && stored.beslutId !== beslutId)) return reject('andrad-av-annan');
    const today = swedishDay(context.now);
    if (hallen.dag > today) return reject('datum-i-framtiden', 'dag');
    if (hallen.dag < beslut.beslutsdatum) return reject('datum-fore', 'dag');
    const alla = state.list('uppfoljning');
    const av = signaturOf(context);
    const data: Uppfoljning = { ...stored, beslutId, genomford: { ...hallen, av }, rev };
    const changes: Change[] = [{ op: 'put', type: 'uppfoljning', id: uppfoljningId, data }];
    if (!nasta) {
      const saknas = hallen.utfall === 'oforandrat' && kravsNasta(beslut, alla, beslutId, uppfoljningId);
      return saknas ? reject('nasta-uppfoljning-kravs', 'nasta.dag') : changes;
    }
    if (hallen.utfall !== 'oforandrat') return reject('nasta-uppfoljning-planeras-inte', 'nasta.dag');
    const nastaHinder = planeringshinder(beslut, nasta.dag);
    if (nastaHinder) return nastaHinder.field === 'dag' ? reject(nastaHinder.code, 'nasta.dag') : nastaHinder;
    if (planerade(alla, beslutId).some((one) => one.id !== uppfoljningId && one.data.planerad === nasta.dag)) return changes;
    if (nasta.uppfoljningId === uppfoljningId || state.get('uppfoljning', nasta.uppfoljningId)) return reject('finns-redan');
    const nya: Uppfoljning = { beslutId, planerad: nasta.dag, planeradAv: av, rev };
    return [...changes, { op: 'put', type: 'uppfoljning', id: nasta.uppfoljningId, data: nya }];
  },
});
