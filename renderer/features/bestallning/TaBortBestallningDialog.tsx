import { z } from 'zod';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';

type Props = { personId: string; bestallningId: string; onClose: () => void };

/** BEST-BORT-03, FORB-39: names kund, insats and utförare, and wants a reason. Can be undone at the beställning. */
export function TaBortBestallningDialog({ personId, bestallningId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const bestallning = akt?.bestallningar.find(({ id }) => id === bestallningId);
  return akt && katalog && bestallning ? <TaBort akt={akt} katalog={katalog} bestallning={bestallning} onClose={onClose} /> : null;
}

const schema = z.object({ basRev: z.null().optional(), orsak: z.string() });

type TaBortProps = { akt: AktVy; katalog: KatalogVy; bestallning: AktVy['bestallningar'][number]; onClose: () => void };

function TaBort({ akt, katalog, bestallning: { id: bestallningId, data }, onClose }: TaBortProps) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const utforare = katalog.utforare.find(({ id }) => id === data.utforareId)?.data.namn ?? '';
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'taBortBestallning', personId, objekt: bestallningId },
    personId,
    titel: 'Ta bort beställning',
    start: () => ({ orsak: '' }),
    schema,
    kontroll: ({ orsak }) => (orsak.trim() === '' ? [{ falt: 'orsak', text: 'Orsak saknas. Skriv varför beställningen tas bort.' }] : []),
    command: ({ orsak }) => ({ name: 'bestallning.taBort', input: { personId, bestallningId, orsak: orsak.trim() } }),
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik="Ta bort beställning?"
      kund={`${data.insatser.join(', ') || data.insatskategori} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}, skickad till ${utforare} ${data.bestalltDatum}.`}
      lage={form}
      primar="Ja, ta bort beställningen"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <span>Utföraren ser att den är borttagen och varför. Beställningen finns kvar i akten och kan ångras där.</span>
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        krav
        tips="Utföraren får läsa den."
        varde={form.varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={500}
        rader={3}
      />
    </Formulardialog>
  );
}
