import { Button, makeStyles, ProgressBar, Tab, TabList } from '@fluentui/react-components';
import { ArrowExport20Regular, ArrowSync20Regular, DataTrending20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import { register as registren } from '../../../shared/domain/statistik/records.ts';
import type { Leveranshinder, Statistikval } from '../../../shared/ipc/statistik.ts';
import { dagarMellan } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { hinderOrd, registerOrd } from '../../../shared/words/statistik.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { idagNu } from '../../components/idag.ts';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useInstallning } from '../../state/installningar.ts';
import { useQuery } from '../../state/query.ts';
import { endStatistik, raknaStatistik, useStatistik } from '../../state/statistik.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import { ExporteraDialog } from './ExporteraDialog.tsx';
import { Levererat, Listinnehall, type Statistikflik } from './Listinnehall.tsx';
import { medDubbletter } from './rader.ts';

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
  lista: { width: '210px', maxWidth: '100%' },
  dag: { width: '130px', maxWidth: '100%' },
  text: { color: 'var(--colorNeutralForeground2)' },
  luft: { flexGrow: 1 },
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '160px', '@media (max-height: 479px)': { flexShrink: 0 } },
  tabell: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '110px',
    '@media (max-height: 479px)': { height: '180px', flexShrink: 0 },
  },
  vantar: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', padding: '10px 12px' },
});
const isText = (value: unknown): value is string => typeof value === 'string';

/** What is delivered to Socialstyrelsen (STAT-01 to STAT-07): chosen, looked at, mended and saved. */
export function StatistikFlik() {
  const css = useStyles();
  const { data, fel, readAgain } = useQuery('statistik.hamta', {}, ['katalog', 'session', 'status']);
  const [valdLista, setLista] = useInstallning<string>('statistik:lista', 'lss', isText);
  const [valdDag, setDag] = useState('');
  const [flik, setFlik] = useState<Statistikflik>('rader');
  const [exporterar, setExporterar] = useState(false);
  const lista = useStatistik((state) => state.lista);
  const ofullstandig = useStatus(({ status }) => isOfullstandig(status));
  const val = useMemo(() => data?.val ?? [], [data]);
  const listor = registren.filter((one) => val.some(({ register }) => register === one));
  const register = listor.find((one) => one === valdLista) ?? listor[0];
  const egna = val.filter((one) => one.register === register);
  const valt = egna.find(({ dag }) => dag === valdDag) ?? egna[0];
  const beskrivning = valt && data?.beskrivningar[valt.beskrivningId];
  const sammaLista = (one: typeof lista) =>
    one !== null && one.register === valt?.register && one.dag === valt.dag && one.beskrivningId === valt.beskrivningId;
  const nu = sammaLista(lista) ? lista : null;
  const raknas = valt && valt.fel === undefined && !sammaLista(lista) ? valt : undefined;
  useEffect(() => {
    if (raknas) void raknaStatistik(raknas);
  }, [raknas]);
  const rader = useMemo(() => (nu?.del ? medDubbletter(nu.del) : []), [nu]);
  const avvisas = rader.filter(({ brister }) => brister.length > 0).length;
  const hinder = hinderFor(data?.hinder ?? [], valt, ofullstandig);
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Statistik">
      <div className={css.huvud}>
        <h2 className={css.rubrik}>
          <DataTrending20Regular aria-hidden />
          Statistik
        </h2>
        <span className={css.lista}>
          <Valkontroll
            namn="Lista"
            val={listor.map((one) => ({ varde: one, namn: registerOrd[one] }))}
            varde={register}
            onVarde={(varde) => {
              setLista(varde);
              setDag('');
            }}
          />
        </span>
        <span className={css.dag}>
          <Valkontroll namn="Avser" val={egna.map(({ dag }) => ({ varde: dag, namn: dag }))} varde={valt?.dag} onVarde={setDag} />
        </span>
        {valt && <span className={css.text}>{senastText(valt.senast, idagNu())}</span>}
        <span className={css.luft} />
        <IconButton
          namn="Räkna om"
          ikon={<ArrowSync20Regular />}
          onClick={() => valt && void raknaStatistik(valt)}
          {...(nu?.framsteg ? { hinder: 'Den räknas nu.' } : {})}
        />
        <Hinderknapp
          namn="Spara som fil…"
          ikon={<ArrowExport20Regular />}
          hinder={exporthinder(hinder, nu?.del !== undefined, rader.length - avvisas)}
          onClick={() => setExporterar(true)}
        />
        <TabList size="small" aria-label="Visa" selectedValue={flik} onTabSelect={(_, { value }) => setFlik(value as Statistikflik)}>
          <Tab value="rader">{`Rader${nu?.del ? ` (${rader.length})` : ''}`}</Tab>
          <Tab value="avvisas">{`Skulle avvisas${nu?.del ? ` (${avvisas})` : ''}`}</Tab>
          <Tab value="inteMed">{`Inte med${nu?.del ? ` (${nu.del.utelamnade.length})` : ''}`}</Tab>
          <Tab value="summor">Summor</Tab>
          <Tab value="levererat">{`Levererat${data ? ` (${data.leveranser.length})` : ''}`}</Tab>
        </TabList>
      </div>
      <div className={css.yta}>
        {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
        {nu?.fel && <ErrorBar {...ordForFel(nu.fel.code)} handling="Försök igen" onHandling={() => valt && void raknaStatistik(valt)} />}
        {beskrivning?.exempel && (
          <ErrorBar
            slag="info"
            vad={`Kolumnerna är ett exempel (${beskrivning.lag}).`}
            gor="Socialstyrelsens egen beskrivning är inte inlagd: filen är inte den som ska lämnas."
          />
        )}
        {hinder.map((one) => (
          <ErrorBar key={one.kod} slag="info" {...hinderOrd(one)} />
        ))}
        {data && !valt && <EmptyState text="Kommunen har ingen beskrivning av vad som ska lämnas." />}
        {!data && !fel && <SkeletonRows />}
        {nu?.framsteg && (
          <div className={css.vantar}>
            <span role="status">{framstegText(nu.framsteg)}</span>
            {/* Never one without a value: it would move for ever. */}
            <ProgressBar value={nu.framsteg.klart} max={Math.max(nu.framsteg.av, 1)} />
            <Button size="small" onClick={() => void endStatistik()}>
              Avbryt
            </Button>
          </div>
        )}
        {nu && !nu.framsteg && !nu.del && !nu.fel && (
          <EmptyState text="Listan är inte räknad." handling="Räkna" onHandling={() => valt && void raknaStatistik(valt)} />
        )}
        <div className={css.tabell}>
          {flik === 'levererat'
            ? data && <Levererat leveranser={data.leveranser} />
            : nu?.del && beskrivning && <Listinnehall {...{ flik, beskrivning, rader, del: nu.del }} />}
        </div>
      </div>
      {exporterar && valt && beskrivning && <ExporteraDialog {...{ val: valt, beskrivning, rader }} onClose={() => setExporterar(false)} />}
    </section>
  );
}

