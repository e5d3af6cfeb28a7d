import { Checkbox, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { arHandlaggare } from '../../../shared/domain/behorighet.ts';
import { etikettBeslut } from '../../../shared/domain/etikett.ts';
import { beslutAttJustera, bestallningarAttAvsluta } from '../../../shared/domain/verkstallighet/avslut.ts';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { medVerkstallighet, Verkdialog, verkrad } from './Dialogdata.tsx';
import { Orderlista } from './Orderlista.tsx';

// What is ticked and locked is the point of the box: it is read as the rest (FORB-41).
const useStyles = makeStyles({ ruta: { '& .fui-Checkbox__label': { color: 'var(--colorNeutralForeground1)' } } });

const schema = z.object({
  basRev: z.null().optional(),
  avslutsdatum: z.string(),
  orsak: z.string(),
  saker: z.boolean(),
  /** What the user has ticked or unticked besides what is proposed. */
  val: z.record(z.string(), z.boolean()),
});
type Varden = z.infer<typeof schema>;

/** Avsluta verkställighet (VERK-10 to VERK-12): which beslut get which end date is seen before OK (FORB-41). */
export const AvslutaDialog = medVerkstallighet(function Avsluta(props) {
  const { personId, verkstallighetId, onClose, akt, katalog, post } = props;
  const css = useStyles();
  const idag = idagNu();
  // FRAGA-32: the utförare gives a reason, the handläggare may.
  const orsakKravs = !arHandlaggare({ roller: katalog.egen.roller, aktiv: true });
  const justeras = (varden: Varden) => {
    const dag = dagAv(varden.avslutsdatum, idag);
    if (dag === undefined) return [];
    return beslutAttJustera(post, akt.beslut, akt.bestallningar, dag).map((one) => ({
      ...one,
      med: one.last || (varden.val[one.id] ?? one.forvald),
    }));
  };
  const form = useFormular<Varden>({
    nyckel: { form: 'avslutaVerkstallighet', personId, objekt: verkstallighetId },
    personId,
    titel: 'Avsluta verkställighet',
    start: () => ({ avslutsdatum: idag, orsak: '', saker: false, val: {} }),
    schema,
    kontroll: (varden) => {
      const datum = datumfel(varden.avslutsdatum, idag, { krav: true, framtid: true });
      return [
        ...(datum === undefined ? [] : [{ falt: 'avslutsdatum', text: datum }]),
        ...(orsakKravs && varden.orsak === '' ? [{ falt: 'orsak', text: 'Välj varför verkställigheten avslutas.' }] : []),
        ...justeras(varden)
          .filter(({ med, hinder }) => med && hinder)
          .map(({ data }) => ({
            falt: 'beslut',
            text: `${etikettBeslut(data)} börjar ${data.giltigFran}, efter avslutsdatumet. Välj ett senare datum.`,
          })),
        ...(varden.saker ? [] : [{ falt: 'saker', text: 'Kryssa i att verkställigheten ska avslutas.' }]),
      ];
    },
    command: (varden) => ({
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
    onSaved: onClose,
  });
  const { varden } = form;
  const rader = justeras(varden);
  const dag = dagAv(varden.avslutsdatum, idag);
  const ordrar = dag === undefined ? [] : bestallningarAttAvsluta(post.id, akt.bestallningar, dag);
  return (
    <Verkdialog
      rubrik="Avsluta verkställighet"
      kund={verkrad(props)}
      form={form}
      primar="OK, avsluta verkställigheten"
      onClose={onClose}
      bredd={624}
      allvar
    >
      <Datumrad
        falt="avslutsdatum"
        etikett="Avslutsdatum"
        krav
        text={varden.avslutsdatum}
        onText={(avslutsdatum) => form.change({ avslutsdatum })}
        idag={idag}
        framtid
      />
      <Valfalt
        falt="orsak"
        etikett="Avslutsorsak"
        krav={orsakKravs}
        val={[
          { varde: '', namn: orsakKravs ? 'Välj' : 'Ingen angiven' },
          ...katalog.vardelistor.avslutsorsak.map(({ namn }) => ({ varde: namn, namn })),
        ]}
        varde={varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
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
              className={css.ruta}
              label={`${etikettBeslut(data)}: ${fran ?? 'tills vidare'} → ${till}`}
              checked={med}
              disabled={last}
              onChange={(_, { checked }) => form.change({ val: { ...varden.val, [id]: checked === true } })}
            />
          ))}
        </Faltgrupp>
      )}
      <Orderlista ordrar={ordrar.map((one) => ({ ...one, till: dag }))} />
      <Faltgrupp falt="saker" etikett="Bekräfta" krav>
        <Kryssruta
          falt="saker-ruta"
          etikett={`Jag är säker på att verkställigheten ska avslutas ${dag ?? ''}`}
          vald={varden.saker}
          onVald={(saker) => form.change({ saker })}
        />
      </Faltgrupp>
    </Verkdialog>
  );
});
