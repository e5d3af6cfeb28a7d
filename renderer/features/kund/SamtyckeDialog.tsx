import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { samtyckessatt } from '../../../shared/domain/samtycke/records.ts';
import type { AktVy, KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { samtyckessattOrd } from '../../../shared/words/samtycke.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  annan,
  ingetDokument,
  nyttSamtycke,
  type Samtyckevarden,
  samtyckefel,
  samtyckeformular,
  samtyckekommando,
} from './samtyckeformular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** Registers what the kund has agreed to (SAMT-01): what, to whom, how long, how it was given and who received it. */
export function SamtyckeDialog({ personId, objekt, onClose }: Props) {
  const { data } = useAktdata(personId);
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  return data && kund ? <Formular {...data} kund={kund} objekt={objekt} onClose={onClose} /> : null;
}

type Formularprops = { akt: AktVy; katalog: KatalogVy; kund: KundVy; objekt: string; onClose: () => void };

function Formular({ akt, katalog, kund, objekt, onClose }: Formularprops) {
  const { personId, person, kontakter } = kund;
  const idag = idagNu();
  const enheter = egnaEnheter(katalog.egen, person);
  const { samtyckesslag } = katalog.vardelistor;
  const form = useFormular<Samtyckevarden>({
    nyckel: { form: 'samtycke', personId, objekt },
    personId,
    titel: ({ avser }) => ['Samtycke', avser].filter(Boolean).join(': '),
    start: () => nyttSamtycke(idag, katalog.egen.namn),
    schema: samtyckeformular,
    kontroll: (varden) => samtyckefel(varden, idag, enheter),
    command: (varden) => samtyckekommando(personId, varden, idag),
    faltAv: (field) => (field === 'mottaget.dag' ? 'mottagetDag' : field.startsWith('mottaget') ? 'mottagetAv' : field.split('.')[0]),
    onSaved: onClose,
  });
  const { varden } = form;
  const till = [
    ...kontakter.map(({ id, data }) => ({ varde: id, namn: `${data.namn} (${kontaktOrd[data.typ].toLowerCase()})` })),
    { varde: annan, namn: 'En organisation, eller någon som inte är kontakt' },
  ];
  const borta = varden.till !== '' && !till.some(({ varde }) => varde === varden.till);
  const dokument = [
    { varde: ingetDokument, namn: 'Inget dokument' },
    ...akt.handlingar
      .filter(({ data }) => !data.felmarkerad)
      .map(({ id, data }) => ({ varde: id, namn: `${data.rubrik} ${swedishDay(data.skapad.at)}` })),
  ];
  return (
    <Formulardialog
      rubrik="Registrera samtycke"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar="Registrera"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {samtyckesslag.length === 0 && (
        <ErrorBar
          vad="Kommunens katalog säger inte vad ett samtycke kan avse."
          gor="Be systemförvaltaren lägga in värdelistan samtyckesslag."
        />
      )}
      {borta && <ErrorBar slag="warning" vad="Kontakten du valde finns inte kvar bland kontaktuppgifterna." gor="Välj vem det gäller." />}
      <Enhetsval
        enheter={enheter}
        namn={katalog.vardelistor.enhet}
        varde={varden.enhet}
        onVarde={(enhet) => form.change({ enhet })}
        tips="Samtycket gäller den enhet som tog emot det. Den andra enheten ser det inte."
      />
      <Valfalt
        falt="avser"
        etikett="Avser"
        krav
        val={samtyckesslag.map(({ namn }) => ({ varde: namn, namn }))}
        varde={varden.avser}
        onVarde={(avser) => form.change({ avser })}
      />
      <Valfalt falt="till" etikett="Till" krav val={till} varde={varden.till} onVarde={(vald) => form.change({ till: vald })} />
      {varden.till === annan && (
        <Textfalt
          falt="namn"
          etikett="Vem eller vad"
          krav
          tips="Till exempel Försäkringskassan, eller vilken vårdcentral."
          varde={varden.namn}
          onVarde={(namn) => form.change({ namn })}
          langst={200}
        />
      )}
      <Datumrad falt="fran" etikett="Gäller från" krav text={varden.fran} onText={(fran) => form.change({ fran })} idag={idag} framtid />
      <Datumrad
        falt="tom"
        etikett="Till och med"
        tips="Tomt: tills det återkallas. Med en dag påminns den som ansvarar för kunden innan den har gått."
        text={varden.tom}
        onText={(tom) => form.change({ tom })}
        idag={idag}
        framtid
      />
      <Radioval
        falt="hur"
        etikett="Gavs"
        krav
        val={samtyckessatt.map((varde) => ({ varde, namn: samtyckessattOrd[varde] }))}
        varde={varden.hur}
        onVarde={(vald) => form.change({ hur: samtyckessatt.find((one) => one === vald) ?? '' })}
      />
      <Datumrad
        falt="mottagetDag"
        etikett="Mottaget"
        krav
        text={varden.mottagetDag}
        onText={(mottagetDag) => form.change({ mottagetDag })}
        idag={idag}
        framtid={false}
      />
      <Textfalt
        falt="mottagetAv"
        etikett="Mottaget av"
        krav
        varde={varden.mottagetAv}
        onVarde={(mottagetAv) => form.change({ mottagetAv })}
        langst={120}
      />
      <Valfalt
        falt="dokumentId"
        etikett="Dokument"
        tips="Där samtycket står, om det finns i akten."
        val={dokument}
        varde={varden.dokumentId}
        onVarde={(dokumentId) => form.change({ dokumentId })}
      />
    </Formulardialog>
  );
}
