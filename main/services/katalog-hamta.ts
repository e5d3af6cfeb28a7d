import { oppningsbara } from '../../shared/domain/katalog/lankar.ts';
import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import type { Handlers, ServicePorts } from './service.ts';

/** The catalogue that every form chooses from (FRAGA-11). */
export const katalogService = ({ replica, actor }: Pick<ServicePorts, 'replica' | 'actor'>): Handlers<'katalog.hamta' | 'lank.far'> => ({
  'katalog.hamta': () => katalogVy(replica.katalog, actor(), replica.tjanster()),
  // Compared as a browser reads them: it puts a stroke after a host, and small letters in it.
  'lank.far': ({ adress }) =>
    URL.canParse(adress) && oppningsbara({ katalogLista: replica.katalog }).some((one) => new URL(one).href === new URL(adress).href),
});
