import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { isSame } from '../../util/merge.ts';
import type { Anteckning } from '../anteckning/records.ts';
import type { RejectionCode } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import type { Etjanst } from '../etjanst/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isLass } from '../pagaende.ts';
import { alderPa, arUnderArton } from '../person/alder.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Beslut } from './records.ts';
import { type Brevslag, brevetsRevisioner, brevId, iSammaBrev, kundenIBrevet, kundmarke } from './samma-brev.ts';

/** What the kind of document is known by that a minute is, in the list `dokumenttyp`. */
export const protokollKod = 'protokoll';

/** Nothing of a LASS-beslut is sent, nor what the catalogue says is not (FRAGA-48). */
export const skickas = (insatser: Post<Insats>[], beslut: Beslut): boolean =>
  !beslut.felmarkerad && !isLass(beslut) && !(beslut.utfall === 'bifall' && insatsAv(insatser, beslut)?.data.bifall.utskrift === false);

type Handling = { data: Pick<Dokument, 'knytsTill' | 'typ' | 'felmarkerad' | 'mottagare' | 'skapad'> };
type Protokollsbeslut = { id: string; data: Pick<Beslut, 'beslutsfattare' | 'felmarkerad' | 'andrat' | 'utskick'> };

/** The protokoll of what is one letter: filed with one of them, sent to nobody else, and after what individutskottet decided was last changed. */
function protokollen<T extends Handling>(brevets: readonly Protokollsbeslut[], handlingar: readonly T[], typer: readonly string[]): T[] {
  const levande = brevets.filter(({ data }) => !data.felmarkerad);
  const andrade = levande.flatMap(({ data }) => (data.beslutsfattare?.slag === 'individutskottet' ? (data.andrat ?? []) : []));
  return handlingar.filter(
    ({ data: { knytsTill, typ, felmarkerad, mottagare, skapad } }) =>
      knytsTill.type === 'beslut' &&
      levande.some(({ id }) => id === knytsTill.id) &&
      !felmarkerad &&
      !mottagare &&
      typer.includes(typ) &&
      andrade.every((at) => skapad.at > at),
  );
}

/**
 * Whether what is one letter must not leave before the signed protokoll is filed with one of them (DELEG-03, FORB-75); what has left waits for nothing.
 * @param brevets all that the letter tells of ({@link iSammaBrev})
 * @param protokolltyper the kinds of document that are one
 */
export const vantarPaProtokoll = (
  brevets: readonly Protokollsbeslut[],
  handlingar: readonly Handling[],
  protokolltyper: readonly string[],
): boolean =>
  brevets.some(({ data }) => !data.felmarkerad && !data.utskick?.skickat && data.beslutsfattare?.slag === 'individutskottet') &&
  protokollen(brevets, handlingar, protokolltyper).length === 0;

type Mottagaren = Pick<Person, 'skydd' | 'avliden' | 'fodelsedatum'> & Partial<Pick<Person, 'personnummer'>>;
type Kunden = Pick<Person, 'personnummer' | 'efternamn' | 'fornamn'>;
/**
 * How a beslut reaches the kund: never by itself to who is protected, and by the e-service alone where she can read it there (FORB-59, FORB-76);
 * whose age nobody has told may be a child.
 */
export type Utskicksvag = 'skyddad' | 'post' | 'underArton' | 'okandAlder' | 'etjanst';
/** @param dag Swedish day, by which her age is told */
export function utskicksvag(person: Mottagaren, etjanst: Pick<Etjanst, 'lage'> | undefined, dag: IsoDate): Utskicksvag {
  const { skydd, avliden } = person;
  if (skydd !== 'ingen') return 'skyddad';
  // What waits for the night goes there when it is done; what the night failed with does not wait for another.
  if (avliden !== undefined || (etjanst?.lage !== 'aktiv' && etjanst?.lage !== 'vantarPaNatten')) return 'post';
  return aldershinder(person, dag) ?? 'etjanst';
}

