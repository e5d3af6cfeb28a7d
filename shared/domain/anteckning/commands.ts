import { z } from 'zod';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { mayWriteIn } from '../behorighet.ts';
import { type Actor, type Change, type Context, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { day, id, instant, line } from '../fields.ts';
import type { Urval } from '../need.ts';
import { aktScope } from '../scope.ts';
import { luckorIFraser, luckorKvar } from '../text/luckor.ts';
import { isEmptyText, richText } from '../text/text.ts';
import { isOgranskadKopia } from './kopiera.ts';
import { type Anteckning, dokumentationRef, journalRubrik } from './records.ts';

const sparaInput = z
  .strictObject({
    personId: id,
    anteckningId: id,
    dokumentation: dokumentationRef,
    rubrikKod: z.string().min(1).max(60),
    titel: line(120).optional(),
    /** Of a document (DOK-15): what kind, a value of `dokumenttyp`. */
    typ: line(80).min(1).optional(),
    handelsedatum: day,
    text: richText,
    /** The revision the text was written on; null for a note that is new. */
    basRev: id.nullable(),
    /** The revision this save makes. */
    rev: id,
    rattar: id.optional(),
    /** Chosen at a conflict: keep this text beside another unsigned one under the same rubrik. */
    bredvid: z.boolean().optional(),
  })
  // Else a colleague's save on the same revision would pass unseen over this one.
  .refine((input) => input.rev !== input.basRev, { path: ['rev'], error: 'same-revision' });
export type SparaAnteckning = z.infer<typeof sparaInput>;

/** Saves a note (DOK-04, DOK-06, DOK-09), or a document of a given kind (DOK-15): a new one, or new words of one that is not signed. */
export const sparaAnteckning = defineCommand({
  name: 'anteckning.spara',
  version: 1,
  input: sparaInput,
  scope: (input) => aktScope(input.personId),
  need: (input) => ({
    ids: [input.anteckningId, ...(input.rattar ? [input.rattar] : [])],
    anteckningar: input.basRev === null && !input.bredvid && !gathersNotes(input) ? [openTexts(input)] : [],
  }),
  decide(state, input, context) {
    const denied = mayWriteIn(state, input.dokumentation, context.actor);
    if (denied) return denied;
    if (input.typ && !gathersNotes(input)) return reject('ogiltig-indata', 'typ');
    const ofardig = skrivHinder(input, swedishDay(context.now));
    if (ofardig) return ofardig;
    if (input.rattar && !state.get('anteckning', input.rattar)) return reject('finns-inte', 'rattar');
    const stored = state.get('anteckning', input.anteckningId);
    const refused = stored ? mayReplace(stored, input) : mayCreate(state, input);
    if (refused) return refused;
    const sparad = signaturOf(context);
    const data: Anteckning = {
      ...stored,
      dokumentation: input.dokumentation,
      rubrikKod: input.rubrikKod,
      ...(input.titel ? { titel: input.titel } : {}),
      ...(input.typ ? { typ: input.typ } : {}),
      handelsedatum: input.handelsedatum,
      text: input.text,
      rev: input.rev,
      skapad: stored?.skapad ?? sparad,
      sparad,
      ...(input.rattar ? { rattar: input.rattar } : {}),
    };
    if (!input.titel) delete data.titel;
    if (!input.typ) delete data.typ;
    return [{ op: 'put', type: 'anteckning', id: input.anteckningId, data }];
  },
});

/** What is missing in a note as it is written, whatever stands in the akt; a document has a rubrik (DOK-15). */
export function skrivHinder(
  { text, handelsedatum, typ, titel }: Pick<SparaAnteckning, 'text' | 'handelsedatum' | 'typ' | 'titel'>,
  today: IsoDate,
): Rejection | undefined {
  if (typ && !titel) return reject('rubrik-kravs', 'titel');
  if (isEmptyText(text)) return reject('tom-text', 'text');
  return handelsedatum > today ? reject('datum-i-framtiden', 'handelsedatum') : undefined;
}

function mayReplace(stored: Anteckning, input: SparaAnteckning): Rejection | undefined {
  const sameplace = stored.dokumentation.id === input.dokumentation.id && stored.rubrikKod === input.rubrikKod;
  if (!sameplace) return reject('finns-redan');
  if (stored.signerad) return reject('signerad');
  return stored.rev === input.basRev ? undefined : reject('text-andrad', 'text');
}

/**
 * Where texts gather as notes beside each other: the journal, and a verkställighet's rubriker (DOK-03, DOK-12). Under a rubrik
 * of an Utredningsdokument stands one unsigned text at a time: two people there must meet, not pass (FRAGA-61).
 */
export const gathersNotes = ({ dokumentation, rubrikKod }: Pick<SparaAnteckning, 'dokumentation' | 'rubrikKod'>): boolean =>
  dokumentation.slag === 'verkstallighet' || rubrikKod === journalRubrik;

function mayCreate(state: State, input: SparaAnteckning): Rejection | undefined {
  if (input.basRev !== null) return reject('finns-inte');
  if (gathersNotes(input) || input.bredvid) return undefined;
  return openTextUnder(state, input) ? reject('rubrik-har-text', 'text') : undefined;
}

type Place = Pick<SparaAnteckning, 'dokumentation' | 'rubrikKod'>;
const openTexts = ({ dokumentation, rubrikKod }: Place): Urval => ({ dokumentationId: dokumentation.id, osignerad: { rubrikKod } });

/** The unsigned text that stands under a rubrik today, if any. */
export function openTextUnder(state: Pick<State, 'list'>, place: Place): { id: string; data: Anteckning } | undefined {
  return state
    .list('anteckning', openTexts(place))
    .find(
      ({ data }) =>
        data.dokumentation.id === place.dokumentation.id && data.rubrikKod === place.rubrikKod && !data.signerad && !data.felmarkerad,
    );
}

const signeraInput = z.strictObject({ personId: id, anteckningId: id, /** The revision the user read. */ rev: id });

/** Signs and locks a note (DOK-06, FORB-16). Only the one who wrote the words signs them. */
export const signeraAnteckning = defineCommand({
  name: 'anteckning.signera',
  version: 1,
  input: signeraInput,
  scope: (input) => aktScope(input.personId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  decide(state, input, context) {
    const stored = state.get('anteckning', input.anteckningId);
    if (!stored) return reject('finns-inte');
    const denied = mayWriteIn(state, stored.dokumentation, context.actor);
    if (denied) return denied;
    if (stored.signerad) return reject('signerad');
    if (stored.rev !== input.rev) return reject('text-andrad', 'text');
    const hinder = signeraHinder(stored, context.actor, luckorIFraser(state.katalogLista('frastext').map(({ data }) => data)));
    if (hinder) return hinder;
    return put(input.anteckningId, { ...stored, signerad: signaturOf(context) });
  },
});

/**
 * Why these words are not for the actor to sign: the form asks before it shows what will be locked, the command when it runs
 * (DOK-06, KOP-05, FRAS-03).
 * @param luckor what the municipality's frastexter leave to be filled in
 */
export function signeraHinder(
  { sparad, text, kopierad }: Pick<Anteckning, 'text' | 'kopierad'> & { sparad: Pick<Anteckning['sparad'], 'anvandareId'> },
  actor: Pick<Actor, 'id'>,
  luckor: readonly string[],
): Rejection | undefined {
  if (sparad.anvandareId !== actor.id) return reject('inte-forfattare');
  if (isOgranskadKopia({ kopierad })) return reject('ej-granskad');
  return luckorKvar(text, luckor).length > 0 ? reject('luckor-kvar', 'text') : undefined;
}

const felmarkeraInput = z.strictObject({ personId: id, anteckningId: id, orsak: line(500).min(1) });

/** Marks a signed note as wrong; the text stays (DOK-13, DOK-14). By its author or the enhetschef, for good (FRAGA-36). */
export const felmarkeraAnteckning = defineCommand({
  name: 'anteckning.felmarkera',
  version: 1,
  input: felmarkeraInput,
  scope: (input) => aktScope(input.personId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  decide(state, input, context) {
    const stored = state.get('anteckning', input.anteckningId);
    if (!stored) return reject('finns-inte');
    const denied = mayWriteIn(state, stored.dokumentation, context.actor);
    if (denied) return denied;
    if (!stored.signerad) return reject('inte-signerad');
    if (stored.felmarkerad) return reject('redan-felmarkerad');
    if (!mayFelmarkera(stored.signerad.anvandareId, context.actor)) return reject('inte-forfattare');
    return put(input.anteckningId, { ...stored, felmarkerad: { ...signaturOf(context), orsak: input.orsak } });
  },
});

/** FRAGA-36: the author and the enhetschef. */
export const mayFelmarkera = (signedBy: string, actor: Pick<Context['actor'], 'id' | 'roller'>): boolean =>
  signedBy === actor.id || actor.roller.includes('enhetschef');

const avgorInput = z.strictObject({
  personId: id,
  /** Id of the record that keeps the choice. */
  valId: id,
  anteckningId: id,
  val: z.enum(['server', 'egen', 'bada', 'sammanskriven']),
  egenText: richText,
  egenSkriven: instant,
});

/** Records which of two texts the user chose, with both of them, so that no choice loses words (FRAGA-61). */
export const avgorKonflikt = defineCommand({
  name: 'anteckning.avgorKonflikt',
  version: 1,
  input: avgorInput,
  scope: (input) => aktScope(input.personId),
  need: ({ valId, anteckningId }) => ({ ids: [valId, anteckningId] }),
  decide(state, input, context) {
    if (!state.get('person', input.personId)) return reject('finns-inte');
    if (state.get('konfliktval', input.valId)) return reject('finns-redan');
    const server = state.get('anteckning', input.anteckningId);
    const denied = server && mayWriteIn(state, server.dokumentation, context.actor);
    if (denied) return denied;
    const data = {
      anteckningId: input.anteckningId,
      val: input.val,
      egenText: input.egenText,
      ...(server ? { serverText: server.text } : {}),
      avgjord: signaturOf(context),
      egenSkriven: input.egenSkriven,
    };
    return [{ op: 'put', type: 'konfliktval', id: input.valId, data }];
  },
});

const put = (anteckningId: string, data: Anteckning): Change[] => [{ op: 'put', type: 'anteckning', id: anteckningId, data }];
