import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Aviseras, type Context, defineCommand, type Rejection, reject, signaturOf } from '../command.ts';
import { egnaEnheter, provaEnhet, valdEnhet } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { day, forEnhet, id } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope } from '../scope.ts';
import type { Inkomstblankett } from './records.ts';
import { blanketthinder, isUte, sistahinder } from './regler.ts';

/** The kund is told that there is something to fill in: she alone, for it is hers. */
export const blankettavisering = (personId: string, handelse: string): Aviseras => ({
  ...{ handelse: `inkomstblankett ${handelse}`, slag: 'nytt', personId, postId: etjanstId(personId) },
});

/** Sends a kund the inkomstblankett of a year, by the e-service (INK-01): once, unless it was taken back. */
export const skickaInkomstblankett = defineCommand({
  name: 'inkomst.skicka',
  version: 1,
  input: z.strictObject({
    personId: id,
    blankettId: id,
    rev: id,
    /** The user's unit whose fee it is about. */
    enhet: forEnhet,
    ar: z.int().min(2000).max(2199),
    formularId: id,
    sista: day,
  }),
  scope: ({ personId }) => aktScope(personId),
  aviserar: ({ personId, blankettId }, changes) => (changes.length > 0 ? [blankettavisering(personId, blankettId)] : []),
  decide(state, { personId, blankettId, rev, enhet: vald, ar, formularId, sista }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    if (state.get('inkomstblankett', blankettId)) return reject('finns-redan');
    const annan = provaEnhet(context.actor, person, vald);
    if (annan) return annan;
    const dag = swedishDay(context.now);
    const hinder = blanketthinder(state, personId, ar, dag);
    if (hinder) return reject(hinder, hinder === 'blankett-finns' || hinder === 'blankett-ar' ? 'ar' : undefined);
    if (!state.katalog('inkomstformular', formularId)) return reject('finns-inte-i-katalogen', 'formularId');
    const fel = sistahinder(sista, dag);
    if (fel) return reject(fel, 'sista');
    const avgiftsenhet = valdEnhet(context.actor, person, vald, undefined);
    if (avgiftsenhet === undefined) return reject('annan-enhet', 'enhet');
    const data: Inkomstblankett = { ar, formularId, avgiftsenhet, lage: 'ute', skickad: signaturOf(context), sista, rev };
    return [{ op: 'put', type: 'inkomstblankett', id: blankettId, data }];
  },
});

/** Whoever sent it out, and the others of that unit, do what there is to do with it. */
export const handlaggarhinder = (
  { avgiftsenhet, rev }: Pick<Inkomstblankett, 'avgiftsenhet' | 'rev'>,
  person: Pick<Person, 'enheter'>,
  basRev: string,
  { actor }: Pick<Context, 'actor'>,
): Rejection | undefined => {
  if (!egnaEnheter(actor, person).includes(avgiftsenhet)) return reject('annan-enhet');
  return rev === basRev ? undefined : reject('andrad-av-annan');
};

/** Takes one back that has not come: the kund can no longer fill it in, and the year's may be sent anew. */
export const aterkallaInkomstblankett = defineCommand({
  name: 'inkomst.aterkalla',
  version: 1,
  input: z.strictObject({ personId: id, blankettId: id, basRev: id, rev: id }),
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, blankettId, basRev, rev }, context) {
    const [person, stored] = [state.get('person', personId), state.get('inkomstblankett', blankettId)];
    if (!person || !stored) return reject('finns-inte');
    if (stored.lage === 'aterkallad') return [];
    const hinder = handlaggarhinder(stored, person, basRev, context);
    if (hinder) return hinder;
    if (!isUte(stored.lage)) return reject('blankett-inlamnad');
    const data: Inkomstblankett = { ...stored, lage: 'aterkallad', aterkallad: signaturOf(context), rev };
    return [{ op: 'put', type: 'inkomstblankett', id: blankettId, data }];
  },
});
