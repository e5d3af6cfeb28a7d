import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useQuery } from '../../state/query.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Marks a samtycke that was never given, or not so, as wrong. */
export function FelmarkeraSamtyckeDialog({ personId, id, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const post = kund?.samtycken.find((one) => one.id === id);
  return kund && post ? <Felmarkera kund={kund} post={post} onClose={onClose} /> : null;
}

type Felmarkeraprops = { kund: KundVy; post: KundVy['samtycken'][number]; onClose: () => void };
function Felmarkera({ kund: { personId, person }, post: { id, data }, onClose }: Felmarkeraprops) {
  const form = useOrsaksformular({
    nyckel: { form: 'felmarkeraSamtycke', personId, objekt: id },
    personId,
    titel: `Felmarkera samtycke: ${data.avser}`,
    uppmaning: 'Skriv vad som är fel.',
    command: (orsak) => ({ name: 'samtycke.felmarkera', input: { personId, samtyckeId: id, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Felmarkera samtycket?"
      kund={`${data.avser}, ${data.till.namn}, för ${displayName(person)} ${formatPersonnummer(person.personnummer)}.`}
      primar="Ja, felmarkera"
      onClose={onClose}
      form={form}
      tips="Syns vid samtycket."
    >
      <span>
        Felmarkera det som aldrig har gällt. Har kunden ändrat sig återkallar du samtycket i stället. Det blir kvar och visas som
        felmarkerat. Det går inte att ångra.
      </span>
    </Orsaksdialog>
  );
}
