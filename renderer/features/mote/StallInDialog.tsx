import { useState } from 'react';
import { motesslag } from '../../../shared/domain/mote/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Says that a meeting is not to be held, with the reason. */
export function StallInDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const post = akt?.moten.find((one) => one.id === id);
  return akt && post ? <StallIn akt={akt} post={post} onClose={onClose} /> : null;
}

function StallIn({ akt, post: { id, data }, onClose }: { akt: AktVy; post: AktVy['moten'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  // As it was when it was asked for: one that a colleague moves meanwhile is not ended unseen.
  const [sedd] = useState(data.rev);
  const motet = `${motesslag[data.slag]} ${data.dag} kl. ${svensktKlockslag(data.fran)}`;
  const form = useOrsaksformular({
    nyckel: { form: 'stallInMote', personId, objekt: id },
    personId,
    titel: `Ställ in ${motet}`,
    uppmaning: 'Skriv varför mötet ställs in.',
    command: (orsak) => ({ name: 'mote.stallIn', input: { personId, moteId: id, sedd, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Ställa in mötet?"
      kund={`${motet} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, ställ in"
      onClose={onClose}
      form={form}
      tips="Syns vid mötet."
    >
      <span>Mötet blir kvar och visas som inställt. Den som har fått en kallelse meddelar du själv. Det går inte att ångra.</span>
    </Orsaksdialog>
  );
}
