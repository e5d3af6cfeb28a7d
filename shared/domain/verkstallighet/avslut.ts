import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { ersattAv, isLevande } from '../bestallning/urval.ts';
import type { Context } from '../command.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from './records.ts';

/** A bifall whose end date the closing of a verkställighet may move (FRAGA-31). */
export type BeslutAttJustera = {
  id: string;
  data: Beslut;
  /** The end it has now; none = until further notice. */
  fran: string | undefined;
  till: string;
  /** On and locked: the bifall the verkställighet is of (FORB-41). */
  last: boolean;
  /** Ticked when the form opens. */
  forvald: boolean;
  /** It begins after the day: nothing can end before it starts. */
  hinder: 'datum-fore' | undefined;
};

/** Ends later than the day, or not at all. */
export const slutarEfter = (slut: string | undefined, datum: string): boolean => slut === undefined || slut > datum;

/** Bifall that stand: what has not been granted, was marked as wrong or never began has no end to move. */
export const standigtBifall = (beslut: Beslut): boolean => beslut.utfall === 'bifall' && !beslut.felmarkerad && !beslut.aldrigPaborjad;

/** A form that was filled before must not put the old end date back: the beslut takes the command's id as its revision. */
export const medNyRev = <T extends Beslut>(beslut: T, { kommandoId }: Pick<Context, 'kommandoId'>): T =>
  kommandoId === undefined ? beslut : { ...beslut, rev: kommandoId };

/** The orders that were taken in there. */
const inneI = (verkstallighetId: string, bestallningar: Post<Bestallning>[]): Post<Bestallning>[] =>
  bestallningar.filter(({ data }) => isLevande(data) && data.bekraftelse?.verkstallighetId === verkstallighetId);

/** The bifall a verkställighet carries out: the one it was opened of, and those whose order was taken in there. */
export function beslutBakom({ id, data }: Post<Verkstallighet>, bestallningar: Post<Bestallning>[]): Set<string> {
  const inne = inneI(id, bestallningar).map(({ data: order }) => order.beslutId);
  return new Set([...(data.beslutId === undefined ? [] : [data.beslutId]), ...inne]);
}

/**
 * The orders that end when their verkställighet is closed (AVSL-01): nobody carries them out after that day. One that another goes
 * on after an avbrott keeps the end the avbrott gave it, and one that begins later has nothing to end.
 */
export const bestallningarAttAvsluta = (
  verkstallighetId: string,
  bestallningar: Post<Bestallning>[],
  avslutsdatum: string,
): Post<Bestallning>[] =>
  inneI(verkstallighetId, bestallningar).filter(
    ({ id, data }) =>
      data.gallerFran <= avslutsdatum && slutarEfter(data.gallerTom, avslutsdatum) && ersattAv(id, bestallningar) === undefined,
  );

/**
 * The orders that go on when their verkställighet is opened again, with their ends (FORB-42): those that ended with it go as far as
 * the beslut now does. One that was sent with an end of its own keeps the one it has (FORB-34).
 * @param beslut as they are when it is open again
 */
export const bestallningarAttOppna = (
  { id: verkstallighetId, data: { slutdatum } }: Post<Verkstallighet>,
  bestallningar: Post<Bestallning>[],
  beslut: Post<Beslut>[],
): { id: string; data: Bestallning; gallerTom: string | undefined }[] =>
  inneI(verkstallighetId, bestallningar).flatMap(({ id, data }) => {
    const egetSlut = data.avvikelser?.includes('gallerTom') || ersattAv(id, bestallningar) !== undefined;
    const bifall = beslut.find((one) => one.id === data.beslutId)?.data;
    if (slutdatum === undefined || data.gallerTom !== slutdatum || egetSlut || !bifall || !standigtBifall(bifall)) return [];
    return slutarEfter(bifall.giltigTom, slutdatum) ? [{ id, data, gallerTom: bifall.giltigTom }] : [];
  });

/** The other half of a stödfamilj pair: the two hold for the same days (FORB-28). */
export const paretsAndra = ({ id, data }: Post<Beslut>, beslut: Post<Beslut>[]): Post<Beslut> | undefined =>
  data.koppling?.slag === 'stodfamilj'
    ? beslut.find((one) => one.id !== id && one.data.koppling?.id === data.koppling?.id && standigtBifall(one.data))
    : undefined;

/**
 * Which beslut get which end date when a verkställighet is closed (VERK-11, VERK-12, FORB-41, FRAGA-31): those with none or a later
 * one. That of the verkställighet itself is locked on; of LSS Insatser, which every beslut shares, the user chooses.
 */
export function beslutAttJustera(
  verkstallighet: Post<Verkstallighet>,
  beslut: Post<Beslut>[],
  bestallningar: Post<Bestallning>[],
  avslutsdatum: string,
): BeslutAttJustera[] {
  const { lssInsatser, beslutId } = verkstallighet.data;
  const egna = beslut.filter(({ id }) => id === beslutId);
  const lasta = new Set([...egna, ...egna.flatMap((one) => paretsAndra(one, beslut) ?? [])].map(({ id }) => id));
  const bakom = beslutBakom(verkstallighet, bestallningar);
  return beslut
    .filter(
      ({ id, data }) =>
        (lssInsatser || lasta.has(id) || bakom.has(id)) && standigtBifall(data) && slutarEfter(data.giltigTom, avslutsdatum),
    )
    .map(({ id, data }) => ({
      ...{ id, data, fran: data.giltigTom, till: avslutsdatum, last: lasta.has(id), forvald: !lssInsatser },
      hinder: data.giltigFran > avslutsdatum ? 'datum-fore' : undefined,
    }));
}
