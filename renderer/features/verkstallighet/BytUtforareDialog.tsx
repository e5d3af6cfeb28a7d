import { z } from 'zod';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { lssFunktioner } from '../../state/ansvariga.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { medVerkstallighet, Verkdialog, verkrad } from './Dialogdata.tsx';

const schema = z.object({ basRev: z.null().optional(), utforareId: z.string(), organisationId: z.string() });

/** Byte av utförare/organisation (VERK-15): each LSS-handläggare with its present holder (FORB-45). */
export const BytUtforareDialog = medVerkstallighet(function BytUtforare(props) {
  const { personId, verkstallighetId, onClose, katalog, post } = props;
  const minne = useOrganisationsminne();
  const nu = post.data;
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'bytUtforare', personId, objekt: verkstallighetId },
    personId,
    titel: 'Byte av utförare/organisation',
    // The user's own function is preset, unless it has it already (FORB-45).
    start: () => ({
      utforareId: nu.lssInsatser ? (katalog.egen.funktionId ?? nu.utforareId) : nu.utforareId,
      organisationId: nu.organisationId,
    }),
    schema,
    kontroll: ({ utforareId, organisationId }) =>
      utforareId === nu.utforareId && organisationId === nu.organisationId
        ? [{ falt: nu.lssInsatser ? 'utforareId' : 'organisationId', text: 'Välj något annat än det som gäller nu.' }]
        : [],
    command: ({ utforareId, organisationId }) => ({
      name: 'verkstallighet.bytUtforare',
      input: { personId, verkstallighetId, fran: nu.utforareId, utforareId, organisationId },
    }),
    onSaved: onClose,
  });
  return (
    <Verkdialog rubrik="Byte av utförare/organisation" kund={verkrad(props)} form={form} primar="OK, byt" onClose={onClose}>
      <Lasrad etikett="Nu">{utforarnamn(katalog, nu.utforareId)}</Lasrad>
      {nu.lssInsatser ? (
        <Valfalt
          falt="utforareId"
          etikett="Ny utförare"
          krav
          val={lssFunktioner(katalog, props.akt).map(({ id }) => ({ varde: id, namn: utforarnamn(katalog, id) }))}
          varde={form.varden.utforareId}
          onVarde={(utforareId) => form.change({ utforareId })}
        />
      ) : (
        <Lasrad etikett="Utförare">Följer av beställningen och byts inte här.</Lasrad>
      )}
      <Organisationsval
        falt="organisationId"
        etikett="Organisation"
        krav
        organisationer={katalog.organisationer}
        varde={form.varden.organisationId}
        onVarde={(organisationId) => form.change({ organisationId })}
        minne={minne}
      />
    </Verkdialog>
  );
});
