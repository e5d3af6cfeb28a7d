import { useState } from 'react';
import { isPlanerat, motesslag } from '../../../shared/domain/mote/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Marks a meeting as noted by mistake, with the reason. */
export function FelmarkeraMoteDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const post = akt?.moten.find((one) => one.id === id);
  return akt && post ? <Felmarkera akt={akt} post={post} onClose={onClose} /> : null;
}

function Felmarkera({ akt, post: { id, data }, onClose }: { akt: AktVy; post: AktVy['moten'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  // As it was when it was asked for: one that a colleague moves meanwhile is not taken away unseen.
  const [sedd] = useState(data.rev);
  const motet = `${motesslag[data.slag]} ${data.dag} kl. ${svensktKlockslag(data.fran)}`;
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraMote', personId, objekt: id },
    personId,
    titel: `Felmarkera ${motet}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'mote.felmarkera', input: { personId, moteId: id, sedd, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera mötet?"
      kund={`${motet} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid mötet."
    >
      <span>
        {isPlanerat(data)
          ? 'Felmarkera ett möte som hamnade fel, till exempel hos fel kund. Ska det inte bli av ställer du in det i stället. '
          : 'En anteckning som är skriven om mötet felmarkerar du för sig. '}
        Mötet blir kvar, visas som felmarkerat och räknas inte. Det går inte att ångra.
      </span>
    </Orsaksdialog>
  );
}
