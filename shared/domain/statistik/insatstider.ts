import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { skaVerkstallas, verkstalldaTider } from '../klocka/verkstallt.ts';
import { isLass, standigtBifall } from '../pagaende.ts';
import { avlidenSenast } from '../person/dodsfall.ts';
import type { Person, RegistreradPersonkrets } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Statistikbeskrivning, Statistikinsats } from './records.ts';

/** What is asked of an akt. */
export type Statistikakt = Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'> & {
  person: Post<Person>;
  personkretsar: Post<RegistreradPersonkrets>[];
};

type Dagar = { fran: IsoDate; till?: IsoDate | undefined };
/** Days on which a kind of insats was carried out, the last included; of the beslut that carried it on a day, or at the end where that was before. */
export type Insatstid = Dagar & { kod: string; beslutId: string; beslutsdatum: IsoDate };

export const tacker = ({ fran, till }: Dagar, dag: IsoDate): boolean => fran <= dag && (till === undefined || till >= dag);

/** As what an insats is told; undefined for one that the list does not tell of. */
export const statistikinsatsFor = <T extends Pick<Statistikinsats, 'insatser' | 'lagrum'>>(
  rader: readonly T[],
  insats: Pick<Insats, 'kod' | 'lagrumKod'> | undefined,
): T | undefined =>
  insats &&
  rader.find(
    ({ insatser, lagrum }) => insatser?.includes(insats.kod) || (insats.lagrumKod !== undefined && lagrum?.includes(insats.lagrumKod)),
  );

/** What has not happened on the day of a list is a plan, and no end of it is told. */
export const slutDen = ({ till }: Dagar, dag: IsoDate): IsoDate | undefined => (till !== undefined && till <= dag ? till : undefined);

/** The bifall that stand of what some rows of a description tell of, and as which. */
function bifallenAv<T extends Pick<Statistikinsats, 'insatser' | 'lagrum'>>(
  akt: Statistikakt,
  rader: readonly T[],
  lagrum: Statistikbeskrivning['lagrum'],
  insatser: Post<Insats>[],
): { post: Post<Beslut>; som: T }[] {
  return akt.beslut.flatMap((post) => {
    if (!standigtBifall(post.data) || isLass(post.data)) return [];
    const insats = insatsAv(insatser, post.data)?.data;
    const som = insats?.lagrum === lagrum ? statistikinsatsFor(rader, insats) : undefined;
    return som ? [{ post, som }] : [];
  });
}

/** The bifall that stand of what the catalogue does not have: by which law, and as what they are to be told, nobody can say. */
const okandaBifall = (akt: Statistikakt, insatser: Post<Insats>[]): Post<Beslut>[] =>
  akt.beslut.filter(({ data }) => standigtBifall(data) && !isLass(data) && insatsAv(insatser, data) === undefined);

/** When those were carried out, each by itself. */
export function okandaTider(akt: Statistikakt, insatser: Post<Insats>[]): (Insatstid & { namn: string })[] {
  const dod = avlidenSenast(akt.person.data);
  return okandaBifall(akt, insatser).flatMap((post) => {
    const { beslutsdatum, beslutsnamn: namn } = post.data;
    return tiderAv(akt, post, dod).map((tid) => ({ ...tid, kod: '', beslutId: post.id, beslutsdatum, namn }));
  });
}

type Fraga = [akt: Statistikakt, rader: readonly Statistikinsats[], lagrum: Statistikbeskrivning['lagrum'], insatser: Post<Insats>[]];

/**
 * When each kind of insats was carried out: within the days of its beslut, and no longer than she lived. Two of a kind at once, or one straight after the
 * other, are one.
 * @param dag that the list is of: what was decided for later is not what carried it then
 */
export const insatstider = (dag: IsoDate, ...fraga: Fraga): Insatstid[] =>
  [...Map.groupBy(varForSig(...fraga), ({ kod }) => kod).values()].flatMap((tider) => ihop(tider, dag));

/** When what is carried out elsewhere was, each beslut by itself: one of a kind may be and the other not. */
export function externaTider(...fraga: Fraga): Insatstid[] {
  const externa = new Set(fraga[0].beslut.flatMap(({ id, data }) => (data.externPlacering ? [id] : [])));
  return externa.size === 0 ? [] : varForSig(...fraga).filter(({ beslutId }) => externa.has(beslutId));
}

