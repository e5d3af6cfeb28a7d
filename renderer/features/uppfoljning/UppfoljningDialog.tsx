import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { uppfoljningsutfall } from '../../../shared/domain/uppfoljning/records.ts';
import { kravsNasta, tidigareMal, uppfoljningshinder } from '../../../shared/domain/uppfoljning/regler.ts';
import { uppfoljningsobjekt } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { malutfallOrd, uppfoljningsutfallOrd } from '../../../shared/words/uppfoljning.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Malfalt } from './Malfalt.tsx';
import { oppnarSteg, showNastaSteg } from './nastaSteg.ts';
import {
  type Uppfoljningsvarden,
  uppfoljningAv,
  uppfoljningsfel,
  uppfoljningsformular,
  uppfoljningskommando,
} from './uppfoljningsformular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** An uppföljning of a bifall that has been held: one that was planned, or one that was not. Its outcome opens the next step. */
export function UppfoljningDialog({ personId, objekt, onClose }: Props) {
  const { data } = useAktdata(personId);
  if (!data) return null;
  const { akt, katalog } = data;
  const om = uppfoljningsobjekt(objekt);
  const post = akt.uppfoljningar.find(({ id }) => 'uppfoljningId' in om && id === om.uppfoljningId);
  const beslutId = 'beslutId' in om ? om.beslutId : post?.data.beslutId;
  const beslut = akt.beslut.find(({ id }) => id === beslutId);
  if (!beslut) return null;
  return <Formular akt={akt} katalog={katalog} beslut={beslut} post={post} objekt={objekt} onClose={onClose} />;
}

type Formularprops = {
  akt: AktVy;
  katalog: KatalogVy;
  beslut: AktVy['beslut'][number];
  post: AktVy['uppfoljningar'][number] | undefined;
  objekt: string;
  onClose: () => void;
};

function Formular({ akt, katalog, beslut, post, objekt, onClose }: Formularprops) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const idag = idagNu();
  const { uppfoljningsdeltagare, uppfoljningssatt } = katalog.vardelistor;
  const deltagare = uppfoljningsdeltagare.map(({ namn }) => namn);
  const satt = uppfoljningssatt.map(({ namn }) => ({ varde: namn, namn }));
  const malen = tidigareMal(akt.uppfoljningar, beslut.id);
  const nu = post && uppfoljningAv(post.id, post.data, deltagare, malen);
  const kravs = ({ uppfoljningId }: Uppfoljningsvarden) => kravsNasta(beslut.data, akt.uppfoljningar, beslut.id, uppfoljningId);
  const form = useFormular<Uppfoljningsvarden>({
    nyckel: { form: 'uppfoljning', personId, objekt },
    personId,
    titel: post?.data.planerad === undefined ? 'Uppföljning' : `Uppföljning planerad ${post.data.planerad}`,
    start: () => nu ?? uppfoljningAv(newId(), undefined, deltagare, malen),
    nu,
    schema: uppfoljningsformular,
    kontroll: (varden) => uppfoljningsfel(varden, beslut.data, idag, kravs(varden)),
    command: (varden) => uppfoljningskommando(personId, beslut.id, varden, idag),
    faltAv: (field) => (field.startsWith('nasta') ? 'nasta' : field.startsWith('medVem') ? 'medVem' : field),
    onSaved: ({ uppfoljningId, utfall }) => {
      onClose();
      showNastaSteg(akt, beslut, uppfoljningId, utfall);
    },
  });
  const { varden } = form;
  const hinder = uppfoljningshinder(beslut.data);
  const { genomford: hallen, felmarkering } = post?.data ?? {};
  const steg = oppnarSteg(akt, beslut.id, varden.utfall);
  return (
    <Formulardialog
      rubrik="Genomförd uppföljning"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`}
      lage={form}
      primar="Signera och spara"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden
        avslag={form.avslag ?? (hinder && ordForAvslag(hinder.code))}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [
          ['Dag', now.dag],
          ['Hur', now.hur],
          ['Deltog', [...now.medVem, now.fler].filter(Boolean).join(', ')],
          ['Mål', now.mal.map(({ mal, utfall }) => [mal, utfall && malutfallOrd[utfall]].filter(Boolean).join(': ')).join('; ')],
          ['Sammanfattning', now.sammanfattning],
          ['Utfall', now.utfall && uppfoljningsutfallOrd[now.utfall]],
        ])}
      />
      {felmarkering && (
        <ErrorBar
          slag="warning"
          vad="Uppföljningen är felmarkerad."
          gor={`${felmarkering.namn} ${swedishDay(felmarkering.at)}: ${felmarkering.orsak}`}
        />
      )}
      {hallen && !felmarkering && (
        <ErrorBar
          slag="warning"
          vad={`Uppföljningen skrevs in av ${hallen.av.namn} ${swedishDay(hallen.av.at)}.`}
          gor="Gäller din text ett annat tillfälle skriver du in det som en ny uppföljning."
        />
      )}
      <Datumrad
        falt="dag"
        etikett="Genomförd dag"
        krav
        text={varden.dag}
        onText={(dag) => form.change({ dag })}
        idag={idag}
        framtid={false}
      />
      {satt.length > 0 ? (
        <Valfalt falt="hur" etikett="Hur" krav val={satt} varde={varden.hur} onVarde={(hur) => form.change({ hur })} tomText="Välj" />
      ) : (
        <Textfalt falt="hur" etikett="Hur" krav varde={varden.hur} onVarde={(hur) => form.change({ hur })} langst={80} />
      )}
      {deltagare.length > 0 && (
        <Krysslista
          falt="medVem"
          etikett="Deltog"
          krav
          val={deltagare.map((namn) => ({ varde: namn, namn }))}
          valda={varden.medVem}
          onValda={(medVem) => form.change({ medVem })}
        />
      )}
      <Textfalt
        falt={deltagare.length > 0 ? 'fler' : 'medVem'}
        etikett={deltagare.length > 0 ? 'Fler som deltog' : 'Deltog'}
        krav={deltagare.length === 0}
        varde={varden.fler}
        onVarde={(fler) => form.change({ fler })}
        langst={2400}
        rader={2}
        tips="En person på varje rad, med namn och roll."
      />
      <Malfalt mal={varden.mal} onMal={(mal) => form.change({ mal })} />
      <Textfalt
        falt="sammanfattning"
        etikett="Sammanfattning"
        krav
        varde={varden.sammanfattning}
        onVarde={(sammanfattning) => form.change({ sammanfattning })}
        langst={4000}
        rader={4}
      />
      <Radioval
        falt="utfall"
        etikett="Leder till"
        krav
        val={uppfoljningsutfall.map((utfall) => ({ varde: utfall, namn: uppfoljningsutfallOrd[utfall] }))}
        varde={varden.utfall}
        onVarde={(vald) => form.change({ utfall: uppfoljningsutfall.find((one) => one === vald) ?? '' })}
        tips={steg}
      />
      {varden.utfall === 'oforandrat' && (
        <Datumrad
          falt="nasta"
          etikett="Nästa uppföljning"
          krav={kravs(varden)}
          text={varden.nasta}
          onText={(nasta) => form.change({ nasta })}
          idag={idag}
          framtid
        />
      )}
    </Formulardialog>
  );
}
