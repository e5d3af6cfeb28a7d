// biome-ignore-all lint/a11y/useSemanticElements: cells of a grid that is drawn as one, with the roles that carry its meaning.
// biome-ignore-all lint/a11y/useFocusableInteractive: the day that is chosen is the stop of the keyboard.
import { Button, makeStyles, mergeClasses, Tab, TabList } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { type IsoDate, svenskDag, vecka } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import {
  bladdra,
  dagEfterTangent,
  isRod,
  type Kalendervy,
  periodnamn,
  perSlag,
  slagAv,
  slagen,
  veckodagar,
  veckorna,
  vyer,
} from '../../../shared/words/kalenderdagar.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { showDialog, type Vilkas } from '../../state/dialog.ts';
import { useInstallning } from '../../state/installningar.ts';
import { useCommand } from '../../state/keys.ts';
import { dropNavigering } from '../../state/navigering.ts';
import { useQuery } from '../../state/query.ts';
import { Bevakningstabell } from './Bevakningstabell.tsx';
import { kolumner } from './kolumner.tsx';
import { gangen, useUrval } from './useUrval.ts';

const useStyles = makeStyles({
  yta: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 999px)': { display: 'flex', flexDirection: 'column', overflowY: 'auto' },
    // Too low for a month: the page scrolls instead.
    '@media (max-height: 479px)': { flexShrink: 0, overflowY: 'visible' },
  },
  vanster: {
    ...{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
    '@media (max-width: 999px)': { flexShrink: 0 },
  },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '4px 8px' },
  rubrik: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600, minWidth: '132px' },
  luft: { flexGrow: 1 },
  forklaring: { color: 'var(--colorNeutralForeground2)' },
  tabell: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflow: 'auto', borderTop: '1px solid var(--akHair)' },
  vecka: {
    display: 'grid',
    gridTemplateColumns: '28px repeat(7, minmax(0, 1fr))',
    flexGrow: 1,
    minHeight: '76px',
    borderBottom: '1px solid var(--akHair)',
  },
  huvud: { flexGrow: 0, minHeight: 0, fontWeight: 600, backgroundColor: 'var(--akHuvud)' },
  huvudcell: { padding: '2px 4px', borderLeft: '1px solid var(--akHair)' },
  nr: { padding: '2px 2px', color: 'var(--colorNeutralForeground2)', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  dag: {
    ...{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, padding: '2px 4px', overflow: 'hidden', cursor: 'pointer' },
    borderLeft: '1px solid var(--akHair)',
    ':focus-visible': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  },
  annan: { backgroundColor: 'var(--akHuvud)' },
  vald: { backgroundColor: 'var(--akHover)', boxShadow: 'inset 0 0 0 1px var(--colorBrandStroke1)' },
  overst: { display: 'flex', justifyContent: 'space-between', gap: '4px', fontVariantNumeric: 'tabular-nums' },
  rod: { color: 'var(--akRed)', fontWeight: 600 },
  idag: { textDecorationLine: 'underline', fontWeight: 700 },
  punkt: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: '12px', lineHeight: '16px', flexShrink: 0 },
  dagslista: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '160px',
    minWidth: 0,
    flexShrink: 0,
    borderLeft: '1px solid var(--akHair)',
    '@media (max-width: 999px)': { borderLeft: 0, borderTop: '1px solid var(--akHair)' },
  },
});

const isVy = (value: unknown): value is Kalendervy => typeof value === 'string' && value in vyer;
/** So many are named in a day of a week; the rest are counted. */
const namngivna = 9;
const dagens = [kolumner.kund, kolumner.typ, kolumner.text, kolumner.statusEllerGrund];

