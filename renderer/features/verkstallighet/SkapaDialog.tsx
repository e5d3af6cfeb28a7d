import { z } from 'zod';
import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { oppenLssInsatser } from '../../../shared/domain/lss-insatser.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { type Aktdata, aktForEnhet } from '../../state/akt.ts';
import { enhetForNytt, lssFunktioner, medEnhet, organisationEfterByte, organisationerFor } from '../../state/ansvariga.ts';
import { newId } from '../../state/core.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { type Kundprops, kundrad, medAkt, showVerkstallighet, Verkdialog } from './Dialogdata.tsx';
import { oppningsvalFor } from './oppningsval.ts';

const schema = z.object({
  basRev: z.null().optional(),
  verkstallighetId: z.string(),
  /** As the user of several units chose; absent = the first for which something can be opened. */
  enhet: z.string().optional(),
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
  const egnas = egnaEnheter(katalog.egen, akt.person.data);
  const enheter = egnas.length > 0 ? egnas : [enhetForNytt(katalog, akt, katalog.egen.organisationId, undefined)];
  const valenAv = (enhet: string | undefined) => oppningsvalFor(aktForEnhet(akt, enhet), katalog, idag);
  // The user's own organisation says which of their units is asked for first.
  const hemma = enhetForNytt(katalog, akt, katalog.egen.organisationId, undefined);
  const forvald = [hemma, ...enheter].find((enhet) => valenAv(enhet).length > 0) ?? hemma;
  const enhetAv = (varden: Pick<Varden, 'enhet'>) => enheter.find((enhet) => enhet === varden.enhet) ?? forvald;
  const start = (enhet: string | undefined, varde = valenAv(enhet)[0]?.varde ?? ''): Omit<Varden, 'verkstallighetId'> => {
    const val = valenAv(enhet).find((one) => one.varde === varde);
    const egen = lssFunktioner(katalog, akt, enhet).some(({ id }) => id === katalog.egen.funktionId) ? katalog.egen.funktionId : undefined;
    return {
      ...(enhet === undefined ? {} : { enhet }),
      val: varde,
      utforareId: val?.utforareId ?? egen ?? '',
      organisationId:
        enhet === undefined || enhet === hemma
          ? katalog.egen.organisationId
          : organisationEfterByte(katalog, akt, enhet, katalog.egen.organisationId),
      startdatum: val?.startdatum ?? idag,
    };
  };
  const form = useFormular<Varden>({
    nyckel: { form: 'verkstallighet', personId, objekt: 'ny' },
    personId,
    titel: 'Skapa ny verkställighet',
    start: () => ({ verkstallighetId: newId(), ...start(forvald) }),
    schema,
    kontroll: (varden) => {
      const datum = datumfel(varden.startdatum, idag, { krav: true, framtid: true });
      return [
        ...(valenAv(enhetAv(varden)).some(({ varde }) => varde === varden.val) ? [] : [{ falt: 'val', text: 'Välj insatskategori.' }]),
        ...(varden.utforareId === '' ? [{ falt: 'utforareId', text: 'Välj utförare.' }] : []),
        ...(varden.organisationId === '' ? [{ falt: 'organisationId', text: 'Välj organisation.' }] : []),
        ...(datum === undefined ? [] : [{ falt: 'startdatum', text: datum }]),
      ];
    },
    command: (varden) => {
      const enhet = enhetAv(varden);
      const val = valenAv(enhet).find(({ varde }) => varde === varden.val);
      return {
        name: 'verkstallighet.oppna',
        input: {
          personId,
          verkstallighetId: varden.verkstallighetId,
          insatskategori: val?.insatskategori ?? '',
          utforareId: varden.utforareId,
          organisationId: varden.organisationId,
          startdatum: dagAv(varden.startdatum, idag) ?? varden.startdatum,
          ...(val?.beslutId === undefined ? medEnhet(katalog, akt, enhet) : { beslutId: val.beslutId }),
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
  const enhet = enhetAv(varden);
  const valen = valenAv(enhet);
  const vald = valen.find(({ varde }) => varde === varden.val);
  const oppen = oppenLssInsatser(aktForEnhet(akt, enhet).verkstalligheter, idag);
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
      <Enhetsval
        enheter={egnas}
        namn={katalog.vardelistor.enhet}
        tips="Varje enhets verkställigheter är dess egna."
        varde={enhet}
        onVarde={(vald) => form.change(start(vald))}
      />
      <Valfalt
        falt="val"
        etikett="Insatskategori"
        krav
        val={valen}
        varde={varden.val}
        onVarde={(val) => form.change(start(enhet, val))}
        tomText="Välj"
      />
      {vald?.utforareId === undefined ? (
        <Valfalt
          falt="utforareId"
          etikett="Utförare"
          krav
          val={lssFunktioner(katalog, akt, enhet).map(({ id }) => ({
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
        organisationer={organisationerFor(katalog, akt, enhet)}
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
