import { Checkbox, Input, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { aldstForst } from '../../../shared/domain/aktualisering/regler.ts';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { foreslagenUtredning, foreslagetInledningsdatum, kraverInledningsskal } from '../../../shared/domain/utredning/forslag.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Handlaggarval } from '../../components/formular/Handlaggarval.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { ansvariga, organisationerFor } from '../../state/ansvariga.ts';
import { flikYta, showYta } from '../../state/arbetsyta.ts';
import { newId } from '../../state/core.ts';
import { setKundvy } from '../../state/kundvy.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { PaborjadAktualisering } from './PaborjadAktualisering.tsx';

const useStyles = makeStyles({
  vanta: { padding: '12px', display: 'flex', flexDirection: 'column', gap: '8px' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', width: '100%' },
  skal: { flexGrow: 1, minWidth: '180px' },
});

/** Inled utredning (UTR-01 to UTR-11): every ej behandlad aktualisering is ticked from the start (FORB-14). */
export function InledUtredning({ personId }: { personId: string }) {
  const css = useStyles();
  return (
    <Hamtat svar={useAktdata(personId)}>
      {({ akt, katalog }) =>
        akt.aktualiseringar.every(({ data }) => data.utredningId !== undefined) ? (
          <div className={css.vanta}>
            <PaborjadAktualisering akt={akt} katalog={katalog} />
            <EmptyState
              text="Ingen aktualisering väntar på utredning. Ett LASS-beslut registreras utan, under LASS-beslut."
              handling="Ny aktualisering"
              onHandling={() => showYta(personId, { slag: 'arende', flik: 'aktualisering' })}
            />
          </div>
        ) : (
          <Formular personId={personId} akt={akt} katalog={katalog} />
        )
      }
    </Hamtat>
  );
}

const schema = z.object({
  basRev: z.null().optional(),
  utredningId: z.string(),
  /** As the user of several units chose; absent = that to which the oldest came. */
  enhet: z.string().optional(),
  /** null = as it is proposed; it then follows what is ticked. */
  typ: z.string().nullable(),
  inledningsdatum: z.string().nullable(),
  inledningsskal: z.string(),
  ansvarigHandlaggareId: z.string().nullable(),
  organisationId: z.string().nullable(),
  /** The ej behandlade that this utredning does not examine, each with the reason. */
  utelamnade: z.array(z.object({ id: z.string(), skal: z.string() })),
  rev: z.string(),
});
type Varden = z.infer<typeof schema>;

function Formular({ personId, akt, katalog }: { personId: string; akt: AktVy; katalog: KatalogVy }) {
  const css = useStyles();
  const minne = useOrganisationsminne();
  const idag = idagNu();
  const person = akt.person.data;
  const alla = akt.aktualiseringar.filter(({ data }) => data.utredningId === undefined).sort(aldstForst);
  // An utredning is one unit's, of what came to that: the oldest first.
  const perEnhet = Map.groupBy(alla, ({ data }) => enhetOf('aktualisering', data, person));
  const enheter = [...perEnhet.keys()].filter((enhet) => enhet !== undefined);
  const insats = (id: string) => katalog.insatser.find((one) => one.id === id)?.data;

  /** The form with what follows from the ticks filled in. */
  const ifylld = (varden: Varden) => {
    const enhet = enheter.find((one) => one === varden.enhet) ?? enheter[0];
    const vantar = perEnhet.get(enhet) ?? [];
    const utelamnade = varden.utelamnade.filter(({ id }) => vantar.some((one) => one.id === id));
    const valda = vantar.filter(({ id }) => !utelamnade.some((one) => one.id === id));
    const forslag = foreslagenUtredning(valda.length > 0 ? valda : vantar, insats, katalog.vardelistor.utredningstyp);
    const text = varden.inledningsdatum ?? forslag?.inledningsdatum ?? '';
    const dag = dagAv(text, idag);
    return {
      enhet,
      vantar,
      utelamnade,
      valda,
      typ: varden.typ ?? forslag?.typ ?? '',
      text,
      dag,
      behoverSkal: dag !== undefined && valda.length > 0 && kraverInledningsskal(dag, valda),
      ansvarigHandlaggareId: varden.ansvarigHandlaggareId ?? forslag?.ansvarigHandlaggareId ?? '',
      organisationId: varden.organisationId ?? forslag?.organisationId ?? '',
    };
  };

  const form = useFormular<Varden>({
    nyckel: { form: 'inled', personId, objekt: 'ny' },
    personId,
    titel: 'Inled utredning',
    start: () => ({
      utredningId: newId(),
      typ: null,
      inledningsdatum: null,
      inledningsskal: '',
      ansvarigHandlaggareId: null,
      organisationId: null,
      utelamnade: [],
      rev: newId(),
    }),
    schema,
    kontroll: (varden) => {
      const i = ifylld(varden);
      const datum = datumfel(i.text, idag, { krav: true, framtid: false });
      return [
        ...(datum === undefined ? [] : [{ falt: 'inledningsdatum', text: datum }]),
        ...(i.behoverSkal && varden.inledningsskal.trim() === ''
          ? [{ falt: 'inledningsskal', text: 'Skriv varför utredningen inleds en annan dag än ansökan kom in.' }]
          : []),
        ...(i.typ === '' ? [{ falt: 'typ', text: 'Välj typ av utredning.' }] : []),
        ...(i.ansvarigHandlaggareId === '' ? [{ falt: 'ansvarigHandlaggareId', text: 'Välj ansvarig handläggare.' }] : []),
        ...(i.organisationId === '' ? [{ falt: 'organisationId', text: 'Välj organisation.' }] : []),
        ...(i.valda.length === 0 ? [{ falt: 'aktualiseringar', text: 'Minst en aktualisering hör till utredningen. Kryssa i den.' }] : []),
        ...i.utelamnade
          .filter(({ skal }) => skal.trim() === '')
          .map(({ id }) => ({ falt: `skal-${id}`, text: 'Skriv varför den inte hör till utredningen.' })),
      ];
    },
    command: (varden) => {
      const i = ifylld(varden);
      return {
        name: 'utredning.inled',
        input: {
          personId,
          utredningId: varden.utredningId,
          typ: i.typ,
          inledningsdatum: i.dag ?? i.text,
          ...(i.behoverSkal ? { inledningsskal: varden.inledningsskal } : {}),
          ansvarigHandlaggareId: i.ansvarigHandlaggareId,
          organisationId: i.organisationId,
          aktualiseringIds: i.valda.map(({ id }) => id),
          utelamnade: i.utelamnade,
          rev: varden.rev,
        },
      };
    },
    faltAv: (field) => (field.startsWith('aktualiseringIds') || field.startsWith('utelamnade') ? 'aktualiseringar' : field),
    onSaved: ({ utredningId }) => {
      setKundvy(personId, { vald: `utredning/${utredningId}` });
      showYta(personId, flikYta(utredningId, 'utredning'));
    },
  });
  const { varden } = form;
  const i = ifylld(varden);
  const inkom = foreslagetInledningsdatum(i.valda);
  const leaveOut = (id: string, skal: string | undefined) =>
    form.change({
      utelamnade: [...varden.utelamnade.filter((one) => one.id !== id), ...(skal === undefined ? [] : [{ id, skal }])],
    });

  return (
    <Formularyta
      etikett="Inled utredning"
      etikettbredd={176}
      lage={form}
      onSave={() => void form.save()}
      topp={
        <>
          <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
          <PaborjadAktualisering akt={akt} katalog={katalog} />
        </>
      }
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Inled utredning för ${displayName(person)}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
        />
      }
    >
      <Enhetsval
        enheter={enheter}
        namn={katalog.vardelistor.enhet}
        tips="Utredningen är enhetens som ansökan har kommit till."
        varde={i.enhet}
        onVarde={(enhet) => form.change({ enhet, typ: null, inledningsdatum: null, ansvarigHandlaggareId: null, organisationId: null })}
      />
      <Datumrad
        falt="inledningsdatum"
        etikett="Inledningsdatum"
        krav
        text={i.text}
        onText={(inledningsdatum) => form.change({ inledningsdatum })}
        idag={idag}
        framtid={false}
        tips={inkom === undefined ? undefined : `Den tidigaste ansökan kom in ${inkom}.`}
      />
      {i.behoverSkal && (
        <Textfalt
          falt="inledningsskal"
          etikett="Skäl till annat datum"
          krav
          varde={varden.inledningsskal}
          onVarde={(inledningsskal) => form.change({ inledningsskal })}
          langst={500}
        />
      )}
      <Valfalt
        falt="typ"
        etikett="Typ av utredning"
        krav
        val={katalog.vardelistor.utredningstyp.map(({ namn }) => ({ varde: namn, namn }))}
        varde={i.typ}
        onVarde={(typ) => form.change({ typ })}
      />
      <Handlaggarval
        falt="ansvarigHandlaggareId"
        etikett="Ansvarig handläggare"
        krav
        handlaggare={ansvariga(katalog, akt, i.enhet, i.ansvarigHandlaggareId)}
        egenId={katalog.egen.anvandareId}
        varde={i.ansvarigHandlaggareId}
        onVarde={(ansvarigHandlaggareId) => form.change({ ansvarigHandlaggareId })}
      />
      <Organisationsval
        falt="organisationId"
        etikett="Organisation"
        krav
        organisationer={organisationerFor(katalog, akt, i.enhet)}
        varde={i.organisationId}
        onVarde={(organisationId) => form.change({ organisationId })}
        minne={minne}
      />
      <Faltgrupp
        falt="aktualiseringar"
        etikett="Ej behandlade aktualiseringar"
        krav
        delfalt={i.vantar.map(({ id }) => `skal-${id}`)}
        tips="Alla som hör till utredningen ska vara ikryssade."
      >
        {i.vantar.map(({ id, data }) => {
          const utelamnad = i.utelamnade.find((one) => one.id === id);
          return (
            <span key={id} className={css.rad}>
              <Checkbox
                label={`${data.typ}, ${data.datum}, ${data.franVem}`}
                checked={!utelamnad}
                onChange={(_, { checked }) => leaveOut(id, checked === true ? undefined : '')}
              />
              {utelamnad && (
                <span className={css.skal} data-falt={`skal-${id}`}>
                  <Input
                    size="small"
                    style={{ width: '100%' }}
                    aria-label={`Varför ${data.typ} inte hör till utredningen`}
                    placeholder="Varför hör den inte till utredningen?"
                    aria-invalid={form.felFor(`skal-${id}`) !== undefined}
                    maxLength={500}
                    value={utelamnad.skal}
                    onChange={(_, { value }) => leaveOut(id, value)}
                    onBlur={() => form.leave(`skal-${id}`)}
                  />
                </span>
              )}
            </span>
          );
        })}
      </Faltgrupp>
    </Formularyta>
  );
}
