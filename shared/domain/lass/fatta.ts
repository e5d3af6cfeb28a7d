import { z } from 'zod';
import { plusDagar, swedishDay } from '../../util/datum.ts';
import { provaFunktion } from '../ansvar.ts';
import { journalRubrik } from '../anteckning/records.ts';
import { type BeslutKatalog, beslutKatalog } from '../beslut/fakta.ts';
import { lssInsatserVal } from '../beslut/input.ts';
import { lssInsatserFel, oppnaLssInsatser } from '../beslut/lss-insatser.ts';
import { putBeslut } from '../beslut/post.ts';
import { type Beslut, omfattning, periodenheter } from '../beslut/records.ts';
import { sammaDagar } from '../beslut/samtidigt.ts';
import { type Change, type Context, defineCommand, isRejection, olderInput, type Rejection, reject, type State } from '../command.ts';
import { enhetFor, enhetOf, provaEnhet } from '../enhet.ts';
import { day, forEnhet, id, type Signatur } from '../fields.ts';
import type { Insats, Rubrik } from '../katalog/records.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import { oppenLssInsatser, oppnaLssInsatserna } from '../lss-insatser.ts';
import { personkretsSedd, sattPersonkrets } from '../person/personkrets.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { luckorIFraser, luckorKvar } from '../text/luckor.ts';
import { isEmptyText, type RichText, richText } from '../text/text.ts';
import { lassAttErsatta } from './pagaende.ts';

const text = z.strictObject({ anteckningId: id, rev: id, text: richText });
const utanSett = z.strictObject({
  personId: id,
  utredningId: id,
  /** The day Försäkringskassans beslutsmeddelande came in, by its postmark (LASS-04). */
  inkomDatum: day,
  /** That it came in (Utredningsjournal), and what it says (Utredningsdokument, rubrik Beslut); both are signed (LASS-06). */
  journal: text,
  beslutstext: text,
  beslut: z.strictObject({
    id,
    giltigFran: day,
    giltigTom: day.optional(),
    omfattning: z.strictObject({ ...omfattning.shape, enhet: z.enum(periodenheter) }),
    personkrets: z.enum(['1', '2', '3']),
    rev: id,
  }),
  /** The ongoing LASS-beslut that this one replaces: it ends the day before (FORB-29). */
  ersatter: id.optional(),
  lssInsatser: lssInsatserVal.optional(),
});
const utanEnhet = utanSett.extend({ personkretsSedd });
const fattaInput = utanEnhet.extend({ enhet: forEnhet });
export type FattaLass = z.infer<typeof fattaInput>;

/**
 * Enters Försäkringskassan's beslut on assistansersättning in one operation: utredning without aktualisering, two signed
 * notes, the beslut, and LSS Insatser when none is open (LASS-01 to LASS-17, FORB-30).
 */
export const fattaLass = defineCommand({
  name: 'lass.fatta',
  version: 3,
  input: fattaInput,
  older: [olderInput(utanSett, (older) => older), olderInput(utanEnhet, (older) => older)],
  scope: (input) => aktScope(input.personId),
  need: ({ journal, beslutstext }) => ({ ids: [journal.anteckningId, beslutstext.anteckningId] }),
  enhet: enhetensForLass,
  decide(state, input, context) {
    const today = swedishDay(context.now);
    const katalog = beslutKatalog(state);
    const insats = lassInsats(katalog.insatser);
    const person = state.get('person', input.personId);
    if (!person) return reject('finns-inte');
    const felEnhet = provaEnhet(context.actor, person, input.enhet);
    if (felEnhet) return felEnhet;
    const enhet = enhetensForLass(state, input, context);
    if (!insats?.data.bifall.timenhet) return reject('finns-inte-i-katalogen');
    const refused =
      upptaget(state, input) ??
      innehallFel(insats.data, input, today) ??
      luckorFel(state, input) ??
      ersattFel(state, input, today) ??
      lssFel(state, katalog, input, today, enhet);
    if (refused) return refused;
    const anteckningar = skrivna(state, insats.data, input, context);
    if (isRejection(anteckningar)) return anteckningar;
    const { id: beslutId, personkrets } = input.beslut;
    const krets = sattPersonkrets(state, input.personId, { enhet, beslutId, personkrets }, input.personkretsSedd);
    if (isRejection(krets)) return reject(krets.code, 'beslut.personkrets');
    return [
      nyUtredning(insats.data, input, context, today, enhet),
      ...anteckningar,
      putBeslut(input.beslut.id, lassBeslut(insats, input, context, today)),
      ...ersatt(state, input),
      ...krets,
      ...oppnaLssInsatser(input.lssInsatser, input.beslut.giltigFran, enhet),
    ];
  },
});