const framstegText = ({ klart, av }: { klart: number; av: number }): string =>
  av > 0 ? `Går igenom akterna: ${klart} av ${av}` : 'Går igenom akterna …';

/** `Ska vara inne senast 2026-10-25 (om 5 dagar)`. */
function senastText(senast: string, idag: string): string {
  const kvar = dagarMellan(idag, senast);
  const om = kvar < 0 ? 'har varit' : kvar === 0 ? 'i dag' : kvar === 1 ? 'i morgon' : `om ${kvar} dagar`;
  return `Ska vara inne senast ${senast} (${om})`;
}

/** What the core knows of, and what only the window does: that not all has come yet. */
function hinderFor(alla: readonly Leveranshinder[], valt: Statistikval | undefined, ofullstandig: boolean): Leveranshinder[] {
  return [
    ...alla,
    ...(ofullstandig && !alla.some(({ kod }) => kod === 'ofullstandig') ? [{ kod: 'ofullstandig' as const }] : []),
    ...(valt?.fel === undefined ? [] : [{ kod: 'beskrivning' as const, fel: valt.fel }]),
  ];
}

function exporthinder(hinder: readonly Leveranshinder[], klar: boolean, hela: number): string | undefined {
  const [forst] = hinder;
  if (forst) return hinderOrd(forst).vad;
  if (!klar) return 'Listan är inte räknad.';
  return hela === 0 ? 'Det finns ingen rad att lämna.' : undefined;
}
