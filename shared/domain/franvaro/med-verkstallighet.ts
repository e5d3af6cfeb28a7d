import { compare } from '../../util/compare.ts';
import type { Change } from '../command.ts';
import type { Signatur } from '../fields.ts';
import type { Post } from '../post.ts';
import type { Franvaro } from './records.ts';
import { gallerFranvaro, overlappad } from './regler.ts';

/** What ending a verkställighet on a day does to a frånvaro from it (FORB-82): it ends, or never takes place. */
export type FranvaroVidAvslut<P extends Post<Franvaro> = Post<Franvaro>> = { post: P; atgard: 'slutar' | 'utgar' };

/** The frånvaro that go on longer than their verkställighet, or would begin after it. */
export const franvaroVidAvslut = <P extends Post<Franvaro>>(
  verkstallighetId: string,
  alla: readonly P[],
  datum: string,
): FranvaroVidAvslut<P>[] =>
  alla
    .filter(
      ({ data }) => data.verkstallighetId === verkstallighetId && gallerFranvaro(data) && (data.till === undefined || data.till > datum),
    )
    .map((post) => ({ post, atgard: post.data.fran > datum ? 'utgar' : 'slutar' }));

/** One ended with its verkställighet. Its revision is the command's: a form that was open before is told. */
export function slutMed(data: Franvaro, datum: string, signatur: Signatur, rev: string | undefined): Franvaro {
  const { till, medVerkstallighet: redan, ...rest } = data;
  const tidigareTill = redan ? redan.tidigareTill : till;
  const utgar = data.fran > datum;
  return {
    ...(rest as Franvaro),
    ...(utgar ? (till === undefined ? {} : { till }) : { till: datum }),
    medVerkstallighet: {
      ...{ anvandareId: signatur.anvandareId, namn: signatur.namn, at: signatur.at },
      ...(tidigareTill === undefined ? {} : { tidigareTill }),
      ...(utgar ? { utgar: true as const } : {}),
    },
    ...(rev === undefined ? {} : { rev }),
  };
}

/** The changes of ending those of a verkställighet. */
export const avslutaFranvaro = (
  verkstallighetId: string,
  alla: readonly Post<Franvaro>[],
  datum: string,
  signatur: Signatur,
  kommandoId: string | undefined,
): Change[] =>
  franvaroVidAvslut(verkstallighetId, alla, datum).map(
    ({ post }): Change => ({ op: 'put', type: 'franvaro', id: post.id, data: slutMed(post.data, datum, signatur, kommandoId) }),
  );

/**
 * The frånvaro that a verkställighet gives back when it is opened again: those that ended with it and got no other end since, the first registered first. One
 * stays as it is where another has its days: registered for them meanwhile, or given back before it.
 */
export function franvaroAttOppna<P extends Post<Franvaro>>(verkstallighetId: string, alla: readonly P[]): P[] {
  const slutade = alla.filter(({ data }) => data.verkstallighetId === verkstallighetId && data.medVerkstallighet && !data.felmarkering);
  const blir = new Map<string, Post<Franvaro>>(alla.map((post) => [post.id, post]));
  return slutade
    .toSorted((a, b) => compare(a.data.registrerad.at, b.data.registrerad.at) || compare(a.id, b.id))
    .filter(({ id, data }) => {
      const ater = somForr(data, undefined);
      if (overlappad([...blir.values()], verkstallighetId, id, ater)) return false;
      blir.set(id, { id, data: ater });
      return true;
    });
}

/** One as it was before its verkställighet was ended. */
export function somForr(data: Franvaro, rev: string | undefined): Franvaro {
  const { medVerkstallighet, till: _, ...rest } = data;
  const till = medVerkstallighet?.tidigareTill;
  return { ...(rest as Franvaro), ...(till === undefined ? {} : { till }), ...(rev === undefined ? {} : { rev }) };
}
