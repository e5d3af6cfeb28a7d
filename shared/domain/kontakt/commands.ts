import { z } from 'zod';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { defineCommand, olderInput, reject } from '../command.ts';
import { id } from '../fields.ts';
import { parsePersonnummer } from '../personnummer.ts';
import { aktScope } from '../scope.ts';
import { type Kontakt, kontaktFalt, kontaktFaltUtanNummer } from './records.ts';

/** The revision of `basRev` is the one the form was filled from; null for a new contact. */
const gemensamt = { personId: id, kontaktId: id, basRev: id.nullable() };
const isNyRev = ({ basRev, kontakt }: { basRev: string | null; kontakt: { rev: string } }): boolean => kontakt.rev !== basRev;
const sammaRev = { path: ['kontakt', 'rev'], error: 'same-revision' };
const utanNummer = z.strictObject({ ...gemensamt, kontakt: kontaktFaltUtanNummer }).refine(isNyRev, sammaRev);
/** The whole form: a field that is left out has been emptied. */
const sparaInput = z.strictObject({ ...gemensamt, kontakt: kontaktFalt }).refine(isNyRev, sammaRev);
const formFields = Object.keys(kontaktFaltUtanNummer.shape);

/** Adds or changes a row of Kontaktuppgifter (PERS-03, PERS-04). */
export const sparaKontakt = defineCommand({
  name: 'kontakt.spara',
  version: 2,
  input: sparaInput,
  older: [olderInput(utanNummer, (older) => older)],
  scope: (input) => aktScope(input.personId),
  decide(state, input, { now }) {
    if (!state.get('person', input.personId)) return reject('finns-inte');
    const stored = state.get('kontakt', input.kontaktId);
    if ((stored?.rev ?? null) !== input.basRev) return reject(stored ? 'andrad-av-annan' : 'finns-inte');
    const { personnummer, ...falt } = input.kontakt;
    const nummer = lasNummer(personnummer, stored, swedishDay(now));
    if (nummer === 'fel') return reject('ogiltigt-personnummer', 'kontakt.personnummer');
    // Whoever it is with another number, the server sees to anew.
    const skyddad = stored?.adressSkyddad && nummer === stored.personnummer;
    if (skyddad && falt.adress) return reject('skydd-adress', 'kontakt.adress');
    const kept = Object.fromEntries(
      Object.entries(stored ?? {}).filter(
        ([field]) => !formFields.includes(field) && field !== 'personnummer' && (skyddad || field !== 'adressSkyddad'),
      ),
    );
    return [
      {
        op: 'put',
        type: 'kontakt',
        id: input.kontaktId,
        data: { ...kept, ...falt, ...(nummer === undefined ? {} : { personnummer: nummer }) },
      },
    ];
  },
});

/** Null = none; what an older program did not ask for stays, and one that stands is not judged anew. */
function lasNummer(given: string | null | undefined, stored: Kontakt | undefined, today: IsoDate): string | undefined | 'fel' {
  if (given === null) return undefined;
  if (given === undefined || given === stored?.personnummer) return stored?.personnummer;
  const number = parsePersonnummer(given, today, { interim: true });
  return number.ok ? number.value : 'fel';
}

const taBortInput = z.strictObject({ personId: id, kontaktId: id, basRev: id });

/** Removes a row of Kontaktuppgifter. */
export const taBortKontakt = defineCommand({
  name: 'kontakt.taBort',
  version: 1,
  input: taBortInput,
  scope: (input) => aktScope(input.personId),
  decide(state, input) {
    const stored = state.get('kontakt', input.kontaktId);
    if (!stored) return reject('finns-inte');
    if (stored.rev !== input.basRev) return reject('andrad-av-annan');
    return [{ op: 'delete', type: 'kontakt', id: input.kontaktId }];
  },
});
