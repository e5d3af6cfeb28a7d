import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { andraId } from '../andra-id.ts';
import type { Anteckning } from '../anteckning/records.ts';
import { arHandlaggare } from '../behorighet.ts';
import type { Bevakning } from '../bevakning/records.ts';
import type { Change, Context, RejectionCode, State } from '../command.ts';
import { signaturOf } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import { type Etjanst, etjanstId } from '../etjanst/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { vardenAv } from '../katalog/varden.ts';
import { isLass } from '../pagaende.ts';
import type { Person } from '../person/records.ts';
import { parsePersonnummer } from '../personnummer.ts';
import type { Post } from '../post.ts';
import type { Beslut } from './records.ts';
import { type Brevslag, brevmarke, iSammaBrev } from './samma-brev.ts';

/** What the kind of document is known by that a minute is, in the list `dokumenttyp`. */
export const protokollKod = 'protokoll';

/** Nothing of a LASS-beslut is sent, nor what the catalogue says is not (FRAGA-48). */
export const skickas = (insatser: Post<Insats>[], beslut: Beslut): boolean =>
  !beslut.felmarkerad && !isLass(beslut) && !(beslut.utfall === 'bifall' && insatsAv(insatser, beslut)?.data.bifall.utskrift === false);

type Handling = { data: Pick<Dokument, 'knytsTill' | 'typ' | 'felmarkerad'> };
/** Whether a document is the protokoll of one of these beslut. */
const isProtokoll = (
  { data: { knytsTill, typ, felmarkerad } }: Handling,
  ids: readonly string[],
  protokolltyper: readonly string[],
): boolean => knytsTill.type === 'beslut' && ids.includes(knytsTill.id) && !felmarkerad && protokolltyper.includes(typ);

/**
 * Whether a beslut must not leave before the signed protokoll is filed with it (DELEG-03, FORB-75).
 * @param protokolltyper the kinds of document that are one
 */
export function vantarPaProtokoll(
  { id, data }: { id: string; data: Pick<Beslut, 'beslutsfattare' | 'felmarkerad'> },
  handlingar: readonly Handling[],
  protokolltyper: readonly string[],
): boolean {
  if (data.felmarkerad || data.beslutsfattare?.slag !== 'individutskottet') return false;
  return !handlingar.some((one) => isProtokoll(one, [id], protokolltyper));
}

type Mottagaren = Pick<Person, 'skydd' | 'avliden' | 'personnummer'>;
/** How a beslut reaches the kund: never by itself to who is protected, and by the e-service alone where she can read it there (FORB-59, FORB-76). */
export type Utskicksvag = 'skyddad' | 'post' | 'underArton' | 'etjanst';
/** @param dag Swedish day, by which her age is told */
export function utskicksvag(
  { skydd, avliden, personnummer }: Mottagaren,
  etjanst: Pick<Etjanst, 'lage'> | undefined,
  dag: IsoDate,
): Utskicksvag {
  if (skydd !== 'ingen') return 'skyddad';
  // What waits for the night goes there when it is done; what the night failed with does not wait for another.
  if (avliden !== undefined || (etjanst?.lage !== 'aktiv' && etjanst?.lage !== 'vantarPaNatten')) return 'post';
  const last = parsePersonnummer(personnummer, dag);
  return !last.ok || last.age === null || last.age < 18 ? 'underArton' : 'etjanst';
}

/** What a beslut still waits for before it goes to the e-service. */
export type Vantan = 'brev' | 'protokoll' | 'anteckning' | 'natten';
export type Utskickslage =
  /** It does not go there: by post, or not at all. */
  | { slag: 'inget' }
  | { slag: 'skickat' }
  /** It was to go there, and cannot. */
  | { slag: 'uteblir'; vag: Exclude<Utskicksvag, 'etjanst'>; kod: RejectionCode }
  | { slag: 'vantar'; pa: Vantan[] }
  /** Now: these beslut, which are one letter, with these documents. */
  | { slag: 'nu'; beslut: Post<Beslut>[]; handlingar: { del: Brevslag | 'protokoll'; post: Post<Dokument> }[] };

const hinderFor = ({ skydd, avliden }: Mottagaren, vag: Utskicksvag): RejectionCode =>
  avliden !== undefined
    ? 'mottagaren-avliden'
    : vag === 'underArton'
      ? 'mottagaren-under-arton'
      : skydd === 'ingen'
        ? 'etjanst-avslutad'
        : 'mottagaren-skyddad';

