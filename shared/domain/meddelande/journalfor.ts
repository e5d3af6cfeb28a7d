import { z } from 'zod';
import { svenskTid, swedishDay } from '../../util/datum.ts';
import { kortad } from '../../util/kortad.ts';
import type { Anteckning } from '../anteckning/records.ts';
import { dokumentationRef } from '../anteckning/records.ts';
import { mayWriteIn } from '../behorighet.ts';
import { defineCommand, type Lasbart, type Rejection, reject, signaturOf } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { formatPersonnummer } from '../personnummer.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { fromPlainText } from '../text/text.ts';
import type { Avsandare, Meddelande, Mottagare } from './records.ts';
import { isHeltTillbakataget, isTillbakataget } from './ta-tillbaka.ts';

const input = z.strictObject({
  /** The akt it goes to: of what somebody near wrote, or was written, the user says whose (FORB-70). */
  personId: id,
  gruppId: id,
  meddelandeId: id,
  anteckningId: id,
  dokumentation: dokumentationRef,
  rubrikKod: z.string().min(1).max(60),
  rev: id,
});

/**
 * Puts a message into the akt as a signed note: sender, time and the text as it was written (JFOR-01 to -06, FORB-69). Once, whoever does it.
 */
export const journalforMeddelande = defineCommand({
  name: 'meddelande.journalfor',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  tarIn: ({ gruppId }) => meddelandeScope(gruppId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  enhet: (state, { personId, dokumentation: { slag, id: plats } }) => {
    const data = state.get(slag, plats);
    return data && enhetOf(slag, data, state.get('person', personId));
  },
  decide(state, { personId, meddelandeId, anteckningId, dokumentation, rubrikKod, rev }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const meddelande = state.get('meddelande', meddelandeId);
    if (!meddelande) return reject('finns-inte', 'meddelandeId');
    const { kommandoId } = context;
    // What this very command has done already, it has done: as with an e-ansökan that is connected.
    const egen = kommandoId !== undefined && meddelande.journalfort?.kommandoId === kommandoId;
    if (meddelande.journalfort && !egen) return reject('meddelande-redan-journalfort');
    // Nobody has got it, and nobody will: a note of it would tell of what never was.
    if (isHeltTillbakataget(meddelande)) return reject('meddelande-tillbakataget');
    const fel = mayWriteIn(state, dokumentation, context.actor) ?? felAkt(state, personId, person, meddelande);
    if (fel) return fel;
    const plats = state.get(dokumentation.slag, dokumentation.id);
    const dess = plats && enhetOf(dokumentation.slag, plats, person);
    if (meddelande.enhet !== undefined && dess !== undefined && dess !== meddelande.enhet) return reject('annan-enhet', 'dokumentation');
    if (state.get('anteckning', anteckningId)) return reject('finns-redan', 'anteckningId');
    const signerat = signaturOf(context);
    const data: Anteckning = {
      ...{ dokumentation, rubrikKod, titel: journaltitel(meddelande) },
      ...{ handelsedatum: swedishDay(meddelande.skickat), text: fromPlainText(journaltext(meddelande, person)), rev },
      ...{ skapad: signerat, sparad: signerat, signerad: signerat },
    };
    const journalfort = { ...signerat, personId, anteckningId, ...(kommandoId === undefined ? {} : { kommandoId }) };
    return [
      { op: 'put', type: 'anteckning', id: anteckningId, data },
      { op: 'put', type: 'meddelande', id: meddelandeId, data: { ...meddelande, journalfort } },
    ];
  },
});

/** What a note of a message is called. */
export const journaltitel = ({ amne }: Pick<Meddelande, 'amne'>): string => kortad(`Meddelande: ${amne}`, 120);

/** What is about a kund goes to her akt; what is about another, whom somebody near acts for too, to an akt where they are a contact. */
function felAkt(akt: Pick<Lasbart, 'list'>, personId: string, person: Person, meddelande: Meddelande): Rejection | undefined {
  if (meddelande.personId === undefined || meddelande.personId === personId) return undefined;
  const nara = narstaendeI(meddelande).map(({ personnummer }) => personnummer);
  const finns = akt.list('kontakt').some(({ data }) => data.personnummer !== undefined && nara.includes(data.personnummer));
  return finns && person.skydd !== 'skyddadFolkbokforing' ? undefined : reject('meddelande-annan-kund', 'personId');
}

/** Those near the kund who wrote it, or it was written to. */
export const narstaendeI = ({ fran, till }: Pick<Meddelande, 'fran' | 'till'>): Extract<Avsandare, { slag: 'medborgare' }>[] =>
  [fran, ...till].flatMap((one) => (one.slag === 'medborgare' && one.godkannandeId !== undefined ? [one] : []));

/** Somebody a message names, as they stand on paper and in the akt: of a citizen always with the number (MEDD-12). */
export function partord({ skyddad }: Pick<Meddelande, 'skyddad'>, kunden: Pick<Person, 'skydd'> | undefined) {
  // Somebody near who is protected is not named where the kund is not: paper and the akt have more readers.
  const utanNamn = skyddad === true && kunden?.skydd !== 'skyddadFolkbokforing';
  return (one: Avsandare | Mottagare): string => {
    if (one.slag !== 'medborgare') return one.namn;
    return utanNamn && one.godkannandeId !== undefined ? 'Närstående' : `${one.namn} ${formatPersonnummer(one.personnummer)}`;
  };
}

/** Who had not got it when the note was made, or never will. */
function kommet(en: Mottagare): string {
  if (en.slag !== 'medborgare') return '';
  if (isTillbakataget(en)) return ' (togs tillbaka)';
  if (en.uteblivet) return ' (kom inte fram)';
  return en.levererat === undefined ? ' (väntar på e-tjänsten)' : '';
}

/** The words of the note: who, to whom, when, and the text unaltered. */
function journaltext(meddelande: Meddelande, { skydd }: Pick<Person, 'skydd'>): string {
  const { fran, till, amne, skickat, bilagor, text } = meddelande;
  const vem = partord(meddelande, { skydd });
  const rader = [
    `Från: ${vem(fran)}`,
    `Till: ${till.map((en) => `${vem(en)}${kommet(en)}`).join('; ')}`,
    `Skickat: ${svenskTid(skickat)}`,
    `Ämne: ${amne}`,
    ...(bilagor.length > 0 ? [`Bilagor: ${bilagor.map(({ rubrik }) => rubrik).join('; ')}`] : []),
  ];
  return [...rader, '', text].join('\n');
}
