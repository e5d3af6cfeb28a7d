import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowExport20Regular, Checkmark20Regular, ClipboardTaskListLtr20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { rapporthinder } from '../../../shared/domain/ivo/rapportera.ts';
import { type Ivosiffra, kvartalFor, kvartalsdagar, kvartalstext } from '../../../shared/domain/klocka/ivo.ts';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { useInstallning } from '../../state/installningar.ts';
import { dropNavigering, useMarkerad } from '../../state/navigering.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import { ExporteraDialog } from './ExporteraDialog.tsx';
import { Ivodetalj } from './Ivodetalj.tsx';
import { Ivotabell, listan } from './Ivotabell.tsx';
import { kvartalsval, valtKvartal } from './kvartalsval.ts';
import { type AttRapportera, arAttRapportera, RapporteraDialog } from './RapporteraDialog.tsx';
import { Siffror } from './Siffror.tsx';

const useStyles = makeStyles({
  sida: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
    // Too low for a list under its head: the page scrolls instead.
    '@media (max-height: 479px)': { overflowY: 'auto' },
  },
  huvud: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '4px',
    padding: '6px 8px 6px 12px',
    flexShrink: 0,
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { display: 'inline-flex', alignItems: 'center', gap: '6px', margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600 },
  val: { width: '180px', maxWidth: '100%' },
  antal: { color: 'var(--colorNeutralForeground2)' },
  luft: { flexGrow: 1 },
  lista: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '160px', '@media (max-height: 479px)': { flexShrink: 0 } },
  tabell: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '110px',
    '@media (max-height: 479px)': { height: '180px', flexShrink: 0 },
  },
});

const isText = (value: unknown): value is string => typeof value === 'string';
type Vilka = 'mina' | 'alla';
const vilkaVal = [
  { varde: 'mina', namn: 'Mina' },
  { varde: 'alla', namn: 'Hela enheten' },
];

