import { Checkbox } from '@fluentui/react-components';
import { z } from 'zod';
import { etikettVerkstallighet } from '../../../shared/domain/rubriktrad/etikett.ts';
import { beslutAttJustera } from '../../../shared/domain/verkstallighet/avslut.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { Dialogdata, kundrad } from './Dialogdata.tsx';

const schema = z.object({
  basRev: z.null().optional(),
  avslutsdatum: z.string(),
  orsak: z.string(),
  saker: z.boolean(),
  /** What the user has ticked or unticked besides what is proposed. */
  val: z.record(z.string(), z.boolean()),
});
type Varden = z.infer<typeof schema>;
type Props = { personId: string; verkstallighetId: string; onStang: () => void };

/** Avsluta verkställighet (VERK-10 to VERK-12): which beslut get which end date is seen before OK (FORB-41). */
export function AvslutaDialog(props: Props) {
  return (
    <Dialogdata personId={props.personId} onStang={props.onStang}>
      {(akt, katalog) => <Dialog {...props} akt={akt} katalog={katalog} />}
    </Dialogdata>
  );
}

function Dialog({ personId, verkstallighetId, onStang, akt, katalog }: Props & { akt: AktVy; katalog: KatalogVy }) {
  const idag = idagNu();
  const post = akt.verkstalligheter.find(({ id }) => id === verkstallighetId);
  const justeras = (varden: Varden) => {
    const dag = dagAv(varden.avslutsdatum, idag);
    if (!post || dag === undefined) return [];
    return beslutAttJustera(post, akt.beslut, akt.bestallningar, dag).map((one) => ({
      ...one,
      med: one.last || (varden.val[one.id] ?? one.forvald),
    }));
  };
  const form = useFormular<Varden>({
    nyckel: `avslutaVerkstallighet:${personId}:${verkstallighetId}`,
    personId,
    titel: 'Avsluta verkställighet',
    start: () => ({ avslutsdatum: idag, orsak: '', saker: false, val: {} }),
    schema,
    kontroll: (varden) => {
      const datum = datumfel(varden.avslutsdatum, idag, { krav: true, framtid: true });
      return [
        ...(datum === undefined ? [] : [{ falt: 'avslutsdatum', text: datum }]),
        ...justeras(varden)
          .filter(({ med, hinder }) => med && hinder)
          .map(({ data }) => ({
            falt: 'beslut',
            text: `${data.beslutsnamn} börjar ${data.giltigFran}, efter avslutsdatumet. Välj ett senare datum.`,
          })),
        ...(varden.saker ? [] : [{ falt: 'saker', text: 'Kryssa i att verkställigheten ska avslutas.' }]),
      ];
    },
    kor: (varden) => ({
      name: 'verkstallighet.avsluta',
      input: {
        personId,
        verkstallighetId,
        avslutsdatum: dagAv(varden.avslutsdatum, idag) ?? varden.avslutsdatum,
        ...(varden.orsak === '' ? {} : { orsak: varden.orsak }),
        bekraftad: true,
        beslutIds: justeras(varden).flatMap(({ id, med }) => (med ? [id] : [])),
      },
    }),
    faltAv: (field) => (field === 'beslutIds' ? 'beslut' : field),
    onSparad: onStang,
  });
  const { varden } = form;
  if (!post) return <EmptyState text="Verkställigheten finns inte längre." handling="Stäng" onHandling={onStang} />;
  const rader = justeras(varden);
  return (
    <Formulardialog
      rubrik="Avsluta verkställighet"
      kund={`${etikettVerkstallighet(post.data, utforarnamn(katalog, post.data.utforareId))} för ${kundrad(akt)}`}
      lage={form}
      primar="OK, avsluta verkställigheten"
      onSpara={() => void form.spara()}
      onStang={onStang}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
      allvar
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onForsokIgen={() => void form.tom()} />
      <Datumrad
        falt="avslutsdatum"
        etikett="Avslutsdatum"
        krav
        text={varden.avslutsdatum}
        onText={(avslutsdatum) => form.andra({ avslutsdatum })}
        idag={idag}
        framtid
      />
      <Valfalt
        falt="orsak"
        etikett="Avslutsorsak"
        val={[{ varde: '', namn: 'Ingen angiven' }, ...katalog.vardelistor.avslutsorsak.map(({ namn }) => ({ varde: namn, namn }))]}
        varde={varden.orsak}
        onVarde={(orsak) => form.andra({ orsak })}
      />
      {rader.length === 0 ? (
        <Lasrad etikett="Justera beslutets giltig-till-och-med">Inget beslut får nytt slutdatum.</Lasrad>
      ) : (
        <Faltgrupp
          falt="beslut"
          etikett="Justera beslutets giltig-till-och-med"
          tips={post.data.lssInsatser ? 'LSS Insatser delas av flera beslut: kryssa i dem som ska avslutas samtidigt.' : undefined}
        >
          {rader.map(({ id, data, fran, till, last, med }) => (
            <Checkbox
              key={id}
              label={`${data.beslutsnamn}: ${fran ?? 'tills vidare'} → ${till}`}
              checked={med}
              disabled={last}
              onChange={(_, { checked }) => form.andra({ val: { ...varden.val, [id]: checked === true } })}
            />
          ))}
        </Faltgrupp>
      )}
      <Faltgrupp falt="saker" etikett="Bekräfta" krav>
        <Kryssruta
          falt="saker-ruta"
          etikett={`Jag är säker på att verkställigheten ska avslutas ${dagAv(varden.avslutsdatum, idag) ?? ''}`}
          vald={varden.saker}
          onVald={(saker) => form.andra({ saker })}
        />
      </Faltgrupp>
    </Formulardialog>
  );
}
