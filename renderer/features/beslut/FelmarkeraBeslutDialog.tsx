import { z } from 'zod';
import { levandeBestallningar } from '../../../shared/domain/beslut/bestallbart.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useAkt } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';

type Props = { personId: string; beslutId: string; onClose: () => void };

/** Marks a saved beslut as wrong: asks, wants a reason, names what goes with it (FRAGA-24). */
export function FelmarkeraBeslutDialog({ personId, beslutId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  return akt && beslut ? <Felmarkera akt={akt} beslut={beslut} onClose={onClose} /> : null;
}

const schema = z.object({ basRev: z.null().optional(), orsak: z.string() });

function Felmarkera({ akt, beslut, onClose }: { akt: AktVy; beslut: AktVy['beslut'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { id: beslutId, data } = beslut;
  const { data: person } = akt.person;
  const { koppling } = data;
  const par =
    koppling && koppling.slag !== 'serie' ? akt.beslut.filter((one) => one.id !== beslutId && one.data.koppling?.id === koppling.id) : [];
  const obekraftade = [beslutId, ...par.map(({ id }) => id)]
    .flatMap((id) => levandeBestallningar(akt.bestallningar, id))
    .filter((one) => !one.data.bekraftad);
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'felmarkeraBeslut', personId, objekt: beslutId },
    personId,
    titel: `Felmarkera ${data.beslutsnamn}`,
    start: () => ({ orsak: '' }),
    schema,
    kontroll: ({ orsak }) => (orsak.trim() === '' ? [{ falt: 'orsak', text: 'Orsak saknas. Skriv vad som är fel.' }] : []),
    command: ({ orsak }) => ({ name: 'beslut.felmarkera', input: { personId, beslutId, orsak: orsak.trim() } }),
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik="Felmarkera beslutet?"
      kund={`${data.beslutsnamn} ${data.beslutsdatum} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      lage={form}
      primar="Ja, felmarkera"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <span>Beslutet blir kvar och visas som felmarkerat. Det går inte att ångra.</span>
      {par.length > 0 && <span>{`Hör ihop med och felmarkeras också: ${par.map((one) => one.data.beslutsnamn).join(', ')}.`}</span>}
      {obekraftade.length > 0 && <span>Beställningen som ingen har bekräftat tas tillbaka.</span>}
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        krav
        tips="Syns vid beslutet."
        varde={form.varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={500}
        rader={3}
      />
    </Formulardialog>
  );
}
