import type { Akt } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { ersattAv, isLevande } from '../bestallning/urval.ts';
import type { Context } from '../command.ts';
import { beviljat, standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from './records.ts';

/** A bifall whose end date the closing of a verkställighet may move (FRAGA-31). */
export type BeslutAttJustera = {
  id: string;
  data: Beslut;
  /** The end it has now; none = until further notice. */
  fran: string | undefined;
  /** The end it gets; of what never begins its first day, for a program that does not know of that. */
  till: string;
  /** It begins after the day: nothing of it is carried out (FORB-43). */
  paborjasInte: boolean;
  /** On and locked: the bifall the verkställighet is of (FORB-41). */
  last: boolean;
  /** Ticked when the form opens. */
  forvald: boolean;
  /** It begins after the day, and another verkställighet is of it or has taken its order in: it is not this one's to withdraw. */
  hinder: 'datum-fore' | undefined;
};

/** Ends later than the day, or not at all. */
export const slutarEfter = (slut: string | undefined, datum: string): boolean => slut === undefined || slut > datum;

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
 * What happens to orders when a verkställighet is closed (AVSL-01): nobody carries out what was taken in there after that day. What runs
 * ends; one that another goes on after an avbrott keeps the end the avbrott gave it. What begins later is taken back, and so is every
 * order of a bifall that never begins: it can be ordered anew.
 * @param paborjasInte ids of the bifall that never begin
 */
export function ordrarVidAvslut(
  verkstallighetId: string,
  bestallningar: Post<Bestallning>[],
  avslutsdatum: string,
  paborjasInte: readonly string[],
): { avslutas: Post<Bestallning>[]; aterkallas: Post<Bestallning>[] } {
  const inne = new Set(inneI(verkstallighetId, bestallningar));
  const aterkallas = bestallningar.filter(
    (one) => (inne.has(one) && one.data.gallerFran > avslutsdatum) || (isLevande(one.data) && paborjasInte.includes(one.data.beslutId)),
  );
  const kvar = bestallningar.filter((one) => !aterkallas.includes(one));
  const avslutas = kvar.filter(
    (one) => inne.has(one) && slutarEfter(one.data.gallerTom, avslutsdatum) && ersattAv(one.id, kvar) === undefined,
  );
  return { avslutas, aterkallas };
}

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

/** The other half of a stödfamilj pair: the two hold for the same days, and begin or never begin together (FORB-28). */
export const paretsAndra = ({ id, data }: Post<Beslut>, beslut: Post<Beslut>[]): Post<Beslut> | undefined =>
  data.koppling?.slag === 'stodfamilj'
    ? beslut.find((one) => one.id !== id && one.data.koppling?.id === data.koppling?.id && beviljat(one.data))
    : undefined;

/** What is chosen, and the other halves of pairs among it. */
export const medPar = (valda: ReadonlySet<string>, beslut: Post<Beslut>[]): Set<string> =>
  new Set([...valda, ...beslut.filter(({ id }) => valda.has(id)).flatMap((one) => paretsAndra(one, beslut)?.id ?? [])]);

/**
 * Which beslut get which end date when a verkställighet is closed (VERK-11, VERK-12, FORB-41, FRAGA-31): those with none or a later
 * one. That of the verkställighet itself is locked on; of LSS Insatser, which every beslut shares, the user chooses.
 */
export function beslutAttJustera(
  verkstallighet: Post<Verkstallighet>,
  { beslut, bestallningar, verkstalligheter }: Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'>,
  avslutsdatum: string,
): BeslutAttJustera[] {
  const { lssInsatser, beslutId } = verkstallighet.data;
  const lasta = medPar(new Set(beslutId === undefined ? [] : [beslutId]), beslut);
  const bakom = medPar(beslutBakom(verkstallighet, bestallningar), beslut);
  const annanstans = (id: string) =>
    bestallningar.some(({ data }) => {
      const inne = data.bekraftelse?.verkstallighetId;
      return data.beslutId === id && isLevande(data) && inne !== undefined && inne !== verkstallighet.id;
    }) ||
    verkstalligheter.some(
      (one) =>
        one.id !== verkstallighet.id &&
        one.data.beslutId === id &&
        !one.data.aldrigPaborjad &&
        slutarEfter(one.data.slutdatum, avslutsdatum),
    );
  return beslut
    .filter(
      ({ id, data }) =>
        (lssInsatser || lasta.has(id) || bakom.has(id)) && standigtBifall(data) && slutarEfter(data.giltigTom, avslutsdatum),
    )
    .map(({ id, data }) => {
      const borjarSenare = data.giltigFran > avslutsdatum;
      const hinder = borjarSenare && [...medPar(new Set([id]), beslut)].some(annanstans) ? 'datum-fore' : undefined;
      return {
        ...{ id, data, fran: data.giltigTom, till: borjarSenare ? data.giltigFran : avslutsdatum, hinder },
        ...{ last: lasta.has(id), forvald: !lssInsatser, paborjasInte: borjarSenare },
      };
    });
}