export type Utskicksfraga = {
  /** All of the akt. */
  beslut: readonly Post<Beslut>[];
  person: Mottagaren;
  etjanst: Pick<Etjanst, 'lage'> | undefined;
  /** The documents of the akt; of those that hang on a beslut all. */
  handlingar: readonly Post<Dokument>[];
  /** Whether a note is there and will do ({@link duger}). */
  anteckning(id: string, utredningId: string): boolean;
  insatser: Post<Insats>[];
  protokolltyper: readonly string[];
  dag: IsoDate;
};

/**
 * Whether a beslut is to be sent to the e-service now (AUTO-01, FORB-75): the one rule, asked by the view, by the server that looks, and by the
 * command that sends. A handläggare's own at once, when the letter is filed; an enhetschef's after the journal note on it (DELEG-02);
 * individutskottet's with the protokoll (DELEG-03). What is decided together is one letter, and waits for all that any of it waits for.
 */
export function utskickslage(fraga: Utskicksfraga, ett: Post<Beslut>): Utskickslage {
  const { utskick } = ett.data;
  if (!utskick || !skickas(fraga.insatser, ett.data) || utskick.uteblivet) return { slag: 'inget' };
  if (utskick.skickat) return { slag: 'skickat' };
  const vag = utskicksvag(fraga.person, fraga.etjanst, fraga.dag);
  if (vag !== 'etjanst') return { slag: 'uteblir', vag, kod: hinderFor(fraga.person, vag) };
  const alla = iSammaBrev(fraga.beslut, ett);
  const ids = alla.map(({ id }) => id);
  const brev = brevslag.map((del) => ({ del, post: brevet(fraga.handlingar, alla, del) }));
  const protokoll = fraga.handlingar.filter((one) => isProtokoll(one, ids, fraga.protokolltyper));
  const beslutar = (slag: string) => alla.some(({ data }) => data.beslutsfattare?.slag === slag);
  const pa: Vantan[] = [
    ...(brev.some(({ post }) => !post) ? ['brev' as const] : []),
    ...(beslutar('individutskottet') && protokoll.length === 0 ? ['protokoll' as const] : []),
    ...(beslutar('enhetschef') && !alla.some((one) => harAnteckning(fraga, one)) ? ['anteckning' as const] : []),
    ...(fraga.etjanst?.lage === 'aktiv' ? [] : ['natten' as const]),
  ];
  if (pa.length > 0) return { slag: 'vantar', pa };
  return {
    slag: 'nu',
    beslut: alla.filter(({ data }) => data.utskick && !data.utskick.skickat && !data.utskick.uteblivet),
    handlingar: [
      ...brev.flatMap(({ del, post }) => (post ? [{ del, post }] : [])),
      ...protokoll.map((post) => ({ del: 'protokoll' as const, post })),
    ],
  };
}

const brevslag = ['beslut', 'beslutsmeddelande'] as const satisfies Brevslag[];
/** The letters that are not filed yet of a beslut that is to go to the e-service; none of one that is not, or has been sent. */
export function saknadeBrev(
  { beslut, handlingar, insatser }: Pick<Utskicksfraga, 'beslut' | 'handlingar' | 'insatser'>,
  ett: Post<Beslut>,
): Brevslag[] {
  const { utskick } = ett.data;
  if (!utskick || utskick.skickat || utskick.uteblivet || !skickas(insatser, ett.data)) return [];
  const alla = iSammaBrev(beslut, ett);
  return brevslag.filter((slag) => !brevet(handlingar, alla, slag));
}

/** The latest document that is the letter to the kund of these beslut as they stand. */
function brevet(handlingar: readonly Post<Dokument>[], alla: readonly Post<Beslut>[], slag: Brevslag): Post<Dokument> | undefined {
  const ids = alla.map(({ id }) => id);
  return handlingar
    .filter(
      ({ data: { knytsTill, felmarkerad, mottagare, avsandare, underlag = [] } }) =>
        knytsTill.type === 'beslut' &&
        ids.includes(knytsTill.id) &&
        !felmarkerad &&
        !mottagare &&
        avsandare === undefined &&
        alla.every(({ data: { rev } }) => underlag.some(({ type, id }) => type === brevmarke(slag) && id === rev)),
    )
    .sort((a, b) => compare(b.data.skapad.at, a.data.skapad.at) || compare(b.id, a.id))[0];
}

