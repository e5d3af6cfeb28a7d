import { z } from 'zod';
import { raknasTom, raknatUnderlag, senasteUnderlag, underlagsskal } from '../../../shared/domain/franvaro/underlag.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { underlagsskalOrd } from '../../../shared/words/franvaro.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import type { Aktdata } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import { type Kundprops, medAkt, Verkdialog, verkrad } from './Dialogdata.tsx';
import { franvarotid } from './franvaroformular.ts';

const schema = z.object({ basRev: z.string().nullable(), underlagId: z.string(), tom: z.string(), dagarUtanKost: z.string() });
type Varden = z.infer<typeof schema>;

type Props = Kundprops & { id: string };
type Formularprops = Props & Aktdata & { franvaro: AktVy['franvaron'][number]; post: AktVy['verkstalligheter'][number] };

/** Sends the avgiftshandläggare the underlag of a long or late frånvaro, or a correction of it (PFRAN-04 to PFRAN-06, FORB-81). */
export const UnderlagDialog = medAkt(function Underlag(props: Props & Aktdata) {
  const franvaro = props.akt.franvaron.find(({ id }) => id === props.id);
  const post = props.akt.verkstalligheter.find(({ id }) => id === franvaro?.data.verkstallighetId);
  if (!franvaro || !post) return <EmptyState text="Frånvaron finns inte längre." handling="Stäng" onHandling={props.onClose} />;
  return <Formular {...props} franvaro={franvaro} post={post} />;
});

const antalAv = (text: string): number | undefined => (/^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined);

function Formular({ personId, id, franvaro, post, akt, katalog, onClose }: Formularprops) {
  const idag = idagNu();
  const raknasNu = raknasTom(franvaro.data, idag);
  const nu: Varden = {
    ...{ basRev: franvaro.data.rev, underlagId: newId(), tom: raknasNu },
    dagarUtanKost: String(raknatUnderlag(franvaro.data, raknasNu).dagarUtanKost),
  };
  const senaste = senasteUnderlag(akt.franvarounderlag, id);
  const skal = underlagsskal(franvaro, akt.franvarounderlag, idag);
  const form = useFormular<Varden>({
    nyckel: { form: 'franvarounderlag', personId, objekt: id },
    personId,
    titel: `Underlag om frånvaro ${franvaro.data.fran}`,
    start: () => nu,
    nu,
    schema,
    kontroll: ({ tom, dagarUtanKost }) => {
      const antal = antalAv(dagarUtanKost);
      const { dagar } = raknatUnderlag(franvaro.data, tom);
      return antal === undefined || antal > dagar ? [{ falt: 'dagarUtanKost', text: `Skriv ett antal från 0 till ${dagar}.` }] : [];
    },
    command: ({ basRev, underlagId, tom, dagarUtanKost }) => ({
      name: 'franvaro.skickaUnderlag',
      input: { personId, franvaroId: id, underlagId, sedd: basRev ?? undefined, tom, dagarUtanKost: antalAv(dagarUtanKost) },
    }),
    faltAv: (field) => (field === 'dagarUtanKost' ? field : undefined),
    onSaved: onClose,
  });
  const raknat = raknatUnderlag(franvaro.data, form.varden.tom);
  return (
    <Verkdialog
      rubrik={senaste ? 'Skicka rättat underlag' : 'Skicka underlag till avgiftshandläggare'}
      kund={verkrad({ akt, katalog, post })}
      form={form}
      andrad={form.andrad((now) => [
        ['Frånvaro', franvarotid(franvaro.data)],
        ['Hela dagar utan kost', now.dagarUtanKost],
      ])}
      primar={senaste ? 'Skicka rättelsen' : 'Skicka underlaget'}
      onClose={onClose}
      bredd={624}
    >
      <Lasrad etikett="Kundnummer">{akt.person.data.kundnummer}</Lasrad>
      <Lasrad etikett="Frånvaro">{franvarotid(raknat)}</Lasrad>
      <Lasrad etikett="Räknat till och med">{form.varden.tom}</Lasrad>
      <Lasrad etikett="Dagar">{String(raknat.dagar)}</Lasrad>
      <Textfalt
        falt="dagarUtanKost"
        etikett="Hela dagar utan kost"
        krav
        tips={`Räknat till ${raknat.dagarUtanKost}. Ändra om ni vet bättre: båda talen sparas.`}
        varde={form.varden.dagarUtanKost}
        onVarde={(dagarUtanKost) => form.change({ dagarUtanKost })}
        langst={5}
      />
      {skal && <Lasrad etikett="Skickas för att">{underlagsskalOrd[skal]}</Lasrad>}
      {senaste && (
        <Lasrad etikett="Skickat tidigare">
          {`${senaste.data.skickat.namn}: ${franvarotid(senaste.data)}, ${senaste.data.dagar} dagar, ${senaste.data.dagarUtanKost} utan kost`}
        </Lasrad>
      )}
    </Verkdialog>
  );
}
