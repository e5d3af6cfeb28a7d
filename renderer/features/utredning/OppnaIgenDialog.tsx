import { z } from 'zod';
import { etikettUtredning } from '../../../shared/domain/etikett.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Utredning } from '../../../shared/domain/utredning/records.ts';
import type { AktPost, AktVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useFormular } from '../../state/useFormular.ts';

const schema = z.object({ basRev: z.null().optional(), skal: z.string() });

/** Opens an ended utredning again, with a reason: for systemförvaltare (FRAGA-09). */
export function OppnaIgenDialog({ akt, post, onClose }: { akt: AktVy; post: AktPost<Utredning>; onClose: () => void }) {
  const { personId } = akt;
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'oppnaUtredning', personId, objekt: post.id },
    personId,
    titel: 'Öppna utredningen igen',
    start: () => ({ skal: '' }),
    schema,
    kontroll: ({ skal }) => (skal.trim() === '' ? [{ falt: 'skal', text: 'Skriv varför utredningen öppnas igen.' }] : []),
    command: ({ skal }) => ({ name: 'utredning.oppnaIgen', input: { personId, utredningId: post.id, skal } }),
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik="Öppna utredningen igen"
      kund={`${etikettUtredning(post.data)} för ${displayName(akt.person.data)} ${formatPersonnummer(akt.person.data.personnummer)}`}
      lage={form}
      primar="Öppna igen"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt falt="skal" etikett="Skäl" krav varde={form.varden.skal} onVarde={(skal) => form.change({ skal })} langst={500} rader={3} />
    </Formulardialog>
  );
}
