import { compare } from '../../util/compare.ts';
import { swedishDay, yymmdd } from '../../util/datum.ts';
import { egnaEnheter, enhetOf } from '../enhet.ts';
import { enhetsnamn } from '../katalog/enheter.ts';
import type { Varde } from '../katalog/varden.ts';
import type { MottagenHuvud, Utlamning } from '../overlamning/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { MenyPost, Nod } from './nod.ts';

type Overlamnat = { utlamningar: Post<Utlamning>[]; mottagna: Post<MottagenHuvud>[] };
type Lasare = { enheter: Varde[]; actor: { enheter: string[] }; kund: Pick<Person, 'enheter'>; historik: MenyPost };

/**
 * What came to the user's units from another, and what they have handed to one: the newest first, each under a folder of its own, which is
 * there when something is in it.
 */
export function overlamningNoder({ utlamningar, mottagna }: Overlamnat, { enheter, actor, kund, historik }: Lasare): Nod[] {
  const egna = egnaEnheter(actor, kund);
  const mapp = (
    id: string,
    etikett: string,
    poster: { id: string; etikett: string; at: string; type: 'mottagen' | 'utlamning' }[],
  ): Nod[] =>
    poster.length === 0
      ? []
      : [
          {
            ...{ id, parentId: 'rot', niva: 2, slag: 'overlamnat', etikett, fet: false, ikon: 'enheter' },
            ...{ hoger: String(poster.length), harBarn: true, meny: [] },
          },
          ...[...poster]
            .sort((a, b) => compare(b.at, a.at) || compare(a.id, b.id))
            .map(
              (post): Nod => ({
                ...{ id: `${post.type}/${post.id}`, parentId: id, niva: 3, slag: post.type, etikett: post.etikett, fet: false },
                ...{ ikon: 'dokument', harBarn: false, meny: [historik], ref: { type: post.type, id: post.id } },
              }),
            ),
        ];
  // A copy that waits to be sent lies on the giver's computer too: it is the receiver's.
  const mina = <T extends { enhet?: string | undefined }>(type: 'mottagen' | 'utlamning', poster: Post<T>[]) =>
    poster.filter(({ data }) => egna.includes(enhetOf(type, data, kund) ?? ''));
  const dag = (at: string): string => yymmdd(swedishDay(at));
  return [
    ...mapp(
      'mottaget',
      'Mottaget från andra enheter',
      mina('mottagen', mottagna).map(({ id, data: { namn, franEnhet, lamnad } }) => ({
        ...{ id, type: 'mottagen', at: lamnad.at },
        etikett: `${namn} – från ${enhetsnamn(enheter, franEnhet)} ${dag(lamnad.at)}`,
      })),
    ),
    ...mapp(
      'utlamnat',
      'Lämnat till andra enheter',
      mina('utlamning', utlamningar).map(({ id, data: { namn, tillEnhet, lamnad } }) => ({
        ...{ id, type: 'utlamning', at: lamnad.at },
        etikett: `${namn} – till ${enhetsnamn(enheter, tillEnhet)} ${dag(lamnad.at)}`,
      })),
    ),
  ];
}
