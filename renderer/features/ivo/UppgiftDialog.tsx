import { ivoomraden, slutorsaker } from '../../../shared/domain/ivo/records.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { omradeOrd, slutorsakOrd } from '../../../shared/words/ivo.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Uppgiftsformular, uppgiftAv, uppgiftsfel, uppgiftsformular, uppgiftskommando } from './uppgiftsformular.ts';

type Props = { personId: string; beslutId: string; onClose: () => void };

/** What the report to IVO tells of a bifall beside what the akt says by itself. */
export function UppgiftDialog({ personId, beslutId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  return akt && katalog && beslut ? <Formular akt={akt} katalog={katalog} beslut={beslut} onClose={onClose} /> : null;
}

type Formularprops = { akt: AktVy; katalog: KatalogVy; beslut: AktVy['beslut'][number]; onClose: () => void };

function Formular({ akt, katalog, beslut, onClose }: Formularprops) {
  const { personId } = akt;
  const idag = idagNu();
  const { data: person } = akt.person;
  const post = akt.ivouppgifter.find(({ data }) => data.beslutId === beslut.id);
  const form = useFormular<Uppgiftsformular>({
    nyckel: { form: 'ivouppgift', personId, objekt: beslut.id },
    personId,
    titel: `Uppgifter till IVO, ${beslut.data.beslutsnamn}`,
    start: () => uppgiftAv(post),
    nu: post && uppgiftAv(post),
    schema: uppgiftsformular,
    kontroll: (varden) => uppgiftsfel(varden, idag),
    command: (varden) => uppgiftskommando(personId, beslut.id, varden, idag),
    namn: (value) => ({ ...omradeOrd, ...slutorsakOrd })[value as keyof typeof omradeOrd],
    faltAv: (field) => ({ 'delvis.fran': 'delvisFran', 'delvis.till': 'delvisTill', 'delvis.saknas': 'delvisSaknas' })[field] ?? field,
    onSaved: onClose,
  });
  const { varden } = form;
  const lss = insatsAv(katalog.insatser, beslut.data)?.data.lagrum === 'LSS';
  const harErbjudande = akt.erbjudanden.some(({ data }) => data.beslutId === beslut.id && !data.felmarkering);
  return (
    <Formulardialog
      rubrik="Uppgifter till IVO"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`}
      lage={form}
      primar="Spara"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [
          ['Orsak', now.orsak],
          ['Följder', now.foljder],
          ['Andra insatser', now.andraInsatser],
          ['Nästa uppföljning', now.nastaUppfoljning],
          ['Delvis verkställt', [now.delvisFran, now.delvisTill, now.delvisSaknas].filter(Boolean).join(' ')],
          ['Område', now.omrade ? omradeOrd[now.omrade] : ''],
          ['Varför det avslutades', now.slutorsak ? slutorsakOrd[now.slutorsak] : ''],
        ])}
      />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        varde={varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={1000}
        rader={3}
        tips="Varför beslutet inte är verkställt, kort."
      />
      <Textfalt
        falt="foljder"
        etikett="Följder"
        varde={varden.foljder}
        onVarde={(foljder) => form.change({ foljder })}
        langst={1000}
        rader={3}
        tips="Vad dröjsmålet innebär för den enskilde."
      />
      <Textfalt
        falt="andraInsatser"
        etikett="Andra insatser"
        varde={varden.andraInsatser}
        onVarde={(andraInsatser) => form.change({ andraInsatser })}
        langst={1000}
        rader={2}
        tips="Vad den enskilde får under tiden."
      />
      <Datumrad
        falt="nastaUppfoljning"
        etikett="Nästa uppföljning"
        text={varden.nastaUppfoljning}
        onText={(nastaUppfoljning) => form.change({ nastaUppfoljning })}
        idag={idag}
        framtid
      />
      <Textfalt
        falt="delvisSaknas"
        etikett="Delvis verkställt: saknas"
        varde={varden.delvisSaknas}
        onVarde={(delvisSaknas) => form.change({ delvisSaknas })}
        langst={300}
        tips="Om en del har verkställts: vad som saknas, till exempel 3 av 5 timmar. Resten rapporteras."
      />
      {(varden.delvisSaknas.trim() !== '' || varden.delvisFran !== '' || varden.delvisTill !== '') && (
        <>
          <Datumrad
            falt="delvisFran"
            etikett="Delvis från"
            krav
            text={varden.delvisFran}
            onText={(delvisFran) => form.change({ delvisFran })}
            idag={idag}
            framtid={false}
          />
          <Datumrad
            falt="delvisTill"
            etikett="Delvis till och med"
            text={varden.delvisTill}
            onText={(delvisTill) => form.change({ delvisTill })}
            idag={idag}
            framtid={false}
            tomText="Fortfarande"
          />
        </>
      )}
      {!harErbjudande && (
        <Kryssruta
          falt="ingetErbjudet"
          etikett="Inget har kunnat erbjudas"
          vald={varden.ingetErbjudet}
          onVald={(ingetErbjudet) => form.change({ ingetErbjudet })}
        />
      )}
      {!lss && (
        <Valfalt
          falt="omrade"
          etikett="Område"
          val={ivoomraden.map((one) => ({ varde: one, namn: omradeOrd[one] }))}
          varde={varden.omrade}
          onVarde={(vald) => form.change({ omrade: ivoomraden.find((one) => one === vald) })}
        />
      )}
      <Valfalt
        falt="slutorsak"
        etikett="Om det avslutades"
        val={slutorsaker.map((one) => ({ varde: one, namn: slutorsakOrd[one] }))}
        varde={varden.slutorsak}
        onVarde={(vald) => form.change({ slutorsak: slutorsaker.find((one) => one === vald) })}
        tomText="Varför, om det aldrig verkställdes"
      />
    </Formulardialog>
  );
}
