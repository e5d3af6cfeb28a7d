import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';
import { type Query, samlade, useQuery } from './query.ts';

/** The records of a kund's akt that the case's forms are filled from; read again when the akt changes. */
export const useAkt = (personId: string): Query<AktVy> => useQuery('kund.akt', { personId }, [`akt:${personId}`, 'session']);

/** The municipality's values, all that forms choose from. */
export const useKatalog = (): Query<KatalogVy> => useQuery('katalog.hamta', {}, ['katalog', 'session']);

export type Aktdata = { akt: AktVy; katalog: KatalogVy };

/** Both, which the tabs of a kund are drawn from. */
export const useAktdata = (personId: string): Query<Aktdata> => samlade({ akt: useAkt(personId), katalog: useKatalog() });
