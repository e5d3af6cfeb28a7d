import { z } from 'zod';
import { kanAnsvara } from '../ansvar.ts';
import { arHandlaggare } from '../behorighet.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { forEnhet, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { horhinder } from './hor.ts';
import { type Mote, motesfalt } from './records.ts';

/** Plans a meeting or a home visit, or moves and changes one that is planned. One that has been held already is planned for its day too. */
export const planeraMote = defineCommand({
  name: 'mote.planera',
  version: 1,
  input: z.strictObject({
    personId: id,
    moteId: id,
    /** Of one that is about no utredning or beslut, which of the user's units it is of. */
    enhet: forEnhet,
    hor: z.strictObject({ type: z.enum(['utredning', 'beslut']), id }).optional(),
    ...motesfalt,
    /** The revision that the form showed; null = there was none. */
    sedd: id.nullable(),
    rev: id,
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: (state, { personId, moteId, hor, enhet }, { actor }) => {
    const person = state.get('person', personId);
    const stored = state.get('mote', moteId);
    if (stored) return enhetOf('mote', stored, person);
    const om = hor && state.get(hor.type, hor.id);
    return (hor && om && enhetOf(hor.type, om, person)) ?? (person && valdEnhet(actor, person, enhet, undefined));
  },
  decide(state, { personId, moteId, enhet: vald, hor, sedd, rev, ...falt }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const stored = state.get('mote', moteId);
    if (stored?.felmarkering) return reject('motet-felmarkerat');
    if (stored?.hallet) return reject('motet-hallet');
    if (stored?.installt) return reject('motet-installt');
    if ((stored?.rev ?? null) !== sedd) return reject('andrad-av-annan');
    const annan = provaEnhet(context.actor, person, vald);
    if (annan) return annan;
    const om = hor && state.get(hor.type, hor.id);
    if (hor && !om) return reject('finns-inte', 'hor');
    // What it was about before may have been ended since: it is still moved.
    const ended =
      hor && stored?.hor?.id !== hor.id
        ? horhinder(hor.type === 'beslut' ? { beslut: state.get('beslut', hor.id) } : { utredning: state.get('utredning', hor.id) })
        : undefined;
    if (ended) return reject(ended, 'hor');
    const horEnhet = hor && om && enhetOf(hor.type, om, person);
    const enhet = stored ? enhetOf('mote', stored, person) : (horEnhet ?? valdEnhet(context.actor, person, vald, undefined));
    if (horEnhet !== undefined && horEnhet !== enhet) return reject('annan-enhet', 'hor');
    if (falt.till !== undefined && falt.till <= falt.fran) return reject('motet-slutar-fore', 'till');
    if (!falt.enskild && falt.kontaktIds.length + falt.andra.length === 0) return reject('inget-valt', 'enskild');
    // Who was there before may be gone by now.
    if (falt.kontaktIds.some((one) => !stored?.kontaktIds.includes(one) && !state.get('kontakt', one)))
      return reject('finns-inte', 'kontaktIds');
    for (const anvandareId of falt.anvandareIds) {
      if (stored?.anvandareIds.includes(anvandareId)) continue;
      const anvandare = state.katalog('anvandare', anvandareId);
      if (!anvandare || !arHandlaggare(anvandare)) return reject('finns-inte-i-katalogen', 'anvandareIds');
      // It would be in nobody's list: they may not read of it.
      if (!kanAnsvara({ id: anvandareId, data: anvandare }, personId, person, enhet))
        return reject('ansvarig-utan-atkomst', 'anvandareIds');
    }
    const { till: _, plats: __, hor: ___, ...kvar } = stored ?? { planerat: signaturOf(context), andringar: -1 };
    const data = {
      ...kvar,
      ...(enhet === undefined ? {} : { enhet }),
      ...(hor ? { hor } : {}),
      ...falt,
      andringar: (stored?.andringar ?? -1) + 1,
      rev,
    } as Mote;
    return [{ op: 'put', type: 'mote', id: moteId, data }];
  },
});
