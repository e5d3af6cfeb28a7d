import { z } from 'zod';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useAkt } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';

type Props = { personId: string; dokumentId: string; onClose: () => void };

/** Marks a document of the akt as wrong: asks, and wants a reason (DOK-13, FRAGA-36). */
export function FelmarkeraHandlingDialog({ personId, dokumentId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const handling = akt?.handlingar.find(({ id }) => id === dokumentId);
  return akt && handling ? <Felmarkera akt={akt} handling={handling} onClose={onClose} /> : null;
}

const schema = z.object({ basRev: z.null().optional(), orsak: z.string() });

function Felmarkera({ akt, handling, onClose }: { akt: AktVy; handling: AktVy['handlingar'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const { id: dokumentId, data } = handling;
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'felmarkeraHandling', personId, objekt: dokumentId },
    personId,
    titel: `Felmarkera ${data.rubrik}`,
    start: () => ({ orsak: '' }),
    schema,
    kontroll: ({ orsak }) => (orsak.trim() === '' ? [{ falt: 'orsak', text: 'Orsak saknas. Skriv vad som är fel.' }] : []),
    command: ({ orsak }) => ({ name: 'dokument.felmarkera', input: { personId, dokumentId, orsak: orsak.trim() } }),
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik="Felmarkera handlingen?"
      kund={`${data.rubrik} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      lage={form}
      primar="Ja, felmarkera"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <span>Handlingen blir kvar, går att läsa och visas som felmarkerad. Det går inte att ångra.</span>
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        krav
        tips="Syns vid handlingen."
        varde={form.varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={500}
        rader={3}
      />
    </Formulardialog>
  );
}
