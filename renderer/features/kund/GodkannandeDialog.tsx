import { egnaEnheter, enhetOf } from '../../../shared/domain/enhet.ts';
import { isOppen } from '../../../shared/domain/etjanst/records.ts';
import { kontaktTyper } from '../../../shared/domain/kontakt/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { samtyckessatt } from '../../../shared/domain/samtycke/records.ts';
import type { KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { samtyckessattOrd } from '../../../shared/words/samtycke.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
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
  nyNarstaende,
  valtSlag,
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
  const slag = katalog.vardelistor.samtyckesslag.filter(({ tillater }) => tillater?.includes('ombudETjanst')).map(({ namn }) => namn);
  const post = godkannanden.find(({ id }) => id === objekt);
  const underlagFor = ({ enhet }: Godkannandevarden): Godkannandeunderlag => {
    // What one unit was told is no other's (OSL 26:1).
    const dess = post ? enhetOf('godkannande', post.data, person) : (enhet ?? enheter[0]);
    return {
      ...{ person, kontakter, enheter, slag, idag },
      samtycken: kund.samtycken.filter(({ data }) => enhetOf('samtycke', data, person) === dess),
      andra: godkannanden.filter(({ data }) => enhetOf('godkannande', data, person) === dess),
    };
  };
  const nu = post && godkannandevarden(post, idag, katalog.egen.namn);
  const form = useFormular<Godkannandevarden>({
    nyckel: { form: 'godkannande', personId, objekt },
    personId,
    titel: ({ kontaktId }) => ['Godkänn närstående', kontakter.find(({ id }) => id === kontaktId)?.data.namn].filter(Boolean).join(': '),
    start: () => nu ?? godkannandevarden(undefined, idag, katalog.egen.namn),
    nu,
    schema: godkannandeformular,
    kontroll: (varden) => godkannandefel(varden, underlagFor(varden)),
    command: (varden) => godkannandekommando(personId, varden, underlagFor(varden)),
    faltAv,
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
          val={[
            ...kontakter.map(({ id, data }) => ({
              varde: id,
              namn: `${data.namn} ${data.personnummer === undefined ? '' : formatPersonnummer(data.personnummer)} (${kontaktOrd[data.typ].toLowerCase()})`,
            })),
            { varde: nyNarstaende, namn: 'Ny närstående' },
          ]}
          varde={varden.kontaktId}
          onVarde={(kontaktId) => form.change({ kontaktId })}
        />
      )}
      {varden.kontaktId === nyNarstaende && varden.ny && (
        <NyNarstaende ny={varden.ny} onNy={(del) => form.change((now) => (now.ny ? { ny: { ...now.ny, ...del } } : {}))} />
      )}
      {kontakt && samtycke !== 'saknas' && (
        <Lasrad etikett="Samtycke">
          {samtycke
            ? `${samtycke.data.avser}, ${samtycke.data.fran} – ${samtycke.data.tom ?? 'tills vidare'}, mottaget ${samtycke.data.mottaget.dag} av ${samtycke.data.mottaget.av}`
            : `Behövs inte: ${kontaktOrd[kontakt.data.typ].toLowerCase()}`}
        </Lasrad>
      )}
      {kontakt && samtycke === 'saknas' && slag.length === 0 && <Lasrad etikett="Samtycke">Saknas</Lasrad>}
      {kontakt && samtycke === 'saknas' && slag.length > 0 && varden.samtycke && (
        <Samtycket
          slag={slag}
          valt={valtSlag(varden, slag)}
          samtycke={varden.samtycke}
          idag={idag}
          onSamtycke={(del) => form.change((now) => (now.samtycke ? { samtycke: { ...now.samtycke, ...del } } : {}))}
        />
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

type Ny = NonNullable<Godkannandevarden['ny']>;
/** Somebody who is no contact yet: registered with the approval (FORB-64). */
function NyNarstaende({ ny, onNy }: { ny: Ny; onNy: (del: Partial<Ny>) => void }) {
  return (
    <>
      <Textfalt
        falt="namn"
        etikett="Namn"
        krav
        tips="Efternamn, förnamn."
        varde={ny.namn}
        onVarde={(namn) => onNy({ namn })}
        langst={200}
      />
      <Textfalt
        falt="personnummer"
        etikett="Personnummer"
        krav
        tips="Det hen loggar in med."
        varde={ny.personnummer}
        onVarde={(personnummer) => onNy({ personnummer })}
        langst={20}
      />
      <Valfalt
        falt="typ"
        etikett="Slag"
        krav
        val={kontaktTyper.map((varde) => ({ varde, namn: kontaktOrd[varde] }))}
        varde={ny.typ}
        onVarde={(vald) => onNy({ typ: kontaktTyper.find((one) => one === vald) ?? 'anhorig' })}
      />
      <Textfalt falt="relation" etikett="Relation" varde={ny.relation} onVarde={(relation) => onNy({ relation })} langst={80} />
    </>
  );
}

type Samtycke = NonNullable<Godkannandevarden['samtycke']>;
type Samtycketprops = {
  slag: readonly string[];
  valt: string;
  samtycke: Samtycke;
  idag: string;
  onSamtycke: (del: Partial<Samtycke>) => void;
};
/** What the kund agreed to: registered with the approval that rests on it (FORB-64, FORB-65). */
function Samtycket({ slag, valt, samtycke, idag, onSamtycke }: Samtycketprops) {
  return (
    <>
      <Valfalt
        falt="avser"
        etikett="Samtycke"
        krav
        tips="Registreras med godkännandet och gäller tills det återkallas."
        val={slag.map((namn) => ({ varde: namn, namn }))}
        varde={valt}
        onVarde={(avser) => onSamtycke({ avser })}
      />
      <Radioval
        falt="hur"
        etikett="Gavs"
        krav
        val={samtyckessatt.map((varde) => ({ varde, namn: samtyckessattOrd[varde] }))}
        varde={samtycke.hur}
        onVarde={(vald) => onSamtycke({ hur: samtyckessatt.find((one) => one === vald) ?? '' })}
      />
      <Datumrad
        falt="mottagetDag"
        etikett="Mottaget"
        krav
        text={samtycke.dag}
        onText={(dag) => onSamtycke({ dag })}
        idag={idag}
        framtid={false}
      />
      <Textfalt falt="mottagetAv" etikett="Mottaget av" krav varde={samtycke.av} onVarde={(av) => onSamtycke({ av })} langst={120} />
    </>
  );
}

/** Where a refusal's field is shown. */
function faltAv(field: string): string | undefined {
  if (field === 'samtycke.mottaget.dag') return 'mottagetDag';
  if (field.startsWith('samtycke.mottaget')) return 'mottagetAv';
  const [forst = '', andra] = field.split('.');
  return forst === 'samtycke' || forst === 'kontakt' ? (andra ?? 'kontaktId') : forst;
}
