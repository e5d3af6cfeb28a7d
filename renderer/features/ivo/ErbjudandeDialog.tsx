import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { erbjudandeobjekt } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { svarOrd } from '../../../shared/words/ivo.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAkt } from '../../state/akt.ts';
import { useInloggad } from '../../state/session.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  type Erbjudandeformular,
  erbjudandeAv,
  erbjudandefel,
  erbjudandeformular,
  erbjudandekommando,
  nyttErbjudande,
} from './erbjudandeformular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** An erbjudande of a bifall: a new one, or one that is there, to write its answer into. */
export function ErbjudandeDialog({ personId, objekt, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const om = erbjudandeobjekt(objekt);
  const post = akt?.erbjudanden.find(({ id }) => 'erbjudandeId' in om && id === om.erbjudandeId);
  const beslutId = 'beslutId' in om ? om.beslutId : post?.data.beslutId;
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  if (!akt || !beslut) return null;
  return <Formular akt={akt} beslut={beslut} post={post} objekt={objekt} onClose={onClose} />;
}

type Formularprops = {
  akt: AktVy;
  beslut: AktVy['beslut'][number];
  post: AktVy['erbjudanden'][number] | undefined;
  objekt: string;
  onClose: () => void;
};

function Formular({ akt, beslut, post, objekt, onClose }: Formularprops) {
  const { personId } = akt;
  const idag = idagNu();
  const { data: person } = akt.person;
  const jag = useInloggad()?.namn ?? '';
  const nu = post && erbjudandeAv(post.id, post.data);
  const form = useFormular<Erbjudandeformular>({
    nyckel: { form: 'erbjudande', personId, objekt },
    personId,
    titel: post ? `Erbjudande ${post.data.datum}` : 'Nytt erbjudande',
    start: () => nu ?? nyttErbjudande(`${person.fornamn} ${person.efternamn}`.trim(), jag),
    nu,
    schema: erbjudandeformular,
    kontroll: (varden) => erbjudandefel(varden, beslut.data.beslutsdatum, idag),
    command: (varden) => erbjudandekommando(personId, beslut.id, varden, idag),
    faltAv: (field) => (field === 'svar.dag' ? 'svarsdag' : field === 'svar.skal' ? 'skal' : field),
    onSaved: onClose,
  });
  const { varden } = form;
  const besvarat = varden.svar !== 'vantar';
  return (
    <Formulardialog
      rubrik={post ? 'Erbjudande' : 'Nytt erbjudande'}
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
          ['Datum', now.datum],
          ['Vad som erbjöds', now.vad],
          ['Till', now.till],
          ['Lämnat av', now.lamnatAv],
          ['Svar', [svarOrd[now.svar], now.svarsdag, now.skal].filter(Boolean).join(' ')],
        ])}
      />
      {post?.data.felmarkering && (
        <ErrorBar
          slag="warning"
          vad="Erbjudandet är felmarkerat."
          gor={`${post.data.felmarkering.namn} ${swedishDay(post.data.felmarkering.at)}: ${post.data.felmarkering.orsak}`}
        />
      )}
      <Datumrad
        falt="datum"
        etikett="Datum"
        krav
        text={varden.datum}
        onText={(datum) => form.change({ datum })}
        idag={idag}
        framtid={false}
      />
      <Textfalt
        falt="vad"
        etikett="Vad som erbjöds"
        krav
        varde={varden.vad}
        onVarde={(vad) => form.change({ vad })}
        langst={300}
        rader={2}
        tips="Till exempel vilken plats eller person, och från när."
      />
      <Textfalt falt="till" etikett="Till" krav varde={varden.till} onVarde={(till) => form.change({ till })} langst={120} />
      <Textfalt
        falt="lamnatAv"
        etikett="Lämnat av"
        krav
        varde={varden.lamnatAv}
        onVarde={(lamnatAv) => form.change({ lamnatAv })}
        langst={120}
      />
      <Radioval
        falt="svar"
        etikett="Svar"
        val={(['vantar', 'ja', 'nej'] as const).map((slag) => ({ varde: slag, namn: svarOrd[slag] }))}
        varde={varden.svar}
        onVarde={(vald) => form.change({ svar: vald === 'ja' || vald === 'nej' ? vald : 'vantar' })}
        tips="Ett nej tar inte bort skyldigheten att verkställa beslutet."
      />
      {besvarat && (
        <Datumrad
          falt="svarsdag"
          etikett="Svarsdag"
          krav
          text={varden.svarsdag}
          onText={(svarsdag) => form.change({ svarsdag })}
          idag={idag}
          framtid={false}
        />
      )}
      {varden.svar === 'nej' && (
        <Textfalt
          falt="skal"
          etikett="Skäl till nej"
          krav
          varde={varden.skal}
          onVarde={(skal) => form.change({ skal })}
          langst={500}
          rader={2}
        />
      )}
    </Formulardialog>
  );
}
