import { z } from 'zod';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Utredning } from '../../../shared/domain/utredning/records.ts';
import type { AktPost, AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Handlaggarval } from '../../components/formular/Handlaggarval.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { ansvariga } from '../../state/ansvariga.ts';
import { settAv } from '../../state/sett.ts';
import { useFormular } from '../../state/useFormular.ts';

const schema = z.object({ basRev: z.string(), sett: z.object({ ansvarigHandlaggareId: z.string() }), till: z.string() });

type Props = { akt: AktVy; katalog: KatalogVy; post: AktPost<Utredning>; onClose: () => void };

/** Hands an ongoing utredning to another handläggare (ROLL-10). */
export function BytHandlaggareDialog({ akt, katalog, post, onClose }: Props) {
  const { personId } = akt;
  const { id, data } = post;
  const enhet = enhetOf('utredning', data, akt.person.data);
  const nu = { ...settAv({ ansvarigHandlaggareId: data.ansvarigHandlaggareId }), till: '' };
  const namnAv = (anvandareId: string) => {
    const hen = katalog.handlaggare.find((one) => one.id === anvandareId);
    return hen ? `${hen.namn}, ${hen.titel}` : 'Inte längre i tjänst';
  };
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'bytHandlaggare', personId, objekt: id },
    personId,
    titel: 'Byt ansvarig handläggare',
    start: () => nu,
    nu,
    schema,
    kontroll: ({ sett, till }) =>
      till === '' || till === sett.ansvarigHandlaggareId ? [{ falt: 'till', text: 'Välj en annan handläggare.' }] : [],
    command: ({ sett, till }) => ({
      name: 'utredning.bytHandlaggare',
      input: { personId, utredningId: id, fran: sett.ansvarigHandlaggareId, till },
    }),
    onSaved: onClose,
  });
  const fran = form.varden.sett.ansvarigHandlaggareId;
  return (
    <Formulardialog
      rubrik="Byt ansvarig handläggare"
      kund={`${displayName(akt.person.data)} ${formatPersonnummer(akt.person.data.personnummer)}`}
      lage={form}
      primar="Byt handläggare"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad(({ sett }) => [['Ansvarig handläggare', namnAv(sett.ansvarigHandlaggareId)]])}
      />
      <Lasrad etikett="Nu">{namnAv(fran)}</Lasrad>
      <Handlaggarval
        falt="till"
        etikett="Ny handläggare"
        krav
        handlaggare={ansvariga(katalog, akt, enhet).filter((one) => one.id !== fran)}
        egenId={katalog.egen.anvandareId}
        varde={form.varden.till}
        onVarde={(till) => form.change({ till })}
        tomText="Välj"
      />
    </Formulardialog>
  );
}
