import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { newId } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Ends what was approved, at once. */
export function AvslutaGodkannandeDialog({ personId, id, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const post = kund?.godkannanden.find((one) => one.id === id);
  return kund && post ? <Avsluta kund={kund} post={post} onClose={onClose} /> : null;
}

type Avslutaprops = { kund: KundVy; post: KundVy['godkannanden'][number]; onClose: () => void };
function Avsluta({ kund: { personId, person }, post: { id, data }, onClose }: Avslutaprops) {
  const form = useOrsaksformular({
    nyckel: { form: 'avslutaGodkannande', personId, objekt: id },
    personId,
    titel: `Avsluta godkännande: ${data.till.namn}`,
    uppmaning: 'Skriv varför tillgången avslutas.',
    command: (skal) => ({
      name: 'godkannande.avsluta',
      input: { personId, godkannandeId: id, basRev: data.rev, rev: newId(), skal },
    }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Avsluta godkännandet?"
      kund={`${data.till.namn} ${formatPersonnummer(data.till.personnummer)}, för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, avsluta"
      onClose={onClose}
      form={form}
      tips="Syns vid godkännandet."
    >
      <span>Den närstående kommer genast inte längre in i e-tjänsten i kundens ställe. Samtycket återkallas inte av det.</span>
    </Orsaksdialog>
  );
}
