import { z } from 'zod';
import { plusManader, swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, type State, signaturOf } from '../command.ts';
import { provaEnhet } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { fristkatalog } from './frist.ts';
import { type Fristakt, fristaktUtanAnteckningar, skrivenSenast } from './fristakt.ts';
import { frister } from './frister.ts';
import type { Fristskjutning } from './records.ts';

const input = z.strictObject({
  personId: id,
  /** The unit whose row it is. */
  enhet: z.string().min(1).max(40),
  nyckel: z.string().min(1).max(200),
  /** Of the record it makes, where none was put off before. */
  skjutningId: id,
  /** Its day, as the form showed it. */
  datum: day,
  till: day,
  skal: line(500).min(1),
  /** The revision of the putting off that the form showed; null = none. */
  sedd: id.nullable(),
  rev: id,
});

/** How far a computed bevakning is put off at most. */
const mestManader = 12;
export const sistaSkjutdag = (today: string): string => plusManader(today, mestManader);

/**
 * Puts a computed bevakning off to another day, with the reason: it is in no list until then, but in the enhetschef's on the day that is theirs
 * unless an enhetschef put it off, and in those of the others where it is several people's by name and one of them put it off. It is shown again when
 * its own day changes. Where
 * its cause is gone, so is the row, as the user wanted.
 */
export const skjutUppFrist = defineCommand({
  name: 'frist.skjutUpp',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: (_, { enhet }) => enhet,
  need: ({ nyckel }) => {
    const objekt = objektIn(nyckel);
    return objekt === undefined ? {} : { ids: [objekt], anteckningar: [{ dokumentationId: objekt }] };
  },
  decide(state, { personId, enhet, nyckel, skjutningId, datum, till, skal, sedd, rev }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const annan = provaEnhet(context.actor, person, enhet);
    if (annan) return annan;
    const today = swedishDay(context.now);
    if (till <= today) return reject('datum-fore', 'till');
    if (till > sistaSkjutdag(today)) return reject('datum-efter', 'till');
    const objekt = objektIn(nyckel);
    if (objekt === undefined) return [];
    const katalog = fristkatalog(state);
    const rad = frister(aktFor(state, { id: personId, data: person }, objekt), katalog).find(
      (one) => one.nyckel === nyckel && one.enhet === enhet,
    );
    if (!rad) return [];
    const tidigare = state.list('fristskjutning').find(({ data }) => data.nyckel === nyckel && data.enhet === enhet);
    if (rad.datum !== datum || (tidigare?.data.rev ?? null) !== sedd) return reject('andrad-av-annan');
    if (!tidigare && state.get('fristskjutning', skjutningId)) return reject('finns-redan');
    const data: Fristskjutning = {
      ...{ enhet, nyckel, namn: rad.regel.namn, datum, till, skal, av: signaturOf(context), rev },
      ...(context.actor.roller.includes('enhetschef') ? { avChef: true } : {}),
    };
    return [{ op: 'put', type: 'fristskjutning', id: tidigare?.id ?? skjutningId, data }];
  },
});

/** The object of a row's key. */
const objektIn = (nyckel: string): string | undefined => id.safeParse(nyckel.split('/')[1]).data;

/** The akt with the notes that the object's rows depend on, and no others. */
function aktFor(state: Pick<State, 'get' | 'list'>, person: Fristakt['person'], objekt: string): Fristakt {
  const not = state.get('anteckning', objekt);
  const iUtredningen = state.list('anteckning', { dokumentationId: objekt });
  return {
    ...fristaktUtanAnteckningar(state, person),
    osignerade: not && !not.signerad && !not.felmarkerad ? [{ id: objekt, data: not }] : [],
    senastSkrivet: (utredningId) => skrivenSenast(iUtredningen, utredningId),
  };
}
