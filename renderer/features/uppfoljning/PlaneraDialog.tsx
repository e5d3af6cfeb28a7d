import { z } from 'zod';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { uppfoljningsobjekt } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAkt } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import { planeringsfel } from './uppfoljningsformular.ts';

const schema = z.object({ basRev: z.string().nullable(), uppfoljningId: z.string(), rev: z.string(), dag: z.string() });
type Varden = z.infer<typeof schema>;

type Props = { personId: string; objekt: string; onClose: () => void };

/** Plans an uppföljning of a bifall, or moves one that is planned. */
export function PlaneraDialog({ personId, objekt, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  const om = uppfoljningsobjekt(objekt);
  const post = akt?.uppfoljningar.find(({ id }) => 'uppfoljningId' in om && id === om.uppfoljningId);
  const beslutId = 'beslutId' in om ? om.beslutId : post?.data.beslutId;
  const beslut = akt?.beslut.find(({ id }) => id === beslutId);
  return akt && beslut ? <Formular akt={akt} beslut={beslut} post={post} objekt={objekt} onClose={onClose} /> : null;
}

type Formularprops = {
  akt: AktVy;
  beslut: AktVy['beslut'][number];
  post: AktVy['uppfoljningar'][number] | undefined;
  objekt: string;
  onClose: () => void;
};

function Formular({ akt, beslut, post, objekt, onClose }: Formularprops) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const idag = idagNu();
  const nu: Varden | undefined = post && {
    ...{ basRev: post.data.rev, uppfoljningId: post.id, rev: newId(), dag: post.data.planerad ?? '' },
  };
  const form = useFormular<Varden>({
    nyckel: { form: 'planeraUppfoljning', personId, objekt },
    personId,
    titel: post ? 'Flytta uppföljning' : 'Planera uppföljning',
    start: () => nu ?? { basRev: null, uppfoljningId: newId(), rev: newId(), dag: '' },
    nu,
    schema,
    kontroll: ({ dag }) => {
      const planerad = dagAv(dag, idag);
      const fel =
        datumfel(dag, idag, { krav: true, framtid: true }) ??
        (planerad === undefined ? undefined : planeringsfel(planerad, idag, beslut.data.giltigTom));
      return fel === undefined ? [] : [{ falt: 'dag', text: fel }];
    },
    command: ({ basRev, uppfoljningId, rev, dag }) => ({
      name: 'uppfoljning.planera',
      input: { personId, beslutId: beslut.id, uppfoljningId, sedd: basRev, rev, dag: dagAv(dag, idag) },
    }),
    onSaved: onClose,
  });
  return (
    <Formulardialog
      rubrik={post ? 'Flytta uppföljning' : 'Planera uppföljning'}
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`}
      lage={form}
      primar={post ? 'Flytta' : 'Planera'}
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [['Planerad dag', now.dag]])}
      />
      <Datumrad
        falt="dag"
        etikett="Dag"
        krav
        text={form.varden.dag}
        onText={(dag) => form.change({ dag })}
        idag={idag}
        framtid
        tips="Uppföljningen syns bland bevakningarna två veckor före dagen, tills den är genomförd."
      />
    </Formulardialog>
  );
}
