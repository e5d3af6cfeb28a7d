import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { planstegOrd } from '../../../shared/words/individuellplan.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Marks what was noted of an individuell plan as wrong, with the reason. */
export function FelmarkeraPlanDialog({ personId, id, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const post = akt?.individuellaPlaner.find((one) => one.id === id);
  return akt && post ? <Felmarkera akt={akt} post={post} onClose={onClose} /> : null;
}

function Felmarkera({ akt, post: { id, data }, onClose }: { akt: AktVy; post: AktVy['individuellaPlaner'][number]; onClose: () => void }) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const vad = `${planstegOrd[data.steg]} ${data.dag}`;
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraIndividuellPlan', personId, objekt: id },
    personId,
    titel: `Felmarkera individuell plan, ${vad}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'individuellPlan.felmarkera', input: { personId, planId: id, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera noteringen?"
      kund={`${vad} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid planen."
    >
      <span>Noteringen blir kvar, visas som felmarkerad och räknas inte. Det går inte att ångra.</span>
    </Orsaksdialog>
  );
}
