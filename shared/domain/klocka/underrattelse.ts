import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning, type Utredning } from '../utredning/records.ts';
import { underrattelsehinder } from './part.ts';

/** The day, and how the party was told and of which reason. */
const underrattelse = z.strictObject({ dag: day, hur: line(500).min(1) });
const input = z.strictObject({
  personId: id,
  utredningId: id,
  /** Null takes one away that was noted by mistake. */
  underrattelse: underrattelse.nullable(),
  /** What the form showed; null = none. */
  sedd: underrattelse.nullable(),
});

/** Notes that the party was told that the decision is considerably delayed, and why (FL 11 §): nothing is left to tell of that then. */
export const noteraUnderrattelse = defineCommand({
  name: 'utredning.noteraUnderrattelse',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, { utredningId, underrattelse: ny, sedd }, context) {
    const stored = state.get('utredning', utredningId);
    if (!stored) return reject('finns-inte', 'utredningId');
    if (!isOpenUtredning(stored)) return reject('utredningen-avslutad');
    const { underrattelse: nu, ...utan } = stored;
    if (nu?.dag !== sedd?.dag || nu?.hur !== sedd?.hur) return reject('andrad-av-annan');
    const hinder = ny && !nu && underrattelsehinder({ id: utredningId, data: stored }, state.list('aktualisering'));
    if (hinder) return hinder;
    if (ny && ny.dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'underrattelse.dag');
    if (ny && ny.dag < stored.inkomDatum) return reject('datum-fore', 'underrattelse.dag');
    const data: Utredning = ny ? { ...stored, underrattelse: { ...signaturOf(context), ...ny } } : (utan as Utredning);
    return [{ op: 'put', type: 'utredning', id: utredningId, data }];
  },
});