function varForSig(...[akt, rader, lagrum, insatser]: Fraga): Insatstid[] {
  const dod = avlidenSenast(akt.person.data);
  return bifallenAv(akt, rader, lagrum, insatser).flatMap(({ post, som }) =>
    skaVerkstallas(insatser, post.data)
      ? tiderAv(akt, post, dod).map((tid) => ({ ...tid, kod: som.kod, beslutId: post.id, beslutsdatum: post.data.beslutsdatum }))
      : [],
  );
}

function tiderAv(akt: Statistikakt, { id, data }: Post<Beslut>, dod: IsoDate | undefined): Dagar[] {
  return verkstalldaTider({ id, data }, akt).flatMap(({ fran, till }) => {
    const slut = [till, data.giltigTom, dod].filter((one) => one !== undefined).sort()[0];
    const borjan = fran < data.giltigFran ? data.giltigFran : fran;
    return slut !== undefined && slut < borjan ? [] : [{ fran: borjan, till: slut }];
  });
}

function ihop(tider: Insatstid[], dag: IsoDate): Insatstid[] {
  const kvar: Insatstid[] = [];
  for (const tid of tider.toSorted((a, b) => compare(a.fran, b.fran) || compare(a.till ?? '9999', b.till ?? '9999'))) {
    const forra = kvar.at(-1);
    if (!forra || (forra.till !== undefined && tid.fran > plusDagar(forra.till, 1))) kvar.push({ ...tid });
    else if (forra.till !== undefined && (tid.till === undefined || tid.till > forra.till))
      kvar[kvar.length - 1] = tid.fran > dag ? { ...forra, till: tid.till } : { ...tid, fran: forra.fran };
  }
  return kvar;
}

/** Of what is only told as a number: which of them she has on the day. */
export const summorPa = (
  akt: Statistikakt,
  { summor = [], lagrum }: Statistikbeskrivning,
  insatser: Post<Insats>[],
  dag: IsoDate,
): string[] => [...new Set(insatstider(dag, akt, summor, lagrum, insatser).flatMap((tid) => (tacker(tid, dag) ? [tid.kod] : [])))];

/** Why a bifall that holds on a day is not told of. */
export type Utelamnadorsak = 'ejVerkstallt' | 'avliden' | 'verkstallsInte' | 'baraAssistansersattning';
export type Utelamnad = { personId: string; orsak: Utelamnadorsak; beslutId: string; namn: string };

/**
 * The bifall that hold on the day and are told of nowhere in the list, each with the reason: decided is not carried out; who has died has nothing carried
 * out; what the municipality carries nothing out of; and who has assistansersättning alone (SFB).
 */
export function utelamnade(akt: Statistikakt, beskrivning: Statistikbeskrivning, insatser: Post<Insats>[], dag: IsoDate): Utelamnad[] {
  const { lagrum } = beskrivning;
  const tider = insatstider(dag, akt, beskrivning.insatser, lagrum, insatser).filter((tid) => tacker(tid, dag));
  const personId = akt.person.id;
  const dod = avlidenSenast(akt.person.data);
  const gallerPa = ({ data }: Post<Beslut>) => tacker({ fran: data.giltigFran, till: data.giltigTom }, dag);
  const bifall = [
    ...bifallenAv(akt, beskrivning.insatser, lagrum, insatser),
    ...okandaBifall(akt, insatser).map((post) => ({ post, som: undefined })),
  ];
  const arMed = (post: Post<Beslut>, kod: string | undefined) =>
    kod === undefined ? tiderAv(akt, post, dod).some((tid) => tacker(tid, dag)) : tider.some((tid) => tid.kod === kod);
  const rader = bifall.flatMap(({ post, som }): Utelamnad[] => {
    if (!gallerPa(post) || arMed(post, som?.kod)) return [];
    const rad = { personId, beslutId: post.id, namn: post.data.beslutsnamn };
    if (!skaVerkstallas(insatser, post.data)) return [{ ...rad, orsak: 'verkstallsInte' }];
    if (dod === undefined || dod >= dag) return [{ ...rad, orsak: 'ejVerkstallt' }];
    // Of who has died only what nobody has closed is to be looked at.
    return tiderAv(akt, post, undefined).some((tid) => tacker(tid, dag)) ? [{ ...rad, orsak: 'avliden' }] : [];
  });
  const lass = akt.beslut.find((post) => standigtBifall(post.data) && isLass(post.data) && gallerPa(post));
  if (lagrum !== 'LSS' || !lass || tider.length > 0 || rader.length > 0) return rader;
  return [{ personId, beslutId: lass.id, namn: lass.data.beslutsnamn, orsak: 'baraAssistansersattning' }];
}
