import { Checkbox, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { arHandlaggare } from '../../../shared/domain/behorighet.ts';
import { etikettBeslut } from '../../../shared/domain/etikett.ts';
import { franvaroVidAvslut } from '../../../shared/domain/franvaro/med-verkstallighet.ts';
import { beslutAttJustera, medPar, ordrarVidAvslut } from '../../../shared/domain/verkstallighet/avslut.ts';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { medVerkstallighet, Verkdialog, verkrad } from './Dialogdata.tsx';
import { Franvarolista } from './Franvarolista.tsx';
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
    const alla = beslutAttJustera(post, akt, dag);
    const valda = new Set(alla.filter(({ id, last, forvald }) => last || (varden.val[id] ?? forvald)).map(({ id }) => id));
    return alla.map((one) => ({ ...one, med: valda.has(one.id) }));
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
            text: `${etikettBeslut(data)} börjar ${data.giltigFran} och hör också till en annan verkställighet. Välj ett senare datum, eller kryssa ur det.`,
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
  /** The two of a pair are ticked together (FORB-28). */
  const choose = (id: string, med: boolean) => {
    const bada = [...medPar(new Set([id]), akt.beslut)].map((one) => [one, med]);
    form.change({ val: { ...varden.val, ...Object.fromEntries(bada) } });
  };
  const paborjasInte = rader.filter(({ med, paborjasInte }) => med && paborjasInte).map(({ id }) => id);
  const ordrar = dag === undefined ? undefined : ordrarVidAvslut(post.id, akt.bestallningar, dag, paborjasInte);
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
          {rader.map(({ id, data, fran, till, last, med, paborjasInte }) => (
            <Checkbox
              key={id}
              className={css.ruta}
              label={`${etikettBeslut(data)}: ${paborjasInte ? `börjar ${data.giltigFran} → påbörjas inte` : `${fran ?? 'tills vidare'} → ${till}`}`}
              checked={med}
              disabled={last}
              onChange={(_, { checked }) => choose(id, checked === true)}
            />
          ))}
        </Faltgrupp>
      )}
      <Orderlista
        ordrar={[
          ...(ordrar?.avslutas.map((one) => ({ ...one, till: dag })) ?? []),
          ...(ordrar?.aterkallas.map((one) => ({ ...one, till: null })) ?? []),
        ]}
      />
      {dag !== undefined && (
        <Franvarolista
          rader={franvaroVidAvslut(post.id, akt.franvaron, dag).map(({ post: one, atgard }) => ({
            ...one,
            blir: atgard === 'slutar' ? `slutar ${dag}` : 'blir inte av',
          }))}
        />
      )}
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
