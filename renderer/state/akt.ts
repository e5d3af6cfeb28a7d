import { type Enhetsmarke, enhetensAkt, enhetOf } from '../../shared/domain/enhet.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';
import { type Query, samlade, useQuery } from './query.ts';

/** The records of a kund's akt that the case's forms are filled from; read again when the akt changes. */
export const useAkt = (personId: string): Query<AktVy> => useQuery('kund.akt', { personId }, [`akt:${personId}`, 'session']);

/** The municipality's values, all that forms choose from. */
export const useKatalog = (): Query<KatalogVy> => useQuery('katalog.hamta', {}, ['katalog', 'session']);

export type Aktdata = { akt: AktVy; katalog: KatalogVy };

/** Both, which the tabs of a kund are drawn from. */
export const useAktdata = (personId: string): Query<Aktdata> => samlade({ akt: useAkt(personId), katalog: useKatalog() });

/** The akt as one of the kund's units has it: what is listed, proposed and checked in a case of that unit. */
export const aktForEnhet = (akt: AktVy, enhet: string | undefined): AktVy =>
  akt.person.data.enheter.length === 1 ? akt : { ...akt, ...enhetensAkt(akt, enhet, akt.person.data) };

const listor = { utredning: 'utredningar', bestallning: 'bestallningar', verkstallighet: 'verkstalligheter' } as const;

/** The same of the unit whose a record of the akt is; the whole where it has none such. */
export function aktForPost(akt: AktVy, type: keyof typeof listor, id: string | undefined): AktVy {
  const post = (akt[listor[type]] as { id: string; data: Enhetsmarke }[]).find((one) => one.id === id);
  return post ? aktForEnhet(akt, enhetOf(type, post.data, akt.person.data)) : akt;
}
