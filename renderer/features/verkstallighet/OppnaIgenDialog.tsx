import { Checkbox, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { etikettBeslut } from '../../../shared/domain/etikett.ts';
import { franvaroAttOppna } from '../../../shared/domain/franvaro/med-verkstallighet.ts';
import { bestallningarAttOppna, medPar } from '../../../shared/domain/verkstallighet/avslut.ts';
import { beslutAttOppna, seddaSlut, senastSlut } from '../../../shared/domain/verkstallighet/oppna-igen.ts';
import { Datumruta } from '../../components/Datumruta.tsx';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { idagNu } from '../../components/idag.ts';
import { settAv } from '../../state/sett.ts';
import { useFormular } from '../../state/useFormular.ts';
import { medVerkstallighet, Verkdialog, verkrad } from './Dialogdata.tsx';
import { Franvarolista } from './Franvarolista.tsx';
import { Orderlista } from './Orderlista.tsx';

const useStyles = makeStyles({
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', width: '100%' },
  // The beslut that must be answered for is ticked and locked, and read as the rest.
  ruta: { '& .fui-Checkbox__label': { color: 'var(--colorNeutralForeground1)' } },
});

/** Of each beslut behind it: whether its end date is set anew, and to what; empty = until further notice. */
const schema = z.object({
  /** Stands for what the form was filled from: a verkställighet has no revision of its own. */
  basRev: z.string().nullable(),
  /** What the form showed, which another may have changed when it is saved. */
  sett: z.object({ slutdatum: z.string(), beslut: z.array(z.object({ id: z.string(), giltigTom: z.string().nullable() })) }),
  beslut: z.record(z.string(), z.object({ med: z.boolean(), slut: z.string() })),
});
type Varden = z.infer<typeof schema>;

/** Öppna igen (VERK-13, FORB-42): asks what the end date of each beslut shall be. */
export const OppnaIgenDialog = medVerkstallighet(function OppnaIgen(props) {
  const { personId, verkstallighetId, onClose, akt, post } = props;
  const css = useStyles();
  const idag = idagNu();
  const rader = beslutAttOppna(post, akt);
  const valet = (varden: Varden, { id, data, kravs }: (typeof rader)[number]) => {
    const val = varden.beslut[id] ?? { med: kravs, slut: senastSlut(data) ?? '' };
    return { ...val, med: kravs || val.med };
  };
  const sett = { slutdatum: post.data.slutdatum ?? '', beslut: seddaSlut(rader) };
  const nu: Varden = { ...settAv(sett), beslut: {} };
  const form = useFormular<Varden>({
    nyckel: { form: 'oppnaVerkstallighet', personId, objekt: verkstallighetId },
    personId,
    titel: 'Öppna verkställigheten igen',
    start: () => nu,
    schema,
    nu,
    kontroll: (varden) =>
      rader.flatMap((rad) => {
        const { med, slut } = valet(varden, rad);
        const fel = med
          ? (datumfel(slut, idag, { krav: false, framtid: true }) ?? manadsfel(senastSlut(rad.data), dagAv(slut, idag)))
          : undefined;
        return fel === undefined ? [] : [{ falt: `slut-${rad.id}`, text: `${etikettBeslut(rad.data)}: ${fel}` }];
      }),
    command: (varden) => ({
      name: 'verkstallighet.oppnaIgen',
      input: {
        personId,
        verkstallighetId,
        beslut: rader.flatMap((rad) => {
          const { med, slut } = valet(varden, rad);
          return med ? [{ id: rad.id, giltigTom: dagAv(slut, idag) ?? null }] : [];
        }),
        ...(varden.sett.slutdatum === '' ? {} : { sett: varden.sett }),
      },
    }),
    onSaved: onClose,
  });
  const beslut = akt.beslut.map((one) => {
    const rad = rader.find(({ id }) => id === one.id);
    const val = rad && valet(form.varden, rad);
    return val?.med ? { ...one, data: { ...one.data, giltigTom: dagAv(val.slut, idag) } } : one;
  });
  const ordrar = form.fel.length > 0 ? [] : bestallningarAttOppna(post, akt.bestallningar, beslut);
  /** The two of a pair get the same end (FORB-28). */
  const set = (id: string, val: { med: boolean; slut: string }) => {
    const bada = [...medPar(new Set([id]), akt.beslut)].map((one) => [one, val]);
    form.change({ beslut: { ...form.varden.beslut, ...Object.fromEntries(bada) } });
  };
  return (
    <Verkdialog
      rubrik="Öppna igen"
      kund={verkrad(props)}
      form={form}
      andrad={form.andrad(() => [
        ['Verkställigheten', post.data.slutdatum === undefined ? 'Öppen' : `Avslutad ${post.data.slutdatum}`],
        ...rader.map(({ data }) => [etikettBeslut(data), data.giltigTom ?? 'Tills vidare'] as const),
      ])}
      primar="Öppna verkställigheten igen"
      onClose={onClose}
      bredd={624}
    >
      {rader.length === 0 ? (
        <span>Inget beslut hör till verkställigheten, så inget slutdatum ändras.</span>
      ) : (
        <Faltgrupp
          falt="beslut"
          etikett="Beslutets slutdatum"
          delfalt={rader.map(({ id }) => `slut-${id}`)}
          tips="Tomt datum = tills vidare. Ett beslut som inte är ikryssat behåller sitt slutdatum."
        >
          {rader.map((rad) => {
            const { id, data, kravs } = rad;
            const val = valet(form.varden, rad);
            return (
              <span key={id} className={css.rad} data-falt={`slut-${id}`}>
                <Checkbox
                  className={css.ruta}
                  label={`${etikettBeslut(data)} (${data.aldrigPaborjad ? 'påbörjades inte' : `nu t.o.m. ${data.giltigTom ?? 'tills vidare'}`})`}
                  checked={val.med}
                  disabled={kravs}
                  onChange={(_, { checked }) => set(id, { ...val, med: checked === true })}
                />
                {val.med && (
                  <Datumruta
                    etikett={`Nytt slutdatum för ${etikettBeslut(data)}`}
                    namn={`Nytt slutdatum för ${etikettBeslut(data)}`}
                    text={val.slut}
                    onText={(slut) => set(id, { med: true, slut })}
                    onLeave={() => form.leave(`slut-${id}`)}
                    ogiltig={form.felFor(`slut-${id}`) !== undefined}
                    idag={idag}
                    framtid
                    tomText="Tills vidare"
                  />
                )}
              </span>
            );
          })}
        </Faltgrupp>
      )}
      <Orderlista ordrar={ordrar.map((one) => ({ ...one, till: one.gallerTom }))} />
      <Franvarolista
        rader={franvaroAttOppna(post.id, akt.franvaron).map((one) => ({
          ...one,
          blir:
            one.data.medVerkstallighet?.tidigareTill === undefined ? 'öppen igen' : `till ${one.data.medVerkstallighet.tidigareTill} igen`,
        }))}
      />
    </Verkdialog>
  );
});

/** The month of a series ends with its month (FORB-24). */
const manadsfel = (senast: string | undefined, dag: string | undefined): string | undefined =>
  senast !== undefined && (dag === undefined || dag > senast) ? `Månaden slutar ${senast}. Skriv den dagen eller tidigare.` : undefined;
