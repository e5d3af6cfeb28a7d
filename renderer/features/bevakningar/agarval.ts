import type { BevakareVy } from '../../../shared/ipc/views.ts';
import type { Val } from '../../components/formular/Valfalt.tsx';

const grupper = { funktion: 'Funktioner', person: 'Personer' } as const;

/** `LSS-handläggare 3 (Berg, Åsa)` */
export const agarnamn = ({ namn, innehavare }: BevakareVy): string => (innehavare === undefined ? namn : `${namn} (${innehavare})`);

/** Who may have a bevakning, to choose from. @param nu whose it is today, by name: it may be one who is offered no more */
export function agarval(agare: readonly BevakareVy[], nu?: { id: string; namn: string }): Val[] {
  const val = agare.map((one): Val => ({ varde: one.id, namn: agarnamn(one), grupp: grupper[one.slag] }));
  return nu && !agare.some(({ id }) => id === nu.id) ? [{ varde: nu.id, namn: nu.namn, grupp: 'Nu' }, ...val] : val;
}
