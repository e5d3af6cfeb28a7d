import type { Godkannande } from '../../../shared/domain/etjanst/records.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';

/** What an approval rests on today: though the night has not ended it yet, nobody is let in by one that has lost that. */
export const grundAv = ({ person, kontakter, samtycken }: KundVy, { till, samtyckeId }: Pick<Godkannande, 'till' | 'samtyckeId'>) => ({
  person,
  kontakt: kontakter.find(({ id }) => id === till.kontaktId)?.data,
  samtycke: samtycken.find(({ id }) => id === samtyckeId)?.data,
});
