// biome-ignore-all lint/a11y/useSemanticElements: rows with a drawn cell stand outside a table's layout; the grid roles carry the semantics.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, cells and heads are not.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { rowAfterKey } from '../../components/rowAfterKey.ts';
import { markeradISystemfarger, systemfarger } from '../../components/systemfarger.ts';
import { Staplar } from './Staplar.tsx';
import { stapelText, type VisadRad } from './tidsrader.ts';
import { type Kolumn, plats } from './tidsskala.ts';

const namnbredd = 'clamp(140px, 27vw, 269px)';
const useStyles = makeStyles({
  // In a low window the whole tab scrolls instead, or a row or two is all that is seen (02c).
  rulle: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    '@media (max-height: 560px)': { flexShrink: 0, overflow: 'visible' },
  },
  tabell: { position: 'relative' },
  huvud: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'grid',
    gridTemplateColumns: `${namnbredd} minmax(0, 1fr)`,
    height: '24px',
    boxSizing: 'border-box',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
    color: 'var(--colorNeutralForeground2)',
    fontSize: '12px',
    lineHeight: '23px',
  },
  huvudcell: { padding: '0 12px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  tider: { display: 'flex', borderLeft: '1px solid var(--akHair)' },
  tid: {
    flex: '1 1 0',
    minWidth: 0,
    boxSizing: 'border-box',
    paddingLeft: '5px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    ':not(:first-child)': { borderLeft: '1px solid var(--akHair)' },
  },
  rad: {
    display: 'grid',
    gridTemplateColumns: `${namnbredd} minmax(0, 1fr)`,
    borderBottom: '1px solid var(--akHair)',
    cursor: 'default',
    ':hover': { backgroundColor: 'var(--akHover)' },
    ':focus-visible': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  },
  namn: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, padding: '4px 8px 4px 12px' },
  under: { paddingLeft: '28px' },
  ord: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  kategori: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground3)' },
  kort: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  fet: { fontWeight: 700 },
  // As in the rubrikträd; a long name gives way, not the mark.
  marke: { border: '1px solid currentColor', borderRadius: '3px', padding: '0 6px', fontSize: '12px', lineHeight: '16px', flexShrink: 0 },
  vald: {
    backgroundColor: 'var(--akSel)',
    color: 'var(--akSelFg)',
    boxShadow: 'inset 3px 0 0 0 var(--colorBrandStroke1)',
    '& *': { color: 'inherit' },
    [systemfarger]: markeradISystemfarger,
  },
  staplar: {
    position: 'relative',
    borderLeft: '1px solid var(--akHair)',
    backgroundImage: 'linear-gradient(to right, var(--akHair) 1px, transparent 1px)',
  },
  idag: { position: 'absolute', zIndex: 1, top: 0, bottom: 0, left: namnbredd, right: 0, pointerEvents: 'none' },
  linje: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '2px',
    backgroundColor: 'var(--akRed)',
    [systemfarger]: { backgroundColor: 'Highlight' },
  },
});

/** Colours by insatskategori, so that what belongs together is seen; the words on the bars carry the meaning. */
const farger = ['var(--akPurple)', 'var(--akGreen)', 'var(--akBlue)', 'var(--akGavel)'];

const kategoriAv = ({ insatskategori }: VisadRad): string => insatskategori.toLocaleLowerCase('sv');
const isIfylld = ({ marke, staplar }: VisadRad): boolean =>
  marke === undefined && staplar.some(({ slag }) => slag === 'beslutad' || slag === 'verkstalld');

type Props = {
  rader: readonly VisadRad[];
  kolumner: readonly Kolumn[];
  idag: IsoDate;
  vald: string | null;
  /** Click or space. */
  onVald: (rad: VisadRad) => void;
  /** Double click or Enter. */
  onOpen: (rad: VisadRad) => void;
  /** Left and right arrow. */
  onSteg: (kolumner: number) => void;
};

