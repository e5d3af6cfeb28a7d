import { z } from 'zod';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { idagNu } from '../../components/idag.ts';
import type { Aktdata } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Kundprops, medAkt, Verkdialog, verkrad } from './Dialogdata.tsx';
import { dagfel, franvarotid } from './franvaroformular.ts';

const schema = z.object({ basRev: z.string().nullable(), rev: z.string(), till: z.string(), kostSista: z.boolean() });
type Varden = z.infer<typeof schema>;

type Props = Kundprops & { id: string };
type Formularprops = Props & Aktdata & { franvaro: AktVy['franvaron'][number]; post: AktVy['verkstalligheter'][number] };

/** Says when a frånvaro ended (PFRAN-11, PFRAN-13). */
export const AvslutaFranvaroDialog = medAkt(function AvslutaFranvaro(props: Props & Aktdata) {
  const franvaro = props.akt.franvaron.find(({ id }) => id === props.id);
  const post = props.akt.verkstalligheter.find(({ id }) => id === franvaro?.data.verkstallighetId);
  if (!franvaro || !post) return <EmptyState text="Frånvaron finns inte längre." handling="Stäng" onHandling={props.onClose} />;
  return <Formular {...props} franvaro={franvaro} post={post} />;
});

function Formular({ personId, id, franvaro, post, akt, katalog, onClose }: Formularprops) {
  const idag = idagNu();
  const { data } = franvaro;
  const nu: Varden = { basRev: data.rev, rev: newId(), till: data.till ?? idag, kostSista: data.kostSista };
  const form = useFormular<Varden>({
    nyckel: { form: 'avslutaFranvaro', personId, objekt: id },
    personId,
    titel: `Avsluta frånvaro ${data.fran}`,
    start: () => nu,
    nu,
    schema,
    kontroll: ({ till, kostSista }) =>
      till.trim() === ''
        ? [{ falt: 'till', text: 'Skriv den sista dagen.' }]
        : dagfel({ ...data, franvaroId: id, till, kostSista }, idag, post, akt.franvaron),
    command: ({ basRev, rev, till, kostSista }) => ({
      name: 'franvaro.avsluta',
      input: { personId, franvaroId: id, sedd: basRev ?? undefined, till: dagAv(till, idag) ?? till, kostSista, rev },
    }),
    faltAv: (field) => field,
    onSaved: onClose,
  });
  return (
    <Verkdialog
      rubrik="Avsluta frånvaro"
      kund={verkrad({ akt, katalog, post })}
      form={form}
      andrad={form.andrad((now) => [
        ['Frånvaro', franvarotid(data)],
        ['Kost sista dagen', now.kostSista ? 'ja' : 'nej'],
      ])}
      primar="Spara"
      onClose={onClose}
    >
      <Lasrad etikett="Frånvaro">{`${data.orsak}, ${franvarotid(data)}`}</Lasrad>
      <Datumrad
        falt="till"
        etikett="Till"
        krav
        text={form.varden.till}
        onText={(till) => form.change({ till })}
        idag={idag}
        framtid
        fran={data.fran}
        tips="Den dag då kunden är tillbaka."
      />
      <Kryssruta
        falt="kostSista"
        etikett="Äter hos oss den sista dagen"
        vald={form.varden.kostSista}
        onVald={(kostSista) => form.change({ kostSista })}
      />
    </Verkdialog>
  );
}
