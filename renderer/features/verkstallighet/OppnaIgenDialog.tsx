import { Checkbox, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { etikettVerkstallighet } from '../../../shared/domain/rubriktrad/etikett.ts';
import { beslutAttOppna } from '../../../shared/domain/verkstallighet/oppna-igen.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Datumruta } from '../../components/Datumruta.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { idagNu } from '../../components/idag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { Dialogdata, kundrad } from './Dialogdata.tsx';

const useStyles = makeStyles({ rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', width: '100%' } });

/** Of each beslut behind it: whether its end date is set anew, and to what; empty = until further notice. */
const schema = z.object({ basRev: z.null().optional(), beslut: z.record(z.string(), z.object({ med: z.boolean(), slut: z.string() })) });
type Varden = z.infer<typeof schema>;
type Props = { personId: string; verkstallighetId: string; onStang: () => void };

/** Öppna igen (VERK-13, FORB-42): asks what the end date of each beslut shall be. */
export function OppnaIgenDialog(props: Props) {
  return (
    <Dialogdata personId={props.personId} onStang={props.onStang}>
      {(akt, katalog) => <Dialog {...props} akt={akt} katalog={katalog} />}
    </Dialogdata>
  );
}

function Dialog({ personId, verkstallighetId, onStang, akt, katalog }: Props & { akt: AktVy; katalog: KatalogVy }) {
  const css = useStyles();
  const idag = idagNu();
  const post = akt.verkstalligheter.find(({ id }) => id === verkstallighetId);
  const rader = post ? beslutAttOppna(post, akt) : [];
  const valet = (varden: Varden, id: string, kravs: boolean) => {
    const val = varden.beslut[id] ?? { med: kravs, slut: '' };
    return { ...val, med: kravs || val.med };
  };
  const form = useFormular<Varden>({
    nyckel: `oppnaVerkstallighet:${personId}:${verkstallighetId}`,
    personId,
    titel: 'Öppna verkställigheten igen',
    start: () => ({ beslut: {} }),
    schema,
    kontroll: (varden) =>
      rader.flatMap(({ id, data, kravs }) => {
        const { med, slut } = valet(varden, id, kravs);
        const fel = med ? datumfel(slut, idag, { krav: false, framtid: true }) : undefined;
        return fel === undefined ? [] : [{ falt: `slut-${id}`, text: `${data.beslutsnamn}: ${fel}` }];
      }),
    kor: (varden) => ({
      name: 'verkstallighet.oppnaIgen',
      input: {
        personId,
        verkstallighetId,
        beslut: rader.flatMap(({ id, kravs }) => {
          const { med, slut } = valet(varden, id, kravs);
          return med ? [{ id, giltigTom: dagAv(slut, idag) ?? null }] : [];
        }),
      },
    }),
    onSparad: onStang,
  });
  if (!post) return <EmptyState text="Verkställigheten finns inte längre." handling="Stäng" onHandling={onStang} />;
  const satt = (id: string, val: { med: boolean; slut: string }) => form.andra({ beslut: { ...form.varden.beslut, [id]: val } });
  return (
    <Formulardialog
      rubrik="Öppna igen"
      kund={`${etikettVerkstallighet(post.data, utforarnamn(katalog, post.data.utforareId))} för ${kundrad(akt)}`}
      lage={form}
      primar="Öppna verkställigheten igen"
      onSpara={() => void form.spara()}
      onStang={onStang}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onForsokIgen={() => void form.tom()} />
      {rader.length === 0 ? (
        <span>Inget beslut hör till verkställigheten, så inget slutdatum ändras.</span>
      ) : (
        <Faltgrupp
          falt="beslut"
          etikett="Beslutets slutdatum"
          delfalt={rader.map(({ id }) => `slut-${id}`)}
          tips="Tomt datum = tills vidare. Ett beslut som inte är ikryssat behåller sitt slutdatum."
        >
          {rader.map(({ id, data, kravs }) => {
            const val = valet(form.varden, id, kravs);
            return (
              <span key={id} className={css.rad} data-falt={`slut-${id}`}>
                <Checkbox
                  label={`${data.beslutsnamn} (nu t.o.m. ${data.giltigTom ?? 'tills vidare'})`}
                  checked={val.med}
                  disabled={kravs}
                  onChange={(_, { checked }) => satt(id, { ...val, med: checked === true })}
                />
                {val.med && (
                  <Datumruta
                    etikett={`Nytt slutdatum för ${data.beslutsnamn}`}
                    namn={`Nytt slutdatum för ${data.beslutsnamn}`}
                    text={val.slut}
                    onText={(slut) => satt(id, { med: true, slut })}
                    onLamnad={() => form.lamna(`slut-${id}`)}
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
    </Formulardialog>
  );
}
