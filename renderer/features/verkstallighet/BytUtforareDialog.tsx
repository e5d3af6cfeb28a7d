import { z } from 'zod';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { lssFunktioner } from '../../state/ansvariga.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { settAv } from '../../state/sett.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { medVerkstallighet, Verkdialog, verkrad } from './Dialogdata.tsx';

const schema = z.object({
  basRev: z.string(),
  sett: z.object({ utforareId: z.string(), organisationId: z.string() }),
  utforareId: z.string(),
  organisationId: z.string(),
});

/** Byte av utförare/organisation (VERK-15): each LSS-handläggare with its present holder (FORB-45). */
export const BytUtforareDialog = medVerkstallighet(function BytUtforare(props) {
  const { personId, verkstallighetId, onClose, akt, katalog, post } = props;
  const namn = namnuppslag(akt, katalog);
  const enhet = enhetOf('verkstallighet', post.data, akt.person.data);
  const minne = useOrganisationsminne();
  const { lssInsatser, utforareId: nuvarande, organisationId } = post.data;
  const nu = {
    ...settAv({ utforareId: nuvarande, organisationId }),
    // The user's own function is preset, unless it has it already (FORB-45).
    utforareId: lssInsatser ? (katalog.egen.funktionId ?? nuvarande) : nuvarande,
    organisationId,
  };
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'bytUtforare', personId, objekt: verkstallighetId },
    personId,
    titel: 'Byte av utförare/organisation',
    start: () => nu,
    nu,
    namn,
    schema,
    kontroll: ({ sett, utforareId, organisationId }) =>
      utforareId === sett.utforareId && organisationId === sett.organisationId
        ? [{ falt: lssInsatser ? 'utforareId' : 'organisationId', text: 'Välj något annat än det som gäller nu.' }]
        : [],
    command: ({ sett, utforareId, organisationId }) => ({
      name: 'verkstallighet.bytUtforare',
      input: { personId, verkstallighetId, fran: sett.utforareId, franOrganisationId: sett.organisationId, utforareId, organisationId },
    }),
    onSaved: onClose,
  });
  return (
    <Verkdialog
      rubrik="Byte av utförare/organisation"
      kund={verkrad(props)}
      form={form}
      primar="OK, byt"
      onClose={onClose}
      andrad={form.andrad(({ sett }) => [
        ['Utförare', utforarnamn(katalog, sett.utforareId)],
        ['Organisation', namn(sett.organisationId) ?? ''],
      ])}
    >
      <Lasrad etikett="Nu">{utforarnamn(katalog, form.varden.sett.utforareId)}</Lasrad>
      {lssInsatser ? (
        <Valfalt
          falt="utforareId"
          etikett="Ny utförare"
          krav
          val={lssFunktioner(katalog, akt, enhet).map(({ id }) => ({ varde: id, namn: utforarnamn(katalog, id) }))}
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
