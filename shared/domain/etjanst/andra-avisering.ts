import { z } from 'zod';
import { defineCommand, reject } from '../command.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { type Etjanst, etjanstId, isOppen } from './records.ts';
import { aktiveringshinder, aviseringsfel } from './regler.ts';

const input = z.strictObject({
  personId: id,
  /** The revision that the kund saw. */
  basRev: id,
  rev: id,
  /** Where an SMS goes, and e-mail; absent = none does. */
  mobil: line(40).optional(),
  epost: line(120).optional(),
});

/**
 * The kund changes how they are told that something has come, in the e-service (MEDB-03): the server's own, in the kund's name, by the rules of who does
 * it in the akt. What the units have noted of how to reach the kund is theirs, and stays.
 */
export const andraAvisering = defineCommand({
  name: 'etjanst.andraAvisering',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, basRev, rev, mobil, epost }) {
    const person = state.get('person', personId);
    const stored = state.get('etjanst', etjanstId(personId));
    if (!person || !stored) return reject('finns-inte');
    // The same again: the button was pressed twice, or the answer was lost.
    if (stored.rev === rev) return [];
    if (stored.rev !== basRev) return reject('andrad-av-annan');
    if (!isOppen(stored)) return reject('etjanst-avslutad');
    const hinder = aktiveringshinder(person);
    if (hinder) return reject(hinder);
    const { sms: _, epost: __, ...kvar } = stored;
    const sms = mobil && (mobil === person.telefon ? { telefon: 1 as const } : { telefon: 2 as const, nummer: mobil });
    const val = { ...(sms ? { sms } : {}), ...(epost ? { epost } : {}) };
    const fel = aviseringsfel(val, person);
    if (fel) return reject(fel.code, fel.falt === 'sms' ? 'mobil' : 'epost');
    const data: Etjanst = { ...(kvar as Etjanst), ...val, rev };
    return [{ op: 'put', type: 'etjanst', id: etjanstId(personId), data }];
  },
});
