import { useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';
import { franvarotid } from './franvaroformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Marks a frånvaro as registered by mistake, with the reason. */
export function FelmarkeraFranvaroDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const post = akt?.franvaron.find((one) => one.id === id);
  return akt && post ? <Felmarkera akt={akt} post={post} onClose={onClose} /> : null;
}

function Felmarkera({ akt, post: { id, data }, onClose }: { akt: AktVy; post: AktVy['franvaron'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  // As it was when it was asked for: one that a colleague changes meanwhile is not taken away unseen.
  const [sedd] = useState(data.rev);
  const vad = `Frånvaro ${franvarotid(data)}`;
  const skickat = akt.franvarounderlag.some((one) => one.data.franvaroId === id);
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraFranvaro', personId, objekt: id },
    personId,
    titel: `Felmarkera ${vad.toLowerCase()}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'franvaro.felmarkera', input: { personId, franvaroId: id, sedd, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera frånvaron?"
      kund={`${vad} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid frånvaron."
    >
      <span>
        Frånvaron blir kvar, visas som felmarkerad och räknas inte. Avgiftshandläggaren ser det som en rättelse. Det går inte att ångra.
        {skickat && ' Ett underlag är skickat om den: skicka en rättelse efteråt.'}
      </span>
    </Orsaksdialog>
  );
}