/** Bifall that were not carried out in time, as they are reported to IVO for a quarter (KLOCK-07). */
export function IvoFlik() {
  const css = useStyles();
  // A quarter ends at midnight.
  useNow(60_000);
  const isChef = useInloggad()?.roller.includes('enhetschef') ?? false;
  const [visa, setVisa] = useState<'rapport' | 'siffror'>('rapport');
  const [vilkaVald, setVilka] = useInstallning('ivo:vilka', isChef ? 'alla' : 'mina', isText);
  const vilka: Vilka = vilkaVald === 'alla' ? 'alla' : 'mina';
  const [valt, setValt] = useState('');
  const kvartal = valtKvartal(valt, idagNu());
  const { data, laddar, fel, readAgain } = useQuery('ivo.lista', { kvartal, vilka }, ['akt', 'katalog', 'session']);
  const ofullstandig = useStatus(({ status }) => isOfullstandig(status)) || data?.klar === false;
  const [rapporteras, setRapporteras] = useState<readonly AttRapportera[]>();
  const [kryssade, setKryssade] = useState<ReadonlySet<string>>(new Set());
  const [exporterar, setExporterar] = useState(false);
  const [nekat, setNekat] = useState<Ord>();
  const vald = useMarkerad(listan);
  const rader = data?.rader ?? [];
  const valda = new Set(rader.map(({ nyckel }) => nyckel).filter((nyckel) => kryssade.has(nyckel)));
  const markerad = rader.find(({ nyckel }) => nyckel === vald);
  const markerade = valda.size > 0 ? rader.filter(({ nyckel }) => valda.has(nyckel)) : markerad ? [markerad] : [];
  const attMarka = markerade.filter(arAttRapportera);
  const hinder = rapporthinderFor(markerade, attMarka, kvartalstext(kvartal), idagNu());
  const isTom = data?.rader.length === 0;
  useEffect(() => {
    if (isTom) dropNavigering(listan);
  }, [isTom]);
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Ej verkställda beslut">
      <div className={css.huvud}>
        <h2 className={css.rubrik}>
          <ClipboardTaskListLtr20Regular aria-hidden />
          Ej verkställda beslut
        </h2>
        <span className={css.val}>
          <Valkontroll namn="Kvartal" val={kvartalsval(idagNu())} varde={kvartalstext(kvartal)} onVarde={setValt} />
        </span>
        {visa === 'rapport' && (
          <span className={css.val}>
            <Valkontroll namn="Vilkas beslut" val={vilkaVal} varde={vilka} onVarde={setVilka} />
          </span>
        )}
        <span className={css.antal} role="status">
          {data && (visa === 'siffror' ? siffertext(data.siffror) : antalText(data.rader))}
        </span>
        {visa === 'rapport' && data && data.forra > 0 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setValt(kvartalstext(kvartalFor(kvartalsdagar(kvartal).fran, -1)))}
          >{`${data.forra} ej rapporterade i kvartalet före`}</Button>
        )}
        <span className={css.luft} />
        {visa === 'rapport' && (
          <Hinderknapp
            namn={`Markera som rapporterat${attMarka.length > 1 ? ` (${attMarka.length})` : ''}`}
            ikon={<Checkmark20Regular />}
            hinder={hinder}
            onClick={() => setRapporteras(attMarka)}
          />
        )}
        <Button
          size="small"
          icon={<ArrowExport20Regular />}
          disabledFocusable={!data || (visa === 'rapport' && rader.length === 0)}
          onClick={() => setExporterar(true)}
        >
          Spara som fil…
        </Button>
        <TabList
          size="small"
          aria-label="Visa"
          selectedValue={visa}
          onTabSelect={(_, { value }) => setVisa(value === 'siffror' ? 'siffror' : 'rapport')}
        >
          <Tab value="rapport">Rapport till IVO</Tab>
          <Tab value="siffror">Siffror till fullmäktige</Tab>
        </TabList>
      </div>
      <div className={css.lista}>
        {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
        {nekat && <ErrorBar {...nekat} onClose={() => setNekat(undefined)} />}
        {ofullstandig && !fel && (
          <ErrorBar
            slag="info"
            vad="Allt är inte hämtat och räknat på den här datorn än."
            gor="Det kan finnas fler beslut. Listan fylls på av sig själv."
          />
        )}
        {laddar && !data && <SkeletonRows />}
        {data && visa === 'siffror' && <Siffror siffror={data.siffror} />}
        {visa === 'rapport' && isTom && (
          <EmptyState
            text={
              vilka === 'mina'
                ? 'Inget av de beslut som du ansvarar för hör till rapporten för kvartalet.'
                : 'Inget beslut hör till rapporten för kvartalet.'
            }
            {...(vilka === 'mina' ? { handling: 'Visa hela enheten', onHandling: () => setVilka('alla') } : {})}
          />
        )}
        {data && visa === 'rapport' && data.rader.length > 0 && (
          <div className={css.tabell}>
            <Ivotabell rader={data.rader} valda={valda} onValda={setKryssade} onRapportera={(rad) => setRapporteras([rad])} />
          </div>
        )}
        {visa === 'rapport' && markerad && <Ivodetalj rad={markerad} />}
      </div>
      {exporterar && <ExporteraDialog kvartal={kvartal} vilka={vilka} vad={visa} rader={rader} onClose={() => setExporterar(false)} />}
      {rapporteras && (
        <RapporteraDialog
          rader={rapporteras}
          kvartal={kvartalstext(kvartal)}
          onKlart={(ord) => {
            setNekat(ord);
            setKryssade(new Set());
          }}
          onClose={() => setRapporteras(undefined)}
        />
      )}
    </section>
  );
}

function rapporthinderFor(
  markerade: readonly IvoradVy[],
  attMarka: readonly AttRapportera[],
  kvartal: string,
  idag: string,
): string | undefined {
  if (markerade.length === 0) return 'Markera en rad i listan.';
  if (attMarka.length === 0) return 'Det är redan rapporterat.';
  const kod = attMarka.map(({ lage }) => rapporthinder(lage, kvartal, idag)).find((one) => one !== undefined);
  return kod && ordForAvslag(kod).vad;
}

/** The figures are the unit's, whoever looks at them. */
const siffertext = (siffror: readonly Ivosiffra[]): string => `${siffror.reduce((sum, { antal }) => sum + antal, 0)} beslut i hela enheten`;

/** `14 rader, 12 kunder, 3 att rapportera, 2 verkställda under kvartalet`. */
function antalText(rader: readonly IvoradVy[]): string {
  const kunder = new Set(rader.map(({ personId }) => personId)).size;
  const om = (slag: IvoradVy['lage']['slag']) => rader.filter(({ lage }) => lage.slag === slag).length;
  const attRapportera = rader.filter(arAttRapportera).length;
  const [gjorda, slut, bort] = [om('verkstallt'), om('avslutat'), om('bortfallen')];
  return [
    `${rader.length} ${rader.length === 1 ? 'rad' : 'rader'}`,
    `${kunder} ${kunder === 1 ? 'kund' : 'kunder'}`,
    `${attRapportera} att rapportera`,
    ...(gjorda > 0 ? [`${gjorda} ${gjorda === 1 ? 'verkställt' : 'verkställda'} under kvartalet`] : []),
    ...(slut > 0 ? [`${slut} ${slut === 1 ? 'avslutat' : 'avslutade'}`] : []),
    ...(bort > 0 ? [`${bort} att rätta hos IVO`] : []),
  ].join(', ');
}
