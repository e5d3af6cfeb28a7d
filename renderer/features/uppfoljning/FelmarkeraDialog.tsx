import { useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Marks an uppföljning as wrong, or takes away one that is not to be held, with the reason. */
export function FelmarkeraUppfoljningDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const post = akt?.uppfoljningar.find((one) => one.id === id);
  return akt && post ? <Felmarkera akt={akt} post={post} onClose={onClose} /> : null;
}

type Felmarkeraprops = { akt: AktVy; post: AktVy['uppfoljningar'][number]; onClose: () => void };
function Felmarkera({ akt, post: { id, data }, onClose }: Felmarkeraprops) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const beslut = akt.beslut.find((one) => one.id === data.beslutId)?.data;
  const hallen = data.genomford;
  // As it was when it was asked for: what a colleague holds meanwhile is not taken away unseen.
  const [sedd] = useState(data.rev);
  const dag = hallen?.dag ?? data.planerad ?? '';
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraUppfoljning', personId, objekt: id },
    personId,
    titel: `Felmarkera uppföljning ${dag}`,
    uppmaning: hallen ? 'Skriv vad som är fel.' : 'Skriv varför den inte ska genomföras.',
    command: (orsak) => ({ name: 'uppfoljning.felmarkera', input: { personId, uppfoljningId: id, sedd, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera uppföljningen?"
      kund={`${beslut?.beslutsnamn ?? 'Beslutet'} ${dag} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid uppföljningen."
    >
      <span>
        {hallen
          ? 'Uppföljningen blir kvar, visas som felmarkerad och räknas inte. Det går inte att ångra.'
          : 'Den planerade dagen försvinner ur bevakningarna. Uppföljningen blir kvar och visas som felmarkerad.'}
      </span>
    </Orsaksdialog>
  );
}
