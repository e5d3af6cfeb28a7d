import { egnaEnheter, enhetOf } from '../../../shared/domain/enhet.ts';
import { etikettBeslut, etikettUtredning } from '../../../shared/domain/etikett.ts';
import { horhinder } from '../../../shared/domain/mote/hor.ts';
import { motesslag, motesslagen } from '../../../shared/domain/mote/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { samtyckeslagen } from '../../../shared/domain/samtycke/regler.ts';
import type { AktVy, KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { samtyckeslageOrd } from '../../../shared/words/samtycke.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Krysslista, Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { ansvariga } from '../../state/ansvariga.ts';
import { newId } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Handlaggare } from './Handlaggare.tsx';
import { type Motesvarden, motesfel, motesformular, moteskommando, motesvarden } from './motesformular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** Plans a meeting or a home visit, or moves and changes one that is planned. */
export function MoteDialog({ personId, objekt, onClose }: Props) {
  const { data } = useAktdata(personId);
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  if (!data || !kund) return null;
  return <Formular {...data} kund={kund} post={data.akt.moten.find(({ id }) => id === objekt)} objekt={objekt} onClose={onClose} />;
}

type Formularprops = {
  akt: AktVy;
  katalog: KatalogVy;
  kund: KundVy;
  post: AktVy['moten'][number] | undefined;
  objekt: string;
  onClose: () => void;
};

function Formular({ akt, katalog, kund, post, objekt, onClose }: Formularprops) {
  const { personId, person, kontakter, samtycken } = kund;
  const idag = idagNu();
  const jag = katalog.egen.anvandareId;
  const enheter = egnaEnheter(katalog.egen, person);
  const nu = post && motesvarden(post.id, post.data, jag);
  const om = omVad(akt, post);
  const form = useFormular<Motesvarden>({
    nyckel: { form: 'mote', personId, objekt },
    personId,
    titel: ({ slag, dag }) => [slag === '' ? 'Möte' : motesslag[slag], dag].filter(Boolean).join(' '),
    start: () => nu ?? motesvarden(newId(), undefined, jag),
    nu,
    schema: motesformular,
    kontroll: (varden) => motesfel(varden, idag, enheter, om),
    command: (varden) => moteskommando(personId, varden, idag),
    faltAv: (field) => field.split('.')[0],
    onSaved: onClose,
  });
  const { varden } = form;
  const { hallet, installt, felmarkering } = post?.data ?? {};
  const dag = dagAv(varden.dag, idag);
  const enhet = motesenhet(akt, post, varden, enheter);
  const alla = kontakter.map(({ id, data }) => {
    // Whether they may be told on the day of it, by the unit whose the meeting is (SAMT-05).
    const lagen = samtyckeslagen(samtycken, { id, data }, person, enhet === undefined ? enheter : [enhet], dag && dag > idag ? dag : idag);
    const [lage, annat] = new Set(lagen?.values());
    const samtycke = lage && (annat ? 'samtycke olika hos enheterna' : samtyckeslageOrd[lage]);
    const vem = [kontaktOrd[data.typ], samtycke].filter(Boolean).join(', ').toLowerCase();
    return { varde: id, namn: `${data.namn} (${vem})` };
  });
  const borta = varden.kontaktIds.filter((id) => !alla.some(({ varde }) => varde === id));
  return (
    <Formulardialog
      rubrik={post ? 'Flytta eller ändra mötet' : 'Planera möte'}
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={post ? 'Spara' : 'Planera'}
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
          ['Möte', now.slag && motesslag[now.slag]],
          ['Dag', now.dag],
          ['Börjar', now.fran],
          ['Slutar', now.till],
          ['Plats', now.plats],
          ['Syfte', now.syfte],
        ])}
      />
      {felmarkering && (
        <ErrorBar
          slag="warning"
          vad={`Mötet är felmarkerat av ${felmarkering.namn}: ${felmarkering.orsak}`}
          gor="Det kan inte ändras. Planera ett nytt om ni ska ses."
        />
      )}
      {!felmarkering && (hallet || installt) && (
        <ErrorBar
          slag="warning"
          vad={installt ? `Mötet är inställt av ${installt.namn}: ${installt.orsak}` : `Mötet är genomfört, enligt ${hallet?.namn}.`}
          gor="Det kan inte ändras. Planera ett nytt om ni ska ses igen."
        />
      )}
      <Valfalt
        falt="slag"
        etikett="Möte"
        krav
        val={motesslagen.map((varde) => ({ varde, namn: motesslag[varde] }))}
        varde={varden.slag}
        onVarde={(vald) => form.change({ slag: motesslagen.find((one) => one === vald) ?? '' })}
      />
      <Datumrad falt="dag" etikett="Dag" krav text={varden.dag} onText={(dag) => form.change({ dag })} idag={idag} framtid />
      <Textfalt
        falt="fran"
        etikett="Börjar"
        krav
        tips="Till exempel 10.00."
        varde={varden.fran}
        onVarde={(fran) => form.change({ fran })}
        langst={10}
      />
      <Textfalt falt="till" etikett="Slutar" varde={varden.till} onVarde={(till) => form.change({ till })} langst={10} />
      <Textfalt falt="plats" etikett="Plats" varde={varden.plats} onVarde={(plats) => form.change({ plats })} langst={200} />
      <Textfalt falt="syfte" etikett="Syfte" krav varde={varden.syfte} onVarde={(syfte) => form.change({ syfte })} langst={500} rader={2} />
      <Kryssruta falt="enskild" etikett="Kunden deltar" vald={varden.enskild} onVald={(enskild) => form.change({ enskild })} />
      {alla.length > 0 && (
        <Krysslista
          falt="kontaktIds"
          etikett="Kontakter"
          val={alla}
          valda={varden.kontaktIds}
          onValda={(valda) => form.change({ kontaktIds: [...valda, ...borta] })}
        />
      )}
      <Handlaggare
        katalog={katalog}
        mojliga={ansvariga(katalog, akt, enhet)}
        valda={varden.anvandareIds}
        onValda={(anvandareIds) => form.change({ anvandareIds })}
      />
      <Textfalt
        falt="andra"
        etikett="Andra"
        tips="En på varje rad."
        varde={varden.andra}
        onVarde={(andra) => form.change({ andra })}
        langst={2500}
        rader={2}
      />
      <Valfalt falt="hor" etikett="Hör till" val={om} varde={varden.hor} onVarde={(hor) => form.change({ hor })} />
      {!post && varden.hor === '' && (
        <Enhetsval
          enheter={enheter}
          namn={katalog.vardelistor.enhet}
          varde={varden.enhet}
          onVarde={(enhet) => form.change({ enhet })}
          tips="Den andra enheten ser inte mötet."
        />
      )}
    </Formulardialog>
  );
}