/** A week or a month of what is due, a day in each cell: by kind, as a shape and a word, with its sum; the list of the day that is chosen beside it. */
export function Kalender({ vilkas }: { vilkas: Vilkas }) {
  const css = useStyles();
  const idag = idagNu();
  const [vy, setVy] = useInstallning<Kalendervy>('bevakningar.kalender', 'manad', isVy);
  const [dag, setDag] = useState<IsoDate>(idag);
  // What is shown is what is printed.
  useCommand('skrivUt', () => showDialog('bevakningslista', vilkas, { vy, dag }));
  const [oppnad, setOppnad] = useState(0);
  const rutnat = useRef<HTMLDivElement>(null);
  const flyttad = useRef(false);
  const veckor = useMemo(() => veckorna(vy, dag), [vy, dag]);
  const till = veckor.at(-1)?.at(-1) ?? dag;
  const { data, fel, readAgain } = useQuery('bevakningar.kalender', { ...vilkas, till }, ['akt', 'katalog', 'session']);
  const rader = data?.rader ?? [];
  const perDag = useMemo(() => Map.groupBy(data?.rader ?? [], ({ datum }) => datum), [data]);
  const fran = veckor[0]?.[0] ?? dag;
  const tidigare = rader.filter(({ datum }) => datum < fran && datum < idag).length;
  const iPerioden = rader.filter(({ datum }) => datum >= fran).length;
  useEffect(() => {
    if (!flyttad.current) return;
    flyttad.current = false;
    rutnat.current?.querySelector<HTMLElement>(`[data-dag="${dag}"]`)?.focus();
  }, [dag]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      setOppnad((n) => n + 1);
      return;
    }
    const nasta = dagEfterTangent(vy, dag, event.key);
    if (nasta === undefined) return;
    event.preventDefault();
    flyttad.current = true;
    setDag(nasta);
  }

  return (
    <div className={css.yta}>
      <div className={css.vanster}>
        <div className={css.rad}>
          <Button
            size="small"
            aria-label={`Förra ${vy === 'vecka' ? 'veckan' : 'månaden'}`}
            icon={<ChevronLeft20Regular />}
            onClick={() => setDag(bladdra(vy, dag, -1))}
          />
          <Button size="small" onClick={() => setDag(idag)}>
            Idag
          </Button>
          <Button
            size="small"
            aria-label={`Nästa ${vy === 'vecka' ? 'vecka' : 'månad'}`}
            icon={<ChevronRight20Regular />}
            onClick={() => setDag(bladdra(vy, dag, 1))}
          />
          <h3 className={css.rubrik} aria-live="polite">
            {periodnamn(vy, dag)}
          </h3>
          <span className={css.forklaring}>
            {[`${iPerioden} att göra`, tidigare > 0 && `${tidigare} förfallna sedan tidigare`].filter(Boolean).join(', ')}
          </span>
          <span className={css.luft} />
          <span className={css.forklaring}>
            {Object.values(slagen)
              .map(({ form, ord: [en] }) => `${form} ${en}`)
              .join('  ')}
          </span>
          <TabList size="small" aria-label="Kalender" selectedValue={vy} onTabSelect={(_, { value }) => isVy(value) && setVy(value)}>
            {Object.entries(vyer).map(([value, namn]) => (
              <Tab key={value} value={value}>
                {namn}
              </Tab>
            ))}
          </TabList>
        </div>
        {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
        <div ref={rutnat} role="grid" aria-label={`Att göra, ${periodnamn(vy, dag)}`} className={css.tabell} onKeyDown={onKeyDown}>
          <div role="row" className={mergeClasses(css.vecka, css.huvud)}>
            <span role="columnheader" aria-label="Vecka" className={css.nr}>
              v
            </span>
            {veckodagar.map((namn) => (
              <span key={namn} role="columnheader" className={css.huvudcell}>
                {namn}
              </span>
            ))}
          </div>
          {veckor.map((dagar) => (
            <div key={dagar[0]} role="row" className={css.vecka}>
              <span role="rowheader" className={css.nr}>
                {vecka(dagar[0] ?? dag)}
              </span>
              {dagar.map((one) => (
                <Dag
                  key={one}
                  {...{ dag: one, vy, idag, rader: perDag.get(one) ?? [], vald: one === dag }}
                  annan={vy === 'manad' && one.slice(0, 7) !== dag.slice(0, 7)}
                  onVald={() => setDag(one)}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <section className={css.dagslista} aria-label={`Att göra ${dag}`}>
        <div className={css.rad}>
          <h3 className={css.rubrik}>{svenskDag(dag).medVeckodag}</h3>
          <span className={css.forklaring}>
            {perSlag(perDag.get(dag) ?? [])
              .map(({ text }) => text)
              .join(', ')}
          </span>
        </div>
        <Dagslista key={`${dag} ${oppnad}`} dag={dag} rader={perDag.get(dag) ?? []} fokus={oppnad > 0} />
      </section>
    </div>
  );
}

type Dagprops = {
  dag: IsoDate;
  vy: Kalendervy;
  idag: IsoDate;
  rader: readonly BevakningRad[];
  vald: boolean;
  annan: boolean;
  onVald: () => void;
};

function Dag({ dag, vy, idag, rader, vald, annan, onVald }: Dagprops) {
  const css = useStyles();
  const rod = isRod(dag);
  const slag = perSlag(rader);
  const namn = [
    svenskDag(dag).medVeckodag,
    ...(dag === idag ? ['idag'] : []),
    ...(rod ? ['röd dag'] : []),
    ...(rader.length === 0 ? ['inget att göra'] : [...(dag < idag ? ['förfallet'] : []), ...slag.map(({ text }) => text)]),
  ].join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys, this cell the focus
    <div
      role="gridcell"
      data-dag={dag}
      tabIndex={vald ? 0 : -1}
      aria-selected={vald}
      aria-label={namn}
      className={mergeClasses(css.dag, annan && css.annan, vald && css.vald)}
      onClick={onVald}
    >
      <span className={css.overst}>
        <span className={mergeClasses(rod && css.rod, dag === idag && css.idag)}>{Number(dag.slice(8))}</span>
        {rader.length > 0 && <strong className={mergeClasses(dag < idag && css.rod)}>{`${rader.length} st`}</strong>}
      </span>
      {vy === 'manad'
        ? slag.map((one) => (
            <span key={one.slag} className={css.punkt}>
              {`${slagen[one.slag].form} ${one.text}`}
            </span>
          ))
        : rader.slice(0, namngivna).map((rad) => (
            <span key={rad.id} className={css.punkt}>
              {`${slagen[slagAv(rad)].form} ${rad.typ}, ${visatNamn(rad.person)}`}
            </span>
          ))}
      {vy === 'vecka' && rader.length > namngivna && <span className={css.punkt}>{`och ${rader.length - namngivna} till`}</span>}
    </div>
  );
}

function Dagslista({ dag, rader, fokus }: { dag: IsoDate; rader: readonly BevakningRad[]; fokus: boolean }) {
  const urval = useUrval(rader, true);
  const isTom = rader.length === 0;
  useEffect(() => {
    if (isTom) dropNavigering(gangen);
  }, [isTom]);
  if (rader.length === 0) return <EmptyState text="Inget att göra den dagen." />;
  return (
    <Bevakningstabell
      etikett={`Bevakningar ${dag}`}
      nyckel="bevakningar.dagen"
      rader={rader}
      kolumner={dagens}
      urval={urval}
      gang={`Bevakningar ${dag}`}
      fokus={fokus}
    />
  );
}
