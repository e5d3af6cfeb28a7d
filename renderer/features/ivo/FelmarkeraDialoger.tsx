import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { rapporteratSom } from '../../../shared/words/ivo.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };
const kundAv = ({ person: { data } }: AktVy): string => `${displayName(data)} ${formatPersonnummer(data.personnummer)}`;

/** Takes back that a beslut was reported for a quarter, with the reason. */
export function FelmarkeraRapportDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const rapport = akt?.ivorapporter.find((one) => one.id === id)?.data;
  return akt && rapport ? <Rapport akt={akt} id={id} rapport={rapport} onClose={onClose} /> : null;
}

type Rapportprops = { akt: AktVy; id: string; rapport: AktVy['ivorapporter'][number]['data']; onClose: () => void };
function Rapport({ akt, id, rapport, onClose }: Rapportprops) {
  const { personId } = akt;
  const { kvartal, dag, av, beslutId } = rapport;
  const beslut = akt.beslut.find((one) => one.id === beslutId)?.data;
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraIvorapport', personId, objekt: id },
    personId,
    titel: `Ångra rapporten till IVO för ${kvartalsord(kvartal)}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'ivo.felmarkera', input: { personId, rapportId: id, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Ångra att beslutet är rapporterat?"
      kund={`${beslut?.beslutsnamn ?? 'Beslutet'} ${beslut?.beslutsdatum ?? ''} för ${kundAv(akt)}.`}
      primar="Ja, ångra rapporten"
      onClose={onClose}
      form={form}
      tips="Syns i kundens historik."
    >
      <span>
        {`${rapporteratSom(rapport)}. Rapporterat för ${kvartalsord(kvartal)}, ${dag} av ${av.namn}. Markeringen felmarkeras; hör beslutet till kvartalet står det som orapporterat igen. Det som är skickat till IVO ändras inte av det.`}
      </span>
    </Orsaksdialog>
  );
}

/** Marks an erbjudande as wrong, with the reason. */
export function FelmarkeraErbjudandeDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const erbjudande = akt?.erbjudanden.find((one) => one.id === id)?.data;
  return akt && erbjudande ? <Felmarkera akt={akt} id={id} erbjudande={erbjudande} onClose={onClose} /> : null;
}

type Felmarkeraprops = { akt: AktVy; id: string; erbjudande: AktVy['erbjudanden'][number]['data']; onClose: () => void };
function Felmarkera({ akt, id, erbjudande: { vad, datum }, onClose }: Felmarkeraprops) {
  const { personId } = akt;
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraErbjudande', personId, objekt: id },
    personId,
    titel: `Felmarkera erbjudande ${datum}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'erbjudande.felmarkera', input: { personId, erbjudandeId: id, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera erbjudandet?"
      kund={`${vad} ${datum} för ${kundAv(akt)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid erbjudandet."
    >
      <span>Erbjudandet blir kvar, visas som felmarkerat och räknas inte med i rapporten. Det går inte att ångra.</span>
    </Orsaksdialog>
  );
}
