import { z } from 'zod';
import { kortad } from '../../util/kortad.ts';
import { type Change, defineCommand, reject, signaturOf } from '../command.ts';
import { id, line } from '../fields.ts';
import { enhetsnamn, mottagandeEnheter } from '../katalog/enheter.ts';
import { vardenAv } from '../katalog/varden.ts';
import { bevakaEnhetschef } from '../person/bevaka-enhetschef.ts';
import { akttyper } from '../records.ts';
import { aktScope } from '../scope.ts';
import { attLamna } from './att-lamna.ts';
import { type Mottagen, type Utlamning, uppgiftRef } from './records.ts';

const input = z.strictObject({
  personId: id,
  ref: uppgiftRef,
  /** The revision the form showed; null of a beslut from before revisions. */
  sedd: id.nullable(),
  /** Another unit that has the kund, and that the giver may know has her. */
  tillEnhet: z.string().min(1).max(40),
  /** A value of the list `utlamningsgrund`, by name: her consent, or what in the law a decision rests on (OSL 10, 25 and 26 kap.). */
  grund: line(120),
  skal: line(500),
  /** Of the giver's record of it, of the receiver's copy, and of the bevakning that tells the receiver. */
  utlamningId: id,
  mottagenId: id,
  bevakningId: id,
});

/**
 * Lämna till annan enhet: one signed text or one beslut, as it stands and as the form showed it, is copied to another unit of the kund's
 * (OSL 10 and 26 kap.). The giver keeps what was handed to whom and why, the receiver a copy of its own; of all else neither reads more
 * than before. What is felmarkerat afterwards is not told by it.
 */
export const lamnaUppgift = defineCommand({
  name: 'uppgift.lamna',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  overVaggen: true,
  need: ({ ref, utlamningId, mottagenId, bevakningId }) => ({ ids: [ref.id, utlamningId, mottagenId, bevakningId] }),
  decide(state, { personId, ref, sedd, tillEnhet, grund, skal, utlamningId, mottagenId, bevakningId }, context) {
    const { actor } = context;
    const person = state.get('person', personId);
    const uppgift = person && attLamna(state, person, ref);
    // The rule sees all of the akt: what is not of the user's own units is not there for them.
    if (!person || uppgift?.enhet === undefined || !actor.enheter.includes(uppgift.enhet)) return reject('finns-inte');
    if (person.skydd === 'skyddadFolkbokforing' && !actor.skyddadBehorighet) return reject('atkomst-saknas');
    if (uppgift.hinder || !uppgift.innehall) return reject(uppgift.hinder ?? 'osignerat-lamnas-inte');
    if (uppgift.rev !== sedd) return reject('andrad-av-annan');
    const enheter = vardenAv(state, 'enhet');
    if (!mottagandeEnheter(enheter, person.enheter, uppgift.enhet, actor.enheter).includes(tillEnhet))
      return reject('enheten-har-inte-kunden', 'tillEnhet');
    if (!vardenAv(state, 'utlamningsgrund').some(({ namn }) => namn === grund)) return reject('finns-inte-i-katalogen', 'grund');
    if (skal === '') return reject('skal-kravs', 'skal');
    const nya = [utlamningId, mottagenId, bevakningId];
    if (new Set(nya).size < nya.length || nya.some((ny) => akttyper.some((type) => state.get(type, ny)))) return reject('finns-redan');
    const { namn } = uppgift;
    const gemensamt = { namn, grund, skal, lamnad: signaturOf(context) };
    const utlamning: Utlamning = { ...gemensamt, enhet: uppgift.enhet, ref, ...(sedd === null ? {} : { basRev: sedd }), tillEnhet };
    const mottagen: Mottagen = { ...gemensamt, enhet: tillEnhet, franEnhet: uppgift.enhet, innehall: uppgift.innehall };
    const text = kortad(`${enhetsnamn(enheter, uppgift.enhet)} har lämnat en uppgift om en kund till er.`, 120);
    return [
      { op: 'put', type: 'utlamning', id: utlamningId, data: utlamning },
      { op: 'put', type: 'mottagen', id: mottagenId, data: mottagen },
      ...bevakaEnhetschef(state, bevakningId, { text, ref: { type: 'person', id: personId }, enheter: [tillEnhet] }, context),
    ] satisfies Change[];
  },
});
