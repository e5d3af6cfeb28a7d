import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; dokumentId: string; onClose: () => void };

/** Marks a document of the akt as wrong: asks, and wants a reason (DOK-13, FRAGA-36). */
export function FelmarkeraHandlingDialog({ personId, dokumentId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const handling = akt?.handlingar.find(({ id }) => id === dokumentId);
  return akt && handling ? <Felmarkera akt={akt} handling={handling} onClose={onClose} /> : null;
}

function Felmarkera({ akt, handling, onClose }: { akt: AktVy; handling: AktVy['handlingar'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const { id: dokumentId, data } = handling;
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraHandling', personId, objekt: dokumentId },
    personId,
    titel: `Felmarkera ${data.rubrik}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'dokument.felmarkera', input: { personId, dokumentId, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera handlingen?"
      kund={`${data.rubrik} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid handlingen."
    >
      <span>Handlingen blir kvar, går att läsa och visas som felmarkerad. Det går inte att ångra.</span>
    </Orsaksdialog>
  );
}
