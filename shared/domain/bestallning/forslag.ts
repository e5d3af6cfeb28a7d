import { plusDagar } from '../../util/datum.ts';
import type { Unfinished } from '../../util/unfinished.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Actor } from '../command.ts';
import type { Insats } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';
import { bestallningskategori, isBekraftad, isLevande, type Utforarval, valbaraInsatser } from './urval.ts';

/** What the form of a beställning starts with. */
export type BestallningForslag = Pick<Bestallning, 'beslutId' | 'bestalltDatum' | 'gallerFran' | 'insatser'> &
  Unfinished<
    Pick<
      Bestallning,
      | 'utanBeslut'
      | 'insatskategori'
      | 'bestallarOrganisationId'
      | 'gallerTom'
      | 'utforareId'
      | 'utforarOrganisationId'
      | 'omfattning'
      | 'bestallningstext'
    >
  > & {
    /** Beslutsfattare/beställare as the form shows it. */
    bestallare: string;
  };

/**
 * A form filled from the beslut and the catalogue (FORB-33, FORB-34): an utförare or insats that has no alternative is chosen;
 * a real choice is left to the user.
 * @param val what {@link utforarval} gives
 * @param utforareId the user's choice, when they have made one
 */
export function forvaldBestallning(
  { id, data: beslut }: Post<Beslut>,
  insats: Insats,
  val: Utforarval[],
  actor: Pick<Actor, 'namn' | 'organisationId'>,
  today: string,
  utforareId: string | undefined = val.length === 1 ? val[0]?.utforareId : undefined,
): BestallningForslag {
  const valbara = valbaraInsatser(val, utforareId);
  return {
    beslutId: id,
    utanBeslut: insats.bestallning?.utanBeslut ?? false,
    insatskategori: bestallningskategori(beslut, insats),
    bestallare: actor.namn,
    bestallarOrganisationId: beslut.organisationId ?? actor.organisationId,
    bestalltDatum: today,
    gallerFran: beslut.giltigFran,
    gallerTom: beslut.giltigTom,
    utforareId,
    utforarOrganisationId: val.find((one) => one.utforareId === utforareId)?.organisationId,
    insatser: valbara.length === 1 ? valbara : [],
    omfattning: beslut.omfattning,
  };
}

/** The dates of a new order after an avbrott, and of the one it goes on (BEST-KOP-05, -06, -09, FRAGA-27). */
export const datumEfterAvbrott = (beslut: Pick<Beslut, 'giltigTom'>, avbrottsdatum: string) => {
  const start = plusDagar(avbrottsdatum, 1);
  return { bestalltDatum: start, gallerFran: start, gallerTom: beslut.giltigTom, tidigareGallerTom: plusDagar(start, -1) };
};

/** A new order copied from the one that was interrupted: own name, own dates, the rest as it was (BEST-KOP-03 to -06, FORB-38). */
export function forslagEfterAvbrott(
  tidigare: Bestallning,
  beslut: Beslut,
  avbrottsdatum: string,
  actor: Pick<Actor, 'namn' | 'organisationId'>,
): BestallningForslag & { tidigareGallerTom: string } {
  const { beslutId, utanBeslut, insatskategori, utforareId, utforarOrganisationId, insatser, omfattning, bestallningstext } = tidigare;
  return {
    ...{ beslutId, utanBeslut, insatskategori, utforareId, utforarOrganisationId, insatser, omfattning, bestallningstext },
    bestallare: actor.namn,
    bestallarOrganisationId: beslut.organisationId ?? actor.organisationId,
    ...datumEfterAvbrott(beslut, avbrottsdatum),
  };
}

/** BEST-BORT-01: an order nobody has confirmed may be taken back; else its verkställighet is closed instead. */
export const kanTasBort = (bestallning: Bestallning): boolean => isLevande(bestallning) && !isBekraftad(bestallning);
