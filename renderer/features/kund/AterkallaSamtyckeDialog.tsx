import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { samtyckessatt } from '../../../shared/domain/samtycke/records.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { samtyckessattOrd } from '../../../shared/words/samtycke.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Aterkallandevarden, aterkallandefel, aterkallandeformular } from './samtyckeformular.ts';

type Props = { personId: string; id: string; onClose: () => void };

/** Registers that the kund has taken a samtycke back: it counts at once. */
export function AterkallaSamtyckeDialog({ personId, id, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const post = kund?.samtycken.find((one) => one.id === id);
  return kund && post ? <Formular kund={kund} post={post} onClose={onClose} /> : null;
}

type Formularprops = { kund: KundVy; post: KundVy['samtycken'][number]; onClose: () => void };
function Formular({ kund: { personId, person }, post: { id, data }, onClose }: Formularprops) {
  const idag = idagNu();
  const form = useFormular<Aterkallandevarden>({
    nyckel: { form: 'aterkallaSamtycke', personId, objekt: id },
    personId,
    titel: `Återkallat samtycke: ${data.avser}`,
    start: () => ({ dag: idag, hur: '', av: '' }),
    schema: aterkallandeformular,
    kontroll: (varden) => aterkallandefel(varden, data, idag),
    command: ({ dag, hur, av }) => ({
      name: 'samtycke.aterkalla',
      input: { personId, samtyckeId: id, dag: dagAv(dag, idag), ...(hur === '' ? {} : { hur }), av: av.trim() },
    }),
    faltAv: (field) => field,
    onSaved: onClose,
  });
  const { varden } = form;
  const { aterkallat, felmarkering } = data;
  return (
    <Formulardialog
      rubrik="Återkalla samtycke"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${data.avser}, ${data.till.namn}`}
      lage={form}
      primar="Återkalla samtycket"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {aterkallat && (
        <ErrorBar
          slag="warning"
          vad={`Samtycket är redan återkallat ${aterkallat.dag}, av ${aterkallat.av}.`}
          gor="Gällde det en tidigare dag skriver du den."
        />
      )}
      {felmarkering && <ErrorBar slag="warning" vad="Samtycket är felmarkerat." gor="Det gäller inte, och kan inte återkallas." />}
      <span>Samtycket upphör genast. Det blir kvar i akten med vem som återkallade det. Det går inte att ångra.</span>
      <Datumrad falt="dag" etikett="Återkallat" krav text={varden.dag} onText={(dag) => form.change({ dag })} idag={idag} framtid={false} />
      <Radioval
        falt="hur"
        etikett="Hur"
        krav
        val={samtyckessatt.map((varde) => ({ varde, namn: samtyckessattOrd[varde] }))}
        varde={varden.hur}
        onVarde={(vald) => form.change({ hur: samtyckessatt.find((one) => one === vald) ?? '' })}
      />
      <Textfalt
        falt="av"
        etikett="Av vem"
        krav
        tips="Kunden, eller den som för kundens talan."
        varde={varden.av}
        onVarde={(av) => form.change({ av })}
        langst={120}
      />
    </Formulardialog>
  );
}
