import { z } from 'zod';
import { id, line } from '../fields.ts';
import { avslagFor } from '../katalog/uppslag.ts';
import type { Post } from '../post.ts';
import type { BeslutFakta } from './fakta.ts';
import type { Beslutsutkast } from './input.ts';
import type { Beslut } from './records.ts';

/** What a form says of the others of its kind that it showed beside what it sends (BEST-GEN-02, FRAGA-61). */
export const samtidigt = {
  /** The ids of those it showed; null = a program that did not say. */
  sedda: z.array(id).max(500).nullable(),
  /** Why they are to hold for the same days. */
  samtidigSkal: line(500).optional(),
};
export type Samtidigt = { sedda?: string[] | null | undefined; samtidigSkal?: string | undefined };

export type Dagar = { giltigFran?: string | undefined; giltigTom?: string | undefined };
/** Hold for a day together; without a first day nothing is known. */
export const sammaDagar = (a: Dagar, b: Dagar): boolean =>
  a.giltigFran !== undefined &&
  b.giltigFran !== undefined &&
  a.giltigFran <= (b.giltigTom ?? a.giltigFran) &&
  b.giltigFran <= (a.giltigTom ?? b.giltigFran);

type Fakta = Pick<BeslutFakta, 'insatser' | 'beslut'>;
type Ett = Pick<Beslutsutkast, 'id' | 'insatsId' | 'utfall' | 'giltigFran' | 'giltigTom'>;

/** What the user names each time is never the same twice (FRAGA-10). */
const utreds = ({ insatser }: Fakta, insatsId: string | undefined): boolean =>
  insatsId !== undefined && insatser.find(({ id }) => id === insatsId)?.data.friBenamning !== true;

/** BEST-GEN-02: the standing bifall on the same insats that hold for a day of this one too. */
export function samtidigaBifall(fakta: Fakta, ett: Ett): Post<Beslut>[] {
  if (ett.utfall !== 'bifall' || !utreds(fakta, ett.insatsId)) return [];
  return fakta.beslut.filter(
    ({ id, data }) =>
      id !== ett.id &&
      data.utfall === 'bifall' &&
      !data.felmarkerad &&
      !data.aldrigPaborjad &&
      data.insatsId === ett.insatsId &&
      sammaDagar(data, ett),
  );
}

/**
 * The same of a saved beslut that is changed, and of the other half of its stödfamilj pair: the days are shared (FORB-28). @returns what
 * each of the two would hold beside
 */
export function samtidigaVidAndring(fakta: Fakta, ett: Ett): { id: string; samtidiga: Post<Beslut>[] }[] {
  const koppling = fakta.beslut.find(({ id }) => id === ett.id)?.data.koppling;
  const andra =
    koppling?.slag === 'stodfamilj' && ett.utfall === 'bifall'
      ? fakta.beslut.filter(({ id, data }) => id !== ett.id && data.koppling?.id === koppling.id && !data.felmarkerad)
      : [];
  const { giltigFran, giltigTom } = ett;
  return [ett, ...andra.map(({ id, data }) => ({ ...data, id, giltigFran, giltigTom }))].map((one) => ({
    id: one.id,
    samtidiga: samtidigaBifall(fakta, one),
  }));
}

/** Those about to be made in the same operation. */
const samtidigaIForm = (fakta: Fakta, ett: Ett, form: readonly Ett[]): Ett[] =>
  ett.utfall === 'bifall' && utreds(fakta, ett.insatsId)
    ? form.filter((one) => one.id !== ett.id && one.utfall === 'bifall' && one.insatsId === ett.insatsId && sammaDagar(one, ett))
    : [];

/** The standing beslut of the utredning on the same insats, whatever their outcome: of what came in, somebody has decided. */
const redanBeslutade = (fakta: Fakta & Pick<BeslutFakta, 'utredningId'>, { id: egen, insatsId }: Ett): Post<Beslut>[] => {
  if (!utreds(fakta, insatsId)) return [];
  const insats = fakta.insatser.find(({ id }) => id === insatsId);
  const samma = new Set([insatsId, insats && avslagFor(fakta.insatser, insats)?.id]);
  return fakta.beslut.filter(
    ({ id, data }) => id !== egen && data.utredningId === fakta.utredningId && !data.felmarkerad && samma.has(data.insatsId),
  );
};

/** What the form Beslut shows beside what it holds: what is decided on the same insatser. */
export function beslutAttSe(fakta: Fakta & Pick<BeslutFakta, 'utredningId'>, form: readonly Ett[]): Post<Beslut>[] {
  const ids = new Set(form.flatMap((ett) => [...redanBeslutade(fakta, ett), ...samtidigaBifall(fakta, ett)]).map(({ id }) => id));
  return fakta.beslut.filter(({ id }) => ids.has(id));
}

/** The first of the form that holds beside another bifall without a reason; undefined = none does. */
export const forstaSamtidiga = (fakta: Fakta, form: readonly Ett[], { samtidigSkal: skal }: Samtidigt): Ett | undefined =>
  skal?.trim() ? undefined : form.find((ett) => isSamtidig(fakta, ett, form));

const isSamtidig = (fakta: Fakta, ett: Ett, form: readonly Ett[]): boolean =>
  samtidigaBifall(fakta, ett).length > 0 || samtidigaIForm(fakta, ett, form).length > 0;

/** Whether the form asks for a reason, given or not. */
export const kraverSamtidigSkal = (fakta: Fakta, form: readonly Ett[]): boolean => form.some((ett) => isSamtidig(fakta, ett, form));

/** The reason as the beslut keeps it; on one that holds alone there is none. */
export const samtidigSkal = (
  fakta: Fakta,
  ett: Ett,
  { beslut, samtidigSkal: skal }: Samtidigt & { beslut: readonly Ett[] },
): Pick<Beslut, 'samtidigSkal'> => (skal && isSamtidig(fakta, ett, beslut) ? { samtidigSkal: skal } : {});