/**
 * The unit that enters it: the chosen one. A program that did not ask showed the whole akt: what it names of that, a beslut it replaces
 * or an LSS Insatser that was open, says whose it is.
 */
function enhetensForLass(state: Pick<State, 'get' | 'katalog' | 'list'>, input: FattaLass, { actor, now }: Context): string | undefined {
  const person = state.get('person', input.personId);
  if (!person) return undefined;
  const ersatt = input.ersatter === undefined ? undefined : state.get('beslut', input.ersatter);
  const oppna = input.lssInsatser?.slag === 'finns' ? oppnaLssInsatserna(state.list('verkstallighet'), swedishDay(now)) : [];
  const enheter = [
    ...(ersatt ? [enhetOf('beslut', ersatt, person)] : []),
    ...oppna.map(({ data }) => enhetOf('verkstallighet', data, person)),
  ];
  const forvald = enhetFor(actor, person, state.katalog('organisation', actor.organisationId));
  return input.enhet ?? (enheter.includes(forvald) && !ersatt ? forvald : (enheter[0] ?? forvald));
}

/** Both texts are signed with the beslut (FRAS-03). */
function luckorFel(state: State, { journal, beslutstext }: FattaLass): Rejection | undefined {
  const luckor = luckorIFraser(state.katalogLista('frastext').map(({ data }) => data));
  if (luckorKvar(journal.text, luckor).length > 0) return reject('luckor-kvar', 'journal');
  return luckorKvar(beslutstext.text, luckor).length > 0 ? reject('luckor-kvar', 'beslutstext') : undefined;
}

/** The catalogue's LASS insats, if the municipality has it. */
export const lassInsats = (insatser: Post<Insats>[]): Post<Insats> | undefined => insatser.find(({ data }) => data.lass && data.aktiv);

function upptaget(state: State, { utredningId, journal, beslutstext, beslut }: FattaLass): Rejection | undefined {
  const taken =
    state.get('utredning', utredningId) ??
    state.get('beslut', beslut.id) ??
    state.get('anteckning', journal.anteckningId) ??
    state.get('anteckning', beslutstext.anteckningId);
  return taken || journal.anteckningId === beslutstext.anteckningId ? reject('finns-redan') : undefined;
}

function innehallFel({ bifall }: Insats, { inkomDatum, journal, beslutstext, beslut }: FattaLass, today: string): Rejection | undefined {
  if (inkomDatum > today) return reject('datum-i-framtiden', 'inkomDatum');
  if (isEmptyText(journal.text)) return reject('tom-text', 'journal.text');
  if (isEmptyText(beslutstext.text)) return reject('tom-text', 'beslutstext.text');
  if (beslut.giltigTom !== undefined && beslut.giltigTom < beslut.giltigFran) return reject('datum-fore', 'beslut.giltigTom');
  return beslut.omfattning.enhet === bifall.timenhet ? undefined : reject('enheten-stammer-inte', 'beslut.omfattning');
}

/** Two LASS-beslut never hold for the same day: the earlier one is replaced, or ends before the new begins. */
function ersattFel(state: State, { ersatter, beslut }: FattaLass, today: string): Rejection | undefined {
  const andra = lassAttErsatta(state.list('beslut'), beslut, today);
  const ersatt = andra.find(({ id }) => id === ersatter);
  if (ersatter !== undefined && !ersatt) return reject('finns-inte', 'ersatter');
  if (ersatt && beslut.giltigFran <= ersatt.data.giltigFran) return reject('datum-fore', 'beslut.giltigFran');
  const kvar = andra.some(({ id, data }) => id !== ersatter && sammaDagar(data, beslut));
  return kvar ? reject('lass-pagar', 'ersatter') : undefined;
}

