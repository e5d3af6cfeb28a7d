import { Button, Checkbox, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular, Info16Regular, Table20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { idagNu } from '../../components/idag.ts';
import { useFonster } from '../../components/useFonster.ts';
import { useAktdata } from '../../state/akt.ts';
import { type Panelyta, showYta } from '../../state/arbetsyta.ts';
import { useInstallning } from '../../state/installningar.ts';
import { setKundvy, useKundvy } from '../../state/kundvy.ts';
import { bortaOrd, showFormular } from '../../state/openFormular.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Diagram } from './Diagram.tsx';
import { Tidstabell } from './Tidstabell.tsx';
import { tidsrader, utanAvslutade, type VisadRad } from './tidsrader.ts';
import { antalKolumner, forvaltSteg, kolumner, periodtext, type Skala } from './tidsskala.ts';

const useStyles = makeStyles({
  flik: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    '@media (max-height: 560px)': { overflowY: 'auto' },
  },
  verktyg: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    minHeight: '32px',
    flexShrink: 0,
    padding: '0 12px',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  period: { fontWeight: 600, fontVariantNumeric: 'tabular-nums', minWidth: '80px', textAlign: 'center' },
  luft: { flexGrow: 1 },
  fot: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '40px',
    boxSizing: 'border-box',
    flexShrink: 0,
    padding: '4px 12px',
    borderTop: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
  },
});

/** How the user has the timeline: remembered, for all kunder alike. */
type Installning = { skala: Skala; avslutade: boolean; tabell: boolean };
const forval: Installning = { skala: 'ar', avslutade: true, tabell: false };
const isInstallning = (value: unknown): value is Installning => {
  const one = value as Partial<Installning> | null;
  return (one?.skala === 'ar' || one?.skala === 'kvartal') && typeof one.avslutade === 'boolean' && typeof one.tabell === 'boolean';
};

/** The kund's insatser in time: beslut, and below each what carries it out (TRAD-04 to TRAD-11, VERK-01, VERK-09, LASS-02). */
export function TidslinjeFlik({ personId }: { personId: string }) {
  return <Hamtat svar={useAktdata(personId)}>{(data) => <Tidslinje {...data} />}</Hamtat>;
}

function Tidslinje({ akt, katalog }: { akt: AktVy; katalog: KatalogVy }) {
  const css = useStyles();
  const { personId } = akt;
  const { smal } = useFonster();
  const utkast = useUtkast();
  const vald = useKundvy(personId)?.vald ?? null;
  const [installning, setInstallning] = useInstallning('tidslinje', forval, isInstallning);
  const { skala, avslutade, tabell } = installning;
  const set = (del: Partial<Installning>) => setInstallning({ ...installning, ...del });
  // Columns from where the timeline opens; another scale begins at today again.
  const [steg, setSteg] = useState(0);
  /** A draft was chosen whose beslut or utredning is gone. */
  const [borta, setBorta] = useState(false);
  const idag = idagNu();
  const tider = kolumner(skala, idag, forvaltSteg(skala, smal) + steg, antalKolumner(skala, smal));
  const alla = tidsrader(akt, katalog, utkast, idag);
  const rader = avslutade ? alla : utanAvslutade(alla);
  const enhet = skala === 'ar' ? 'år' : 'kvartal';

  const openUtkast = ({ utkast: skrivs }: VisadRad): void => {
    const key = skrivs === undefined ? undefined : readKey(skrivs);
    if (key && 'personId' in key) void showFormular(key).then((svar) => setBorta(svar === 'borta'));
  };
  const mark = (rad: VisadRad): void => {
    if (rad.slag !== 'utkast') setKundvy(personId, { vald: rad.id });
  };
  const choose = (rad: VisadRad): void => (rad.slag === 'utkast' ? openUtkast(rad) : mark(rad));
  /** As a double click in the rubrikträd: the record itself, a verkställighet with its organisation (VERK-09). */
  const open = (rad: VisadRad): void => {
    choose(rad);
    const yta = ytaFor(rad, akt);
    if (yta) showYta(personId, yta);
  };

  return (
    <div className={css.flik}>
      {borta && <ErrorBar {...bortaOrd} onClose={() => setBorta(false)} />}
      <div className={css.verktyg}>
        {!tabell && (
          <>
            <IconButton namn={`Ett ${enhet} bakåt`} ikon={<ChevronLeft20Regular />} onClick={() => setSteg(steg - 1)} />
            <span className={css.period} role="status" aria-live="polite">
              {periodtext(tider, skala)}
            </span>
            <IconButton namn={`Ett ${enhet} framåt`} ikon={<ChevronRight20Regular />} onClick={() => setSteg(steg + 1)} />
            <Button size="small" onClick={() => setSteg(0)}>
              Idag
            </Button>
          </>
        )}
        <span className={css.luft} />
        <Checkbox label="Visa avslutade" checked={avslutade} onChange={(_, { checked }) => set({ avslutade: checked === true })} />
        {!tabell && (
          <TabList
            size="small"
            aria-label="Skala"
            selectedValue={skala}
            onTabSelect={(_, { value }) => {
              setSteg(0);
              set({ skala: value === 'kvartal' ? 'kvartal' : 'ar' });
            }}
          >
            <Tab value="kvartal">Kvartal</Tab>
            <Tab value="ar">År</Tab>
          </TabList>
        )}
        <Button size="small" appearance="subtle" icon={<Table20Regular />} aria-pressed={tabell} onClick={() => set({ tabell: !tabell })}>
          Som tabell
        </Button>
      </div>
      {rader.length === 0 && (
        <EmptyState
          {...(alla.length === 0
            ? { text: 'Inga beslut eller verkställigheter.' }
            : { text: 'Allt är avslutat.', handling: 'Visa avslutade', onHandling: () => set({ avslutade: true }) })}
        />
      )}
      {rader.length > 0 && tabell && <Tidstabell rader={rader} vald={vald} onVald={mark} onOpen={open} />}
      {rader.length > 0 && !tabell && (
        <Diagram
          rader={rader}
          kolumner={tider}
          idag={idag}
          vald={vald}
          onVald={choose}
          onOpen={open}
          onSteg={(antal) => setSteg(steg + antal)}
        />
      )}
      {!tabell && (
        <div className={css.fot}>
          <Info16Regular aria-hidden />
          <span>{`Ifylld = beslutad eller verkställd. Streckad = utkast, ej bekräftad eller avbrott. Röd linje = idag ${idag}.`}</span>
        </div>
      )}
    </div>
  );
}

/** Where a row's record is read; undefined where the user may not read the utredning it lies in. */
function ytaFor({ id, slag }: VisadRad, akt: AktVy): Panelyta | undefined {
  const recordId = id.slice(id.indexOf('/') + 1);
  if (slag === 'verkstallighet') return { slag, id: recordId };
  const order = akt.bestallningar.find((one) => one.id === recordId);
  const beslutId = slag === 'bestallning' ? order?.data.beslutId : recordId;
  const utredningId = akt.beslut.find((one) => one.id === beslutId)?.data.utredningId;
  if (beslutId === undefined || !akt.utredningar.some((one) => one.id === utredningId) || utredningId === undefined) return undefined;
  return order
    ? { slag: 'utredning', id: utredningId, flik: 'bestallning', beslutId, bestallningId: recordId }
    : { slag: 'utredning', id: utredningId, flik: 'beslut', beslutId };
}
