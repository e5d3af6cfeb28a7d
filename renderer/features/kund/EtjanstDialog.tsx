import { etjanstId, isOppen } from '../../../shared/domain/etjanst/records.ts';
import { aktiveringshinder, farAviseras } from '../../../shared/domain/etjanst/regler.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Etjanstvarden, etjanstfelen, etjanstformular, etjanstkommando, etjanstvarden } from './etjanstformular.ts';

type Props = { personId: string; onClose: () => void };

/** Turns the e-service on, changes how the kund is told, or turns it off (EAKT-05 to -10); no order is asked of it (EAKT-06). */
export function EtjanstDialog({ personId, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  return kund ? <Formular kund={kund} onClose={onClose} /> : null;
}

function Formular({ kund: { personId, person, etjanst, alder }, onClose }: { kund: KundVy; onClose: () => void }) {
  const nu = etjanstvarden(etjanst?.data, person);
  const oppen = etjanst !== undefined && isOppen(etjanst.data);
  const form = useFormular<Etjanstvarden>({
    nyckel: { form: 'etjanst', personId, objekt: etjanstId(personId) },
    personId,
    titel: 'E-tjänst',
    start: () => nu,
    ...(etjanst ? { nu } : {}),
    schema: etjanstformular,
    kontroll: (varden) => etjanstfelen(varden, person, oppen),
    command: (varden) => etjanstkommando(personId, varden),
    faltAv: (field) => field.split('.')[0],
    onSaved: onClose,
  });
  const { varden } = form;
  const hinder = aktiveringshinder(person);
  const far = farAviseras(person);
  const ja = (vald: boolean) => (vald ? 'Ja' : 'Nej');
  return (
    <Formulardialog
      rubrik={oppen ? 'Ändra e-tjänst' : 'Aktivera e-tjänst'}
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={oppen && !varden.meddelande ? 'Stäng e-tjänsten' : oppen ? 'Spara' : 'Aktivera i natt'}
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
          ['Meddelande', ja(oppen)],
          ['Digital inkomstblankett', ja(now.inkomstblankett)],
          ['Avisering via SMS', now.sms ? (now.telefon === '1' ? `Telefon 1, ${person.telefon ?? 'inget nummer'}` : now.nummer) : 'Nej'],
          ['Avisering via e-post', now.viaEpost ? now.epost : 'Nej'],
        ])}
      />
      {hinder && <ErrorBar slag="warning" {...ordForAvslag(hinder)} />}
      {alder !== null && alder < 18 && <ErrorBar slag="info" {...underArton} />}
      {!far && <ErrorBar slag="info" {...ordForAvslag('etjanst-skydd-avisering')} />}
      {far && person.skydd !== 'ingen' && (
        <ErrorBar
          slag="info"
          vad="Kunden har skyddade personuppgifter."
          gor="SMS och e-post går utanför e-tjänsten. Avisera bara om kunden själv vill det."
        />
      )}
      <Kryssruta falt="meddelande" etikett="Meddelande" vald={varden.meddelande} onVald={(meddelande) => form.change({ meddelande })} />
      {oppen && !varden.meddelande && <span>E-tjänsten stängs genast. Det som redan har skickats blir kvar.</span>}
      <Kryssruta
        falt="inkomstblankett"
        etikett="Digital inkomstblankett"
        vald={varden.meddelande && varden.inkomstblankett}
        onVald={(inkomstblankett) => form.change({ inkomstblankett })}
        avstangd={!varden.meddelande}
      />
      <Kryssruta
        falt="sms"
        etikett="Avisering via SMS"
        vald={varden.meddelande && varden.sms}
        onVald={(sms) => form.change({ sms })}
        avstangd={!varden.meddelande || (!far && !varden.sms)}
      />
      {varden.meddelande && varden.sms && (
        <>
          <Radioval
            falt="telefon"
            etikett="Till"
            krav
            val={[
              { varde: '1', namn: `Telefon 1: ${person.telefon ?? 'inget nummer'}` },
              { varde: '2', namn: 'Telefon 2: ett annat nummer' },
            ]}
            varde={varden.telefon}
            onVarde={(telefon) => form.change({ telefon: telefon === '2' ? '2' : '1' })}
          />
          {varden.telefon === '2' && (
            <Textfalt
              falt="nummer"
              etikett="Nummer"
              krav
              tips="Ett mobilnummer, till exempel 070-123 45 67."
              varde={varden.nummer}
              onVarde={(nummer) => form.change({ nummer })}
              langst={40}
            />
          )}
        </>
      )}
      <Kryssruta
        falt="viaEpost"
        etikett="Avisering via e-post"
        vald={varden.meddelande && varden.viaEpost}
        onVald={(viaEpost) => form.change({ viaEpost })}
        avstangd={!varden.meddelande || (!far && !varden.viaEpost)}
      />
      {varden.meddelande && varden.viaEpost && (
        <Textfalt falt="epost" etikett="E-postadress" krav varde={varden.epost} onVarde={(epost) => form.change({ epost })} langst={120} />
      )}
    </Formulardialog>
  );
}

/** FORB-76 */
export const underArton = {
  vad: 'Kunden är under 18 år.',
  gor: 'Ungdoms-BankID fungerar inte i e-tjänsten. Skicka med post, eller godkänn en vårdnadshavare som närstående.',
};