/** Why it is not the kund herself who reads what is sent to her; undefined of who is of age. */
export function aldershinder(
  person: Pick<Person, 'fodelsedatum'> & Partial<Pick<Person, 'personnummer'>>,
  dag: IsoDate,
): 'underArton' | 'okandAlder' | undefined {
  if (alderPa(person, dag) === null) return 'okandAlder';
  return arUnderArton(person, dag) ? 'underArton' : undefined;
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
  | { slag: 'nu'; beslut: Post<Beslut>[]; handlingar: Brevhandling[] };

const hinder: Record<Exclude<Utskicksvag, 'etjanst'>, RejectionCode> = {
  skyddad: 'mottagaren-skyddad',
  post: 'etjanst-avslutad',
  underArton: 'mottagaren-under-arton',
  okandAlder: 'mottagaren-okand-alder',
};

export type Utskicksfraga = {
  /** All of the akt. */
  beslut: readonly Post<Beslut>[];
  person: Mottagaren & Kunden;
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
  if (vag !== 'etjanst') return { slag: 'uteblir', vag, kod: fraga.person.avliden === undefined ? hinder[vag] : 'mottagaren-avliden' };
  const alla = iSammaBrev(fraga.beslut, ett);
  const innehall = brevinnehall(fraga, alla);
  const pa: Vantan[] = [
    ...innehall.saknas,
    ...(alla.some(({ data }) => data.beslutsfattare?.slag === 'enhetschef') && !alla.some((one) => harAnteckning(fraga, one))
      ? ['anteckning' as const]
      : []),
    ...(fraga.etjanst?.lage === 'aktiv' ? [] : ['natten' as const]),
  ];
  if (pa.length > 0) return { slag: 'vantar', pa };
  return {
    slag: 'nu',
    beslut: alla.filter(({ data }) => data.utskick && !data.utskick.skickat && !data.utskick.uteblivet),
    handlingar: innehall.handlingar,
  };
}

/** One of the documents that are sent of what is one letter. */
export type Brevhandling = { del: Brevslag | 'protokoll'; post: Post<Dokument> };

/** What is sent of these beslut, which are one letter, whatever the way; and what is not filed of it yet. */
export function brevinnehall(
  fraga: Pick<Utskicksfraga, 'handlingar' | 'protokolltyper'> & { person: Kunden },
  alla: readonly Post<Beslut>[],
): { handlingar: Brevhandling[]; saknas: ('brev' | 'protokoll')[] } {
  const brev = brevslag.map((del) => ({ del, post: brevet(fraga, alla, del) }));
  return {
    handlingar: [
      ...brev.flatMap(({ del, post }) => (post ? [{ del, post }] : [])),
      ...protokollen(alla, fraga.handlingar, fraga.protokolltyper).map((post) => ({ del: 'protokoll' as const, post })),
    ],
    saknas: [
      ...(brev.some(({ post }) => !post) ? ['brev' as const] : []),
      ...(vantarPaProtokoll(alla, fraga.handlingar, fraga.protokolltyper) ? ['protokoll' as const] : []),
    ],
  };
}

const brevslag = ['beslut', 'beslutsmeddelande'] as const satisfies Brevslag[];
/** Whether a letter is to be made of it: it is to go to the e-service, or by digital post, and has not. */
const vantarPaBrev = ({ utskick, digitalPost = [] }: Beslut): boolean =>
  (utskick !== undefined && !utskick.skickat && !utskick.uteblivet) || digitalPost.some((en) => !en.lamnat && !en.uteblivet);

/** The letters that are not filed yet of a beslut that is to be sent by itself or digitally, and their ids; none of one that is not, or has been sent. */
export function saknadeBrev(
  { beslut, person, handlingar, insatser }: Pick<Utskicksfraga, 'beslut' | 'handlingar' | 'insatser'> & { person: Kunden },
  ett: Post<Beslut>,
): { slag: Brevslag; dokumentId: string }[] {
  if (!vantarPaBrev(ett.data) || !skickas(insatser, ett.data)) return [];
  const alla = iSammaBrev(beslut, ett);
  return brevslag.flatMap((slag) => {
    if (brevet({ person, handlingar }, alla, slag)) return [];
    const tidigare = handlingar.filter(({ data }) => isSame(brevetsRevisioner(data, slag), revisioner(alla)));
    return [{ slag, dokumentId: brevId(alla, slag, tidigare.length) }];
  });
}

/** In order; of one from before revisions none. */
const revisioner = (alla: readonly Post<Beslut>[]): string[] => alla.flatMap(({ data: { rev } }) => rev ?? []).sort();

/** The latest document that is the letter to the kund of these beslut as they stand, and of no other: one that is felmarkerat since is none of it. */
function brevet(
  { person, handlingar }: Pick<Utskicksfraga, 'handlingar'> & { person: Kunden },
  alla: readonly Post<Beslut>[],
  slag: Brevslag,
): Post<Dokument> | undefined {
  const kunden = kundenIBrevet(person);
  const ids = alla.map(({ id }) => id);
  const revs = revisioner(alla);
  if (revs.length < alla.length) return undefined;
  return handlingar
    .filter(
      ({ data: { knytsTill, felmarkerad, mottagare, avsandare, underlag } }) =>
        knytsTill.type === 'beslut' &&
        ids.includes(knytsTill.id) &&
        !felmarkerad &&
        !mottagare &&
        avsandare === undefined &&
        isSame(brevetsRevisioner({ underlag }, slag), revs) &&
        (underlag ?? []).every(({ type, rev }) => type !== kundmarke || rev === kunden),
    )
    .sort((a, b) => compare(b.data.skapad.at, a.data.skapad.at) || compare(b.id, a.id))[0];
}

/**
 * The note on the exchange with the enhetschef who decided is signed, in the utredning's own journal, and of no day before the utredning began: the
 * exchange goes before the beslut (DELEG-02).
 */
export const duger = (
  { signerad, felmarkerad, dokumentation, handelsedatum }: Pick<Anteckning, 'signerad' | 'felmarkerad' | 'dokumentation' | 'handelsedatum'>,
  utredning: Post<Pick<Utredning, 'startdatum'>>,
): boolean =>
  signerad !== undefined &&
  felmarkerad === undefined &&
  dokumentation.slag === 'utredning' &&
  dokumentation.id === utredning.id &&
  !isForeUtredningen({ handelsedatum, signerad }, utredning.data);

/** What is noted of a day before the utredning began, or was signed then, tells nothing of a beslut in it. */
export const isForeUtredningen = (
  { handelsedatum, signerad }: Pick<Anteckning, 'handelsedatum'> & { signerad?: Anteckning['signerad'] | boolean },
  { startdatum }: Pick<Utredning, 'startdatum'>,
): boolean => handelsedatum < startdatum || (typeof signerad === 'object' && swedishDay(signerad.at) < startdatum);
const harAnteckning = ({ anteckning }: Pick<Utskicksfraga, 'anteckning'>, { data: { utskick, utredningId } }: Post<Beslut>): boolean =>
  utskick?.anteckningId !== undefined && anteckning(utskick.anteckningId, utredningId);
