import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Orsaksdialog } from '../../components/formular/Orsaksdialog.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { useOrsaksformular } from '../../state/useOrsaksformular.ts';

type Props = { personId: string; bestallningId: string; onClose: () => void };

/** BEST-BORT-03, FORB-39: names kund, insats and utförare, and wants a reason. Can be undone at the beställning. */
export function TaBortBestallningDialog({ personId, bestallningId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const bestallning = akt?.bestallningar.find(({ id }) => id === bestallningId);
  return akt && katalog && bestallning ? <TaBort akt={akt} katalog={katalog} bestallning={bestallning} onClose={onClose} /> : null;
}

type TaBortProps = { akt: AktVy; katalog: KatalogVy; bestallning: AktVy['bestallningar'][number]; onClose: () => void };

function TaBort({ akt, katalog, bestallning: { id: bestallningId, data }, onClose }: TaBortProps) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const utforare = katalog.utforare.find(({ id }) => id === data.utforareId)?.data.namn ?? '';
  const form = useOrsaksformular({
    nyckel: { form: 'taBortBestallning', personId, objekt: bestallningId },
    personId,
    titel: 'Ta bort beställning',
    uppmaning: 'Skriv varför beställningen tas bort.',
    command: (orsak) => ({ name: 'bestallning.taBort', input: { personId, bestallningId, orsak } }),
    onSaved: onClose,
  });
  return (
    <Orsaksdialog
      rubrik="Ta bort beställning?"
      kund={`${data.insatser.join(', ') || data.insatskategori} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}, skickad till ${utforare} ${data.bestalltDatum}.`}
      primar="Ja, ta bort beställningen"
      onClose={onClose}
      form={form}
      tips="Utföraren får läsa den."
    >
      <span>Utföraren ser att den är borttagen och varför. Beställningen finns kvar i akten och kan ångras där.</span>
    </Orsaksdialog>
  );
}