function lssFel(
  state: State,
  katalog: BeslutKatalog,
  { personId, lssInsatser }: FattaLass,
  today: string,
  enhet: string | undefined,
): Rejection | undefined {
  const verkstalligheter = state.list('verkstallighet');
  const oppen = oppenLssInsatser(verkstalligheter, today);
  const fel = lssInsatserFel({ ...katalog, verkstalligheter }, lssInsatser, { kravs: true, ...(oppen ? { oppen } : {}) });
  if (fel) return reject(fel.kod, fel.falt);
  const oppnas = lssInsatser?.slag === 'oppna' ? lssInsatser.utforareId : undefined;
  return provaFunktion(state, personId, enhet, oppnas, 'lssInsatser.utforareId');
}

/** LASS-03 to LASS-05: ended the day it is entered, since its only beslut is made that day. */
const nyUtredning = (
  { utredningstyper }: Insats,
  { utredningId, inkomDatum }: FattaLass,
  { actor }: Context,
  today: string,
  enhet: string | undefined,
): Change => ({
  op: 'put',
  type: 'utredning',
  id: utredningId,
  data: {
    typ: utredningstyper[0] ?? '',
    startdatum: inkomDatum,
    slutdatum: today,
    inkomDatum,
    ansvarigHandlaggareId: actor.id,
    organisationId: actor.organisationId,
    lass: true,
    ...(enhet === undefined ? {} : { enhet }),
  },
});

/** The titel of the rubrik that the beslut's text is written under (LASS-06). */
const beslutRubrik = 'Beslut';

function skrivna(state: State, { utredningstyper }: Insats, input: FattaLass, { actor, now }: Context): Change[] | Rejection {
  const mallar = state.katalogLista('rubrikmall').map(({ data }) => data);
  const rubrikKod = rubrikMedTitel(rubrikerFor(mallar, 'utredning', utredningstyper[0]), beslutRubrik);
  if (rubrikKod === undefined) return reject('finns-inte-i-katalogen', 'beslutstext');
  const signatur: Signatur = { anvandareId: actor.id, namn: actor.namn, at: now };
  const signerad = (
    { anteckningId, rev, text }: { anteckningId: string; rev: string; text: RichText },
    kod: string,
    handelsedatum: string,
  ): Change => ({
    op: 'put',
    type: 'anteckning',
    id: anteckningId,
    data: {
      dokumentation: { slag: 'utredning', id: input.utredningId },
      rubrikKod: kod,
      handelsedatum,
      text,
      rev,
      skapad: signatur,
      sparad: signatur,
      signerad: signatur,
    },
  });
  return [signerad(input.journal, journalRubrik, input.inkomDatum), signerad(input.beslutstext, rubrikKod, swedishDay(now))];
}

function rubrikMedTitel(rubriker: Rubrik[], titel: string): string | undefined {
  return rubriker.find((rubrik) => rubrik.titel === titel)?.kod;
}

function lassBeslut(insats: Post<Insats>, input: FattaLass, { actor }: Context, today: string): Beslut {
  const { kod, namn, insatskategori } = insats.data.bifall;
  const { id: _, ...falt } = input.beslut;
  return {
    utredningId: input.utredningId,
    insatsId: insats.id,
    beslutskod: kod,
    beslutsnamn: namn,
    utfall: 'bifall',
    insatskategori,
    beslutsdatum: today,
    beslutsfattare: { slag: 'handlaggare', anvandareId: actor.id, namn: actor.namn },
    organisationId: actor.organisationId,
    ...falt,
    ...(input.ersatter ? { ersatter: input.ersatter } : {}),
    ...(input.lssInsatser?.slag === 'avsta' ? { utanLssInsatser: input.lssInsatser.skal } : {}),
  };
}

function ersatt(state: State, { ersatter, beslut }: FattaLass): Change[] {
  const stored = ersatter === undefined ? undefined : state.get('beslut', ersatter);
  const giltigTom = plusDagar(beslut.giltigFran, -1);
  if (ersatter === undefined || !stored || (stored.giltigTom !== undefined && stored.giltigTom <= giltigTom)) return [];
  return [putBeslut(ersatter, { ...stored, giltigTom, rev: beslut.rev })];
}
