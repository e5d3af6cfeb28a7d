import { levandeBestallningar } from '../../../shared/domain/beslut/bestallbart.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; beslutId: string; onClose: () => void };

/** Marks a saved beslut as wrong: asks, wants a reason, names what goes with it (FRAGA-24). */
export function FelmarkeraBeslutDialog({ personId, beslutId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  return akt && beslut ? <Felmarkera akt={akt} beslut={beslut} onClose={onClose} /> : null;
}

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
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraBeslut', personId, objekt: beslutId },
    personId,
    titel: `Felmarkera ${data.beslutsnamn}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'beslut.felmarkera', input: { personId, beslutId, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera beslutet?"
      kund={`${data.beslutsnamn} ${data.beslutsdatum} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid beslutet."
    >
      <span>Beslutet blir kvar och visas som felmarkerat. Det går inte att ångra.</span>
      {par.length > 0 && <span>{`Hör ihop med och felmarkeras också: ${par.map((one) => one.data.beslutsnamn).join(', ')}.`}</span>}
      {obekraftade.length > 0 && <span>Beställningen som ingen har bekräftat tas tillbaka.</span>}
    </Orsaksdialog>
  );
}
