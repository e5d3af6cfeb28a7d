import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import type { Brevstart } from '../../state/meddelanden.ts';

/**
 * A message from an open kund is addressed to that kund (FORB-67); whether she is the user's own is found when the recipient is chosen anew, so of one written from here it
 * is asked of the rules as it is sent.
 */
export function tillKunden({ personId, person }: Pick<KundVy, 'personId' | 'person'>): Brevstart {
  const namn = displayName(person);
  return { personId, kund: `${namn} ${formatPersonnummer(person.personnummer)}` };
}