/** The bars: a grid to walk with the arrows; left and right go back and forth in time. */
export function Diagram({ rader, kolumner, idag, vald, onVald, onOpen, onSteg }: Props) {
  const css = useStyles();
  const kropp = useRef<HTMLDivElement>(null);
  const [fokus, setFokus] = useState<string | null>(null);
  const stopp = rader.find(({ id }) => id === fokus) ?? rader.find(({ id }) => id === vald) ?? rader[0];
  // In the order they stand, so that neighbours differ.
  const kategorier = [...new Set(rader.filter(isIfylld).map(kategoriAv))];
  const fargAv = (rad: VisadRad): string =>
    rad.marke === 'LASS' ? 'var(--akGold)' : (farger[kategorier.indexOf(kategoriAv(rad)) % farger.length] ?? 'var(--akBlue)');
  const nu = plats(kolumner, idag);
  const rutor: CSSProperties = { backgroundSize: `${100 / kolumner.length}% 100%` };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, rad: VisadRad, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') onOpen(rad);
    else if (event.key === ' ') onVald(rad);
    else if (event.key === 'ArrowLeft') onSteg(-1);
    else if (event.key === 'ArrowRight') onSteg(1);
    else {
      const next = rowAfterKey(event, index, rader.length, 8);
      const id = next === undefined ? undefined : rader[next]?.id;
      if (next === undefined || id === undefined) return;
      setFokus(id);
      kropp.current?.querySelector<HTMLElement>(`[data-rad="${next}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className={css.rulle}>
      <div ref={kropp} role="grid" aria-label="Tidslinje" aria-rowcount={rader.length + 1} className={css.tabell} tabIndex={-1}>
        <div role="row" aria-rowindex={1} className={css.huvud}>
          <span role="columnheader" className={css.huvudcell}>
            Insatskategori och beslut
          </span>
          <span role="columnheader" className={css.tider}>
            {kolumner.map(({ fran, namn }) => (
              <span key={fran} className={css.tid} title={namn}>
                {namn}
              </span>
            ))}
          </span>
        </div>
        {rader.map((rad, index) => (
          <div
            key={rad.id}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={rad.id === vald}
            data-rad={index}
            tabIndex={rad.id === stopp?.id ? 0 : -1}
            className={css.rad}
            style={{ height: rad.niva === 1 ? '43px' : '27px' }}
            title={[rad.insatskategori, rad.etikett, rad.status, rad.organisation].filter(Boolean).join(', ')}
            onFocus={() => setFokus(rad.id)}
            onClick={() => onVald(rad)}
            onDoubleClick={() => onOpen(rad)}
            onKeyDown={(event) => onKeyDown(event, rad, index)}
          >
            <div
              role="gridcell"
              aria-label={[rad.niva === 1 ? rad.insatskategori : '', rad.etikett, rad.marke, rad.status].filter(Boolean).join(', ')}
              className={mergeClasses(css.namn, rad.niva === 2 && css.under, rad.id === vald && css.vald)}
            >
              <span className={css.ord}>
                {rad.niva === 1 && <span className={mergeClasses(css.kategori, css.kort)}>{rad.insatskategori}</span>}
                <span className={mergeClasses(css.kort, rad.fet && css.fet)}>{rad.etikett}</span>
              </span>
              {rad.marke && <span className={css.marke}>{rad.marke}</span>}
            </div>
            <div
              role="gridcell"
              aria-label={rad.avslag === undefined ? rad.staplar.map(stapelText).join('; ') : `avslag ${rad.avslag}`}
              className={css.staplar}
              style={rutor}
            >
              <Staplar rad={rad} kolumner={kolumner} farg={fargAv(rad)} />
            </div>
          </div>
        ))}
        {nu >= 0 && nu <= 1 && (
          <div className={css.idag} aria-hidden>
            <div data-idag className={css.linje} style={{ left: `${nu * 100}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}
