import { egnaEnheter, enhetOf } from '../../../shared/domain/enhet.ts';
import { isOppen } from '../../../shared/domain/etjanst/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useKatalog } from '../../state/akt.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  type Godkannandeunderlag,
  type Godkannandevarden,
  godkannandefel,
  godkannandeformular,
  godkannandekommando,
  godkannandevarden,
  ifyllt,
} from './etjanstformular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** Approves that somebody near uses the e-service in the kund's place (REL-02 to -04, FORB-64, FORB-65), or changes what was approved. */
export function GodkannandeDialog({ personId, objekt, onClose }: Props) {
  const { data: katalog } = useKatalog();
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  return katalog && kund ? <Formular katalog={katalog} kund={kund} objekt={objekt} onClose={onClose} /> : null;
}

function Formular({ katalog, kund, objekt, onClose }: { katalog: KatalogVy; kund: KundVy; objekt: string; onClose: () => void }) {
  const { personId, person, kontakter, godkannanden } = kund;
  const idag = idagNu();
  const enheter = egnaEnheter(katalog.egen, person);
  const post = godkannanden.find(({ id }) => id === objekt);
  const underlagFor = ({ enhet }: Godkannandevarden): Godkannandeunderlag => {
    // What one unit was told is no other's (OSL 26:1).
    const dess = post ? enhetOf('godkannande', post.data, person) : (enhet ?? enheter[0]);
    return {
      ...{ person, kontakter, enheter, idag },
      samtycken: kund.samtycken.filter(({ data }) => enhetOf('samtycke', data, person) === dess),
      andra: godkannanden.filter(({ data }) => enhetOf('godkannande', data, person) === dess),
    };
  };
  const nu = post && godkannandevarden(post, idag);
  const form = useFormular<Godkannandevarden>({
    nyckel: { form: 'godkannande', personId, objekt },
    personId,
    titel: ({ kontaktId }) => ['Godkänn närstående', kontakter.find(({ id }) => id === kontaktId)?.data.namn].filter(Boolean).join(': '),
    start: () => nu ?? godkannandevarden(undefined, idag),
    nu,
    schema: godkannandeformular,
    kontroll: (varden) => godkannandefel(varden, underlagFor(varden)),
    command: (varden) => godkannandekommando(personId, varden, underlagFor(varden)),
    faltAv: (field) => field.split('.')[0],
    onSaved: onClose,
  });
  const { varden } = form;
  const { kontakt, samtycke, tom, mobil, epost } = ifyllt(varden, underlagFor(varden));
  return (
    <Formulardialog
      rubrik={post ? 'Ändra godkännande' : 'Godkänn närstående'}
      kund={`I stället för ${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={post ? 'Spara' : 'Godkänn'}
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
          ['Gäller från', now.fran],
          ['Till och med', now.tom ?? ''],
          ['Mobil för avisering', now.mobil ?? ''],
          ['E-post för avisering', now.epost ?? ''],
        ])}
      />
      {post && !isOppen(post.data) && <ErrorBar slag="warning" {...ordForAvslag('godkannande-avslutat')} />}
      {kontakter.length === 0 && (
        <ErrorBar
          slag="info"
          vad="Kunden har inga kontaktuppgifter."
          gor="Lägg till den närstående under Kontaktuppgifter, med personnummer. Det du skrivit här är kvar."
        />
      )}
      {!post && (
        <Enhetsval
          enheter={enheter}
          namn={katalog.vardelistor.enhet}
          varde={varden.enhet}
          onVarde={(enhet) => form.change({ enhet })}
          tips="Godkännandet vilar på det samtycke som enheten har fått. Den andra enheten ser det inte."
        />
      )}
      {post ? (
        <Lasrad etikett="Närstående">{`${post.data.till.namn} ${formatPersonnummer(post.data.till.personnummer)}`}</Lasrad>
      ) : (
        <Valfalt
          falt="kontaktId"
          etikett="Närstående"
          krav
          val={kontakter.map(({ id, data }) => ({
            varde: id,
            namn: `${data.namn} ${data.personnummer === undefined ? '' : formatPersonnummer(data.personnummer)} (${kontaktOrd[data.typ].toLowerCase()})`,
          }))}
          varde={varden.kontaktId}
          onVarde={(kontaktId) => form.change({ kontaktId })}
        />
      )}
      {kontakt && (
        <Lasrad etikett="Samtycke">
          {samtycke === 'saknas'
            ? 'Saknas'
            : samtycke
              ? `${samtycke.data.avser}, ${samtycke.data.fran} – ${samtycke.data.tom ?? 'tills vidare'}, mottaget ${samtycke.data.mottaget.dag} av ${samtycke.data.mottaget.av}`
              : `Behövs inte: ${kontaktOrd[kontakt.data.typ].toLowerCase()}`}
        </Lasrad>
      )}
      <Datumrad falt="fran" etikett="Gäller från" krav text={varden.fran} onText={(fran) => form.change({ fran })} idag={idag} framtid />
      <Datumrad
        falt="tom"
        etikett="Till och med"
        krav
        tips="Ett år föreslås. Tillgången upphör av sig själv den dagen, och du påminns en månad innan."
        text={tom}
        onText={(ny) => form.change({ tom: ny })}
        idag={idag}
        framtid
      />
      <Textfalt
        falt="mobil"
        etikett="Mobil för avisering"
        tips="Tomt: ingen avisering via SMS."
        varde={mobil}
        onVarde={(ny) => form.change({ mobil: ny })}
        langst={40}
      />
      <Textfalt
        falt="epost"
        etikett="E-post för avisering"
        tips="Tomt: ingen avisering via e-post."
        varde={epost}
        onVarde={(ny) => form.change({ epost: ny })}
        langst={120}
      />
      <Textfalt
        falt="anteckning"
        etikett="Annat"
        varde={varden.anteckning}
        onVarde={(anteckning) => form.change({ anteckning })}
        langst={2000}
        rader={2}
      />
    </Formulardialog>
  );
}
