import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { gallandeFormular } from '../../../shared/domain/inkomst/regler.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useKatalog } from '../../state/akt.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Skickavarden, skickafel, skickaformular, skickakommando, skickavarden } from './inkomstformular.ts';

type Props = { personId: string; onClose: () => void };

/** Sends a kund the inkomstblankett of a year (INK-01). */
export function SkickaBlankettDialog({ personId, onClose }: Props) {
  const { data: katalog } = useKatalog();
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  return katalog && kund ? <Formular katalog={katalog} kund={kund} onClose={onClose} /> : null;
}

function Formular({ katalog, kund, onClose }: { katalog: KatalogVy; kund: KundVy; onClose: () => void }) {
  const { personId, person } = kund;
  const idag = idagNu();
  const enheter = egnaEnheter(katalog.egen, person);
  const formular = gallandeFormular(katalog.inkomstformular, idag);
  const ar = Number(idag.slice(0, 4));
  const form = useFormular<Skickavarden>({
    nyckel: { form: 'inkomstblankett', personId, objekt: 'ny' },
    personId,
    titel: 'Skicka inkomstblankett',
    start: () => skickavarden(idag),
    schema: skickaformular,
    kontroll: (varden) => skickafel(varden, kund, enheter, idag),
    command: (varden) => skickakommando(personId, varden, formular, idag),
    faltAv: (field) => field,
    onSaved: onClose,
  });
  const { varden } = form;
  return (
    <Formulardialog
      rubrik="Skicka inkomstblankett"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar="Skicka blanketten"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {formular ? (
        <Lasrad etikett="Blankett">
          {`${formular.data.namn}, version ${formular.data.version}${formular.data.exempel ? ' (exempel: inte kommunens egna frågor)' : ''}`}
        </Lasrad>
      ) : (
        <ErrorBar slag="warning" vad="Katalogen har ingen inkomstblankett som gäller i dag." gor="Be systemförvaltaren lägga in den." />
      )}
      <Enhetsval
        enheter={enheter}
        namn={katalog.vardelistor.enhet}
        varde={varden.enhet}
        onVarde={(enhet) => form.change({ enhet })}
        tips="Enhetens avgiftshandläggare läser svaret. Den andra enheten ser bara att blanketten är skickad."
      />
      <Valfalt
        falt="ar"
        etikett="Inkomstår"
        krav
        val={[ar - 1, ar, ar + 1].map((one) => ({ varde: String(one), namn: String(one) }))}
        varde={varden.ar}
        onVarde={(vald) => form.change({ ar: vald })}
      />
      <Datumrad
        falt="sista"
        etikett="Lämnas in senast"
        krav
        text={varden.sista}
        onText={(sista) => form.change({ sista })}
        idag={idag}
        framtid
      />
      <span>Kunden aviseras som i e-tjänsten, och fyller i blanketten där. Bara avgiftshandläggare läser svaret.</span>
    </Formulardialog>
  );
}
