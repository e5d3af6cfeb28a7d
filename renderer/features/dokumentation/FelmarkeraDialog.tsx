import { z } from 'zod';
import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import { displayName, type Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useFormular } from '../../state/useFormular.ts';

type Props = {
  personId: string;
  person: Person;
  note: AnteckningVy;
  onFelmarkerad: (val: { kopia: boolean }) => void;
  onClose: () => void;
};

const schema = z.object({ orsak: z.string(), kopia: z.boolean() });

/** DOK-13 and FORB-16: asks, wants a reason, and offers a corrected copy. */
export function FelmarkeraDialog({ personId, person, note, onFelmarkerad, onClose }: Props) {
  const { dokumentation, rubrikKod } = note.data;
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'felmarkera', personId, objekt: { dokumentationId: dokumentation.id, rubrikKod, anteckningId: note.id } },
    personId,
    titel: 'Felmarkera anteckning',
    start: () => ({ orsak: '', kopia: false }),
    schema,
    kontroll: ({ orsak }) => (orsak.trim() === '' ? [{ falt: 'orsak', text: 'Orsak saknas. Skriv varför anteckningen är fel.' }] : []),
    command: ({ orsak }) => ({ name: 'anteckning.felmarkera', input: { personId, anteckningId: note.id, orsak: orsak.trim() } }),
    onSaved: onFelmarkerad,
  });
  const vad = [note.rubrik, note.data.handelsedatum, nottitel(note.data)].filter(Boolean).join(', ');
  return (
    <Formulardialog
      rubrik="Felmarkera anteckningen?"
      kund={`${vad} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      lage={form}
      primar="Ja, felmarkera"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <span>Texten blir kvar och visas som felmarkerad. Det går inte att ångra.</span>
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        krav
        tips="Syns vid anteckningen."
        varde={form.varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={500}
        rader={3}
      />
      <Kryssruta falt="kopia" etikett="Skapa rättad kopia" vald={form.varden.kopia} onVald={(kopia) => form.change({ kopia })} />
    </Formulardialog>
  );
}
