import { langstBeskrivning } from '../../../shared/domain/franvaro/records.ts';
import { fragasSedan, isSentRegistrerad } from '../../../shared/domain/franvaro/regler.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import type { Aktdata } from '../../state/akt.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Kundprops, medAkt, Verkdialog, verkrad } from './Dialogdata.tsx';
import { dagfel, type Franvarovarden, franvaroschema, franvarovarden } from './franvaroformular.ts';

type Props = Kundprops & {
  /** The frånvaro that is changed, or the verkställighet of a new one. */
  objekt: string;
};

/** Registers frånvaro from a verkställighet, or changes one (PFRAN-07 to PFRAN-09, PFRAN-13). */
export const FranvaroDialog = medAkt(function FranvaroAv(props: Props & Aktdata) {
  const franvaro = props.akt.franvaron.find(({ id }) => id === props.objekt);
  const verkstallighet = props.akt.verkstalligheter.find(({ id }) => id === (franvaro?.data.verkstallighetId ?? props.objekt));
  if (!verkstallighet) return <EmptyState text="Verkställigheten finns inte längre." handling="Stäng" onHandling={props.onClose} />;
  return <Formular {...props} franvaro={franvaro} post={verkstallighet} />;
});

function Formular({
  franvaro,
  post,
  ...props
}: Props & Aktdata & { franvaro: AktVy['franvaron'][number] | undefined; post: AktVy['verkstalligheter'][number] }) {
  const { personId, objekt, akt, katalog, onClose } = props;
  const idag = idagNu();
  const nu = franvaro && franvarovarden(franvaro, idag);
  const orsaker = katalog.vardelistor.franvaroorsak.map(({ namn }) => namn);
  const form = useFormular<Franvarovarden>({
    nyckel: { form: 'franvaro', personId, objekt },
    personId,
    titel: ({ fran }) => `Frånvaro ${fran}`,
    start: () => nu ?? franvarovarden(undefined, idag),
    nu,
    schema: franvaroschema,
    kontroll: (varden) => [
      ...(varden.orsak === '' ? [{ falt: 'orsak', text: 'Välj orsak.' }] : []),
      ...dagfel(varden, idag, post, akt.franvaron),
    ],
    command: (varden) => {
      const { franvaroId, rev, planerad, orsak, kostForsta, kostSista } = varden;
      const [beskrivning, till] = [varden.beskrivning.trim(), dagAv(varden.till, idag)];
      const falt = {
        ...{ personId, franvaroId, planerad, orsak, fran: dagAv(varden.fran, idag) ?? varden.fran, kostForsta, kostSista, rev },
        ...(beskrivning === '' ? {} : { beskrivning }),
        ...(till === undefined ? {} : { till }),
      };
      return franvaro
        ? { name: 'franvaro.andra', input: { ...falt, sedd: varden.basRev ?? undefined } }
        : { name: 'franvaro.registrera', input: { ...falt, verkstallighetId: post.id } };
    },
    faltAv: (field) => field,
    onSaved: onClose,
  });
  const { varden } = form;
  const fran = dagAv(varden.fran, idag);
  return (
    <Verkdialog
      rubrik={franvaro ? 'Ändra frånvaro' : 'Lägg till frånvaro'}
      kund={verkrad({ akt, katalog, post })}
      form={form}
      andrad={form.andrad((now) => [
        ['Orsak', now.orsak],
        ['Beskrivning', now.beskrivning],
        ['Från', now.fran],
        ['Till', now.till || 'öppen'],
        ['Kost första dagen', now.kostForsta ? 'ja' : 'nej'],
        ['Kost sista dagen', now.kostSista ? 'ja' : 'nej'],
      ])}
      primar="Spara"
      onClose={onClose}
      bredd={624}
    >
      {franvaro?.data.felmarkering && (
        <ErrorBar
          slag="warning"
          vad={`Frånvaron är felmarkerad av ${franvaro.data.felmarkering.namn}: ${franvaro.data.felmarkering.orsak}`}
          gor="Den kan inte ändras. Lägg till en ny om kunden är borta."
        />
      )}
      <Radioval
        falt="planerad"
        etikett="Frånvaron är"
        val={[
          { varde: 'nej', namn: 'Oplanerad' },
          { varde: 'ja', namn: 'Planerad' },
        ]}
        varde={varden.planerad ? 'ja' : 'nej'}
        onVarde={(vald) => form.change({ planerad: vald === 'ja' })}
      />
      <Valfalt
        falt="orsak"
        etikett="Orsak"
        krav
        val={[
          { varde: '', namn: 'Välj' },
          ...[...new Set([...orsaker, ...(franvaro ? [franvaro.data.orsak] : [])])].map((namn) => ({ varde: namn, namn })),
        ]}
        varde={varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
      />
      <Textfalt
        falt="beskrivning"
        etikett="Beskrivning"
        tips="Kort. Läses av er, kundens enhet och avgiftshandläggaren, och följer inte med underlaget."
        varde={varden.beskrivning}
        onVarde={(beskrivning) => form.change({ beskrivning })}
        langst={langstBeskrivning}
      />
      <Datumrad
        falt="fran"
        etikett="Från"
        krav
        text={varden.fran}
        onText={(text) => form.change({ fran: text })}
        idag={idag}
        framtid
        fran={post.data.startdatum}
      />
      <Datumrad
        falt="till"
        etikett="Till"
        text={varden.till}
        onText={(till) => form.change({ till })}
        idag={idag}
        framtid
        tomText="Öppen"
        {...(fran === undefined ? {} : { fran })}
      />
      <Faltgrupp
        falt="kost"
        etikett="Kost"
        delfalt={['kostForsta', 'kostSista']}
        tips="En första eller sista dag utan kost räknas som en hel dag utan kost. Dagarna däremellan räknas alltid."
      >
        <Kryssruta
          falt="kostForsta"
          etikett="Åt hos oss den första dagen"
          vald={varden.kostForsta}
          onVald={(kostForsta) => form.change({ kostForsta })}
        />
        <Kryssruta
          falt="kostSista"
          etikett="Äter hos oss den sista dagen"
          vald={varden.kostSista}
          onVald={(kostSista) => form.change({ kostSista })}
        />
      </Faltgrupp>
      {franvaro && fragasSedan(franvaro.data, akt.person.data, idag) !== undefined && (
        <ErrorBar
          slag="info"
          vad="Frånvaron har inget slut."
          gor="Är kunden tillbaka skriver du dagen under Till. Är kunden fortfarande borta sparar du som det är: du blir frågad igen om en vecka."
        />
      )}
      {fran !== undefined && !franvaro && isSentRegistrerad(fran, idag) && (
        <ErrorBar
          slag="info"
          vad="Frånvaron började för mer än 7 dagar sedan: avgiften kan redan vara bestämd."
          gor="Registrera den ändå. Avgiftshandläggaren ser den."
        />
      )}
    </Verkdialog>
  );
}
