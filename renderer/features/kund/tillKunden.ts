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

/** VALK-02: the default text; it is read and changed before it is sent (FORB-73). */
export const valkomsttext =
  'Hej! Nu är vår e-tjänst påslagen för dig. Framöver får du handlingar och kallelser här i stället för med post eller sms. Här kommer du också att kunna läsa din genomförandeplan och andra dokument. Finns det någon, till exempel en närstående eller god man, som du vill ge samtycke till att skriva och få information via e-tjänsten? Hör då av dig till mig eller din handläggare.';