/** The note on the exchange with the enhetschef who decided is signed, and in the utredning's own journal (DELEG-02). */
export const duger = (
  { signerad, felmarkerad, dokumentation }: Pick<Anteckning, 'signerad' | 'felmarkerad' | 'dokumentation'>,
  utredningId: string,
): boolean => signerad !== undefined && felmarkerad === undefined && dokumentation.slag === 'utredning' && dokumentation.id === utredningId;
const harAnteckning = ({ anteckning }: Pick<Utskicksfraga, 'anteckning'>, { data: { utskick, utredningId } }: Post<Beslut>): boolean =>
  utskick?.anteckningId !== undefined && anteckning(utskick.anteckningId, utredningId);

const text: Record<Utskicksvag, string> = {
  skyddad: 'Kunden har skyddade personuppgifter. Kontrollera vart beslutet får skickas.',
  post: 'E-tjänsten är inte aktiv. Skicka beslutet med post.',
  underArton: 'Kunden är under 18 år. Skicka beslutet med post.',
  etjanst: 'Går till e-tjänsten av sig självt. Kontrollera att det kom iväg.',
};
const vantan = ' Vänta på det signerade protokollet.';

type Uppgift = { id: string; enhet: string | undefined; bevakasAvId: string; beslutId: string; text: string; typ?: string };
const uppgiften = ({ id, enhet, bevakasAvId, beslutId, text: vad, typ = 'Skicka beslut' }: Uppgift, context: Context): Change => {
  const data: Bevakning = {
    ...(enhet === undefined ? {} : { enhet }),
    ...{ datum: swedishDay(context.now), status: 'Ej påbörjad' as const, typ, text: vad },
    bevakasAvId,
    ref: { type: 'beslut', id: beslutId },
    skapad: signaturOf(context),
  };
  return { op: 'put', type: 'bevakning', id, data };
};

/** What was to go to the e-service and cannot is a task of whose utredning it is, whatever the unit wants: nothing is left lying. */
export const bevakaUteblivet = (
  vag: Exclude<Utskicksvag, 'etjanst'>,
  given: Pick<Uppgift, 'enhet' | 'bevakasAvId' | 'beslutId'>,
  context: Context,
): Change => uppgiften({ ...given, id: andraId(given.beslutId, 41), text: text[vag] }, context);

/** What the kund has been sent cannot be taken back: that it is felmarkerat is for somebody to tell her. */
export const bevakaFelmarkerat = (given: Pick<Uppgift, 'enhet' | 'bevakasAvId' | 'beslutId'>, context: Context): Change => {
  const vad = 'Beslutet har skickats till kundens e-tjänst och är felmarkerat. Meddela kunden.';
  return uppgiften({ ...given, id: andraId(given.beslutId, 42), typ: 'Meddela kunden', text: vad }, context);
};

/** How those that were decided together leave: which of them go to the e-service by themselves, and the task to send them where the unit wants one. */
export type Utskicksplan = { etjanst: ReadonlySet<string>; bevakningId?: string; changes: Change[] };

/**
 * The task to send what has been decided (FORB-59), where the unit wants one: one for what was decided together, with whoever decided, or else with
 * the utredning's handläggare.
 */
export function planeraUtskick(
  state: Pick<State, 'get' | 'katalog' | 'katalogLista'>,
  { personId, enhet, ansvarigId, beslut }: { personId: string; enhet: string | undefined; ansvarigId: string; beslut: Post<Beslut>[] },
  context: Context,
): Utskicksplan {
  const person = state.get('person', personId);
  const insatser = state.katalogLista('insats');
  const skickade = beslut.filter(({ data }) => skickas(insatser, data));
  const [forsta] = skickade;
  if (!person || !forsta) return { etjanst: new Set(), changes: [] };
  const vag = utskicksvag(person, state.get('etjanst', etjanstId(personId)), swedishDay(context.now));
  const etjanst = new Set(vag === 'etjanst' ? skickade.map(({ id }) => id) : []);
  const vill = vardenAv(state, 'enhet').some(({ kod, bevakaUtskick: on }) => on === true && kod === enhet);
  if (!vill) return { etjanst, changes: [] };
  const vantar = beslut.some(({ data }) => data.beslutsfattare?.slag === 'individutskottet');
  const { id, ...egen } = context.actor;
  // Made again by the same operation it is the same.
  const bevakningId = andraId(forsta.id, 40);
  const bevakasAvId = arHandlaggare(egen) ? id : ansvarigId;
  const changes = [
    uppgiften({ id: bevakningId, enhet, bevakasAvId, beslutId: forsta.id, text: `${text[vag]}${vantar ? vantan : ''}` }, context),
  ];
  return { etjanst, bevakningId, changes };
}
