import { svenskTid, swedishDay } from '../../util/datum.ts';
import type { State } from '../command.ts';
import { partord } from '../meddelande/journalfor.ts';
import type { Meddelande } from '../meddelande/records.ts';
import { displayName } from '../person/records.ts';
import { fromPlainText } from '../text/text.ts';
import type { Uppgift } from './modell.ts';
import { type Byggd, dokumentAv, kundensUppgifter, ramFor } from './ram.ts';

/**
 * A message on paper (MEDD-14): who, to whom, when, and the text unaltered. It is of the day it was sent, so that it is the same document whenever it is made.
 * @param state of the akt of the kund it is about, or of the catalogue alone
 */
export function meddelandedokument(state: Pick<State, 'get' | 'katalogLista'>, meddelande: Meddelande): Byggd {
  const { fran, till, amne, text, skickat, bilagor, personId, enhet, journalfort } = meddelande;
  const person = personId === undefined ? undefined : state.get('person', personId);
  const ram = ramFor(state, { kod: 'meddelande', dag: swedishDay(skickat), enhet });
  if (!ram.ok) return ram;
  const vem = partord(meddelande, person);
  const om: Uppgift[] = person ? kundensUppgifter(person) : [];
  return dokumentAv(ram.value, {
    titel: { amne },
    uppgifter: [
      ...om,
      { etikett: 'Från', varde: vem(fran) },
      { etikett: 'Till', varde: till.map(vem).join('; ') },
      { etikett: 'Skickat', varde: svenskTid(skickat) },
      { etikett: 'Ämne', varde: amne },
      ...(bilagor.length > 0 ? [{ etikett: 'Bilagor', varde: bilagor.map(({ rubrik }) => rubrik).join('; ') }] : []),
      ...(journalfort ? [{ etikett: 'Journalfört', varde: `${svenskTid(journalfort.at)} av ${journalfort.namn}` }] : []),
    ].filter(({ varde }) => varde !== ''),
    delar: text.trim() === '' ? [] : [{ slag: 'text', text: fromPlainText(text) }],
    lopande: person ? displayName(person) : amne,
  });
}
