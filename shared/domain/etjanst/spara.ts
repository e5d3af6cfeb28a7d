import { z } from 'zod';
import { aktAv } from '../akt.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { type Etjanst, etjanstId, isOppen } from './records.ts';
import { aktiveringshinder, aviseringsfel, harBorjat } from './regler.ts';

const input = z.strictObject({
  personId: id,
  /** The revision the form was filled from; null where the kund had no e-service. */
  basRev: id.nullable(),
  rev: id,
  /** The box Meddelande: on, or off. */
  meddelande: z.boolean(),
  inkomstblankett: z.boolean(),
  sms: z.strictObject({ telefon: z.union([z.literal(1), z.literal(2)]), nummer: line(40).optional() }).optional(),
  /** The address that is told; absent = none is. */
  epost: line(120).optional(),
});

/**
 * Turns the e-service on for a kund, changes how they are told, or turns it off (EAKT-05 to -12). On means from the next night: the server
 * activates it (NATT-01). Off counts at once.
 */
export const sparaEtjanst = defineCommand({
  name: 'etjanst.spara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, basRev, rev, meddelande, inkomstblankett, sms, epost }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const postId = etjanstId(personId);
    const stored = state.get('etjanst', postId);
    if ((stored?.rev ?? null) !== basRev) return reject('andrad-av-annan');
    const oppen = stored !== undefined && isOppen(stored);
    if (!meddelande) {
      if (!oppen) return [];
      const data: Etjanst = { ...stored, lage: 'avslutad', slut: { ...signaturOf(context), orsak: 'valt' }, rev };
      return [{ op: 'put', type: 'etjanst', id: postId, data }];
    }
    const hinder = aktiveringshinder(person);
    if (hinder) return reject(hinder);
    if (!oppen && !harBorjat(aktAv(state))) return reject('etjanst-for-tidig');
    const val = { ...(sms ? { sms: sms.telefon === 1 ? { telefon: 1 as const } : sms } : {}), ...(epost === undefined ? {} : { epost }) };
    const fel = aviseringsfel(val, person);
    if (fel) return reject(fel.code, fel.falt);
    // One that failed is tried again the next night, as whoever has mended it expects.
    const ny = !oppen || stored.lage === 'misslyckades';
    const { sms: _, epost: __, misslyckande, uteblivenAvisering, slut, fungerarFran, ...kvar } = stored ?? {};
    const data: Etjanst = {
      ...kvar,
      ...(ny ? {} : fungerarFran === undefined ? {} : { fungerarFran }),
      lage: ny || !stored ? 'vantarPaNatten' : stored.lage,
      begard: ny || !stored ? signaturOf(context) : stored.begard,
      inkomstblankett,
      ...val,
      rev,
    };
    return [{ op: 'put', type: 'etjanst', id: postId, data }];
  },
});
