import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import type { Handlers, ServicePorts } from './service.ts';

/** The catalogue that every form chooses from (FRAGA-11). */
export const katalogService = ({ replica, actor }: Pick<ServicePorts, 'replica' | 'actor'>): Handlers<'katalog.hamta'> => ({
  'katalog.hamta': () => katalogVy(replica.katalog, actor(), replica.tjanster()),
});