/** What a meeting may be about: what is open, and what it was about before. */
function omVad({ utredningar, beslut }: AktVy, post: Formularprops['post']): { varde: string; namn: string }[] {
  const forr = (id: string) => id === post?.data.hor?.id;
  return [
    { varde: '', namn: 'Inget särskilt ärende' },
    ...utredningar
      .filter(({ id, data }) => forr(id) || horhinder({ utredning: data }) === undefined)
      .map(({ id, data }) => ({ varde: `utredning:${id}`, namn: etikettUtredning(data) })),
    ...beslut
      .filter(({ id, data }) => forr(id) || horhinder({ beslut: data }) === undefined)
      .map(({ id, data }) => ({ varde: `beslut:${id}`, namn: etikettBeslut(data) })),
  ];
}

/** The unit whose the meeting is, or will be; undefined until it has been chosen. */
function motesenhet(
  { utredningar, beslut, person }: AktVy,
  post: Formularprops['post'],
  { hor, enhet }: Motesvarden,
  enheter: readonly string[],
) {
  const { data } = person;
  if (post) return enhetOf('mote', post.data, data);
  const id = hor.split(':')[1];
  const [utredning, beslutet] = [utredningar, beslut].map((alla) => alla.find((one) => one.id === id)?.data);
  if (utredning) return enhetOf('utredning', utredning, data);
  if (beslutet) return enhetOf('beslut', beslutet, data);
  return enheter.length > 1 ? enhet : enheter[0];
}
