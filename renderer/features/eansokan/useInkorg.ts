import type { InkorgVy } from '../../../shared/ipc/views.ts';
import { useQuery } from '../../state/query.ts';

/** What has come by the e-service; with what was dealt with lately, where it is asked for. What waits in the queue counts, so the akter do too. */
export const useInkorg = (avslutade: boolean) => useQuery('eansokan.inkorg', { avslutade }, ['eansokan', 'akt', 'katalog', 'session']);

/** `4 väntar · 1 över gränsen hos dig` */
export const inkorgtext = ({ antal, hosDig }: InkorgVy): string =>
  [`${antal} väntar`, hosDig > 0 ? `${hosDig} över gränsen hos dig` : 'delas av alla'].join(' · ');
