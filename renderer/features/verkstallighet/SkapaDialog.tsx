import { z } from 'zod';
import { oppenLssInsatser } from '../../../shared/domain/lss-insatser.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import type { Aktdata } from '../../state/akt.ts';
import { enhetForNytt, lssFunktioner } from '../../state/ansvariga.ts';
import { newId } from '../../state/core.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { type Kundprops, kundrad, medAkt, showVerkstallighet, Verkdialog } from './Dialogdata.tsx';
import { oppningsvalFor } from './oppningsval.ts';

const schema = z.object({
  basRev: z.null().optional(),
  verkstallighetId: z.string(),
  val: z.string(),
  utforareId: z.string(),
  organisationId: z.string(),
  startdatum: z.string(),
});
type Varden = z.infer<typeof schema>;

/** Skapa ny verkställighet (VERK-04 to VERK-07): only what may be opened is offered, and OK saves (FORB-40). */
export const SkapaDialog = medAkt(function Skapa({ personId, akt, katalog, onClose }: Kundprops & Aktdata) {
  const idag = idagNu();
  const minne = useOrganisationsminne();
  const valen = oppningsvalFor(akt, katalog, idag);
  const egen = katalog.egen.funktionId ?? '';
  const start = (varde: string): Omit<Varden, 'verkstallighetId'> => {
    const val = valen.find((one) => one.varde === varde);
    return {
      val: varde,
      utforareId: val?.utforareId ?? egen,
      organisationId: katalog.egen.organisationId,
      startdatum: val?.startdatum ?? idag,
    };
  };
  const form = useFormular<Varden>({
    nyckel: { form: 'verkstallighet', personId, objekt: 'ny' },
    personId,
    titel: 'Skapa ny verkställighet',
    start: () => ({ verkstallighetId: newId(), ...start(valen[0]?.varde ?? '') }),
    schema,
    kontroll: (varden) => {
      const datum = datumfel(varden.startdatum, idag, { krav: true, framtid: true });
      return [
        ...(valen.some(({ varde }) => varde === varden.val) ? [] : [{ falt: 'val', text: 'Välj insatskategori.' }]),
        ...(varden.utforareId === '' ? [{ falt: 'utforareId', text: 'Välj utförare.' }] : []),
        ...(varden.organisationId === '' ? [{ falt: 'organisationId', text: 'Välj organisation.' }] : []),
        ...(datum === undefined ? [] : [{ falt: 'startdatum', text: datum }]),
      ];
    },
    command: (varden) => {
      const val = valen.find(({ varde }) => varde === varden.val);
      return {
        name: 'verkstallighet.oppna',
        input: {
          personId,
          verkstallighetId: varden.verkstallighetId,
          insatskategori: val?.insatskategori ?? '',
          utforareId: varden.utforareId,
          organisationId: varden.organisationId,
          startdatum: dagAv(varden.startdatum, idag) ?? varden.startdatum,
          ...(val?.beslutId === undefined ? {} : { beslutId: val.beslutId }),
        },
      };
    },
    faltAv: (field) => (field === 'beslutId' || field === 'insatskategori' ? 'val' : field),
    onSaved: ({ verkstallighetId }) => {
      onClose();
      showVerkstallighet(personId, verkstallighetId);
    },
  });
  const { varden } = form;
  const vald = valen.find(({ varde }) => varde === varden.val);
  const oppen = oppenLssInsatser(akt.verkstalligheter, idag);
  return (
    <Verkdialog rubrik="Skapa ny verkställighet" kund={kundrad(akt)} form={form} primar="OK, skapa verkställigheten" onClose={onClose}>
      {valen.length === 0 && (
        <ErrorBar
          slag="info"
          vad="Ingen verkställighet behöver öppnas."
          gor={
            oppen
              ? 'LSS Insatser är redan öppen. Övriga öppnas när utföraren bekräftar beställningen.'
              : 'Övriga öppnas när utföraren bekräftar beställningen.'
          }
        />
      )}
      <Valfalt
        falt="val"
        etikett="Insatskategori"
        krav
        val={valen}
        varde={varden.val}
        onVarde={(val) => form.change(start(val))}
        tomText="Välj"
      />
      {vald?.utforareId === undefined ? (
        <Valfalt
          falt="utforareId"
          etikett="Utförare"
          krav
          val={lssFunktioner(katalog, akt, enhetForNytt(katalog, akt, varden.organisationId)).map(({ id }) => ({
            varde: id,
            namn: utforarnamn(katalog, id),
          }))}
          varde={varden.utforareId}
          onVarde={(utforareId) => form.change({ utforareId })}
          tomText="Välj"
        />
      ) : (
        <Lasrad etikett="Utförare">{utforarnamn(katalog, vald.utforareId)}</Lasrad>
      )}
      <Organisationsval
        falt="organisationId"
        etikett="Organisation"
        krav
        organisationer={katalog.organisationer}
        varde={varden.organisationId}
        onVarde={(organisationId) => form.change({ organisationId })}
        minne={minne}
      />
      <Datumrad
        falt="startdatum"
        etikett="Gäller fr.o.m."
        krav
        text={varden.startdatum}
        onText={(startdatum) => form.change({ startdatum })}
        idag={idag}
        framtid
        tips="Från beslutsdatum."
      />
    </Verkdialog>
  );
});
