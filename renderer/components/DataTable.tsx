// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand outside a table's layout; the grid roles carry the semantics.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, cells and heads are not.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DataTableHead, type Sortering } from './DataTableHead.tsx';
import { Kontextmeny, type MenyRad, type Punkt } from './Kontextmeny.tsx';
import { Kryss, Kryssalla, kryssbredd } from './Radkryss.tsx';
import { useRadKvar } from './radKvar.ts';
import { type Flera, valdaEfterKlick, valdaEfterTangent } from './radval.ts';
import { rowAfterKey } from './rowAfterKey.ts';
import { markeradISystemfarger, systemfarger } from './systemfarger.ts';

export type Kolumn<R> = {
  id: string;
  namn: string;
  /** A track of grid-template-columns: `120px`, `minmax(80px, 1fr)`. */
  bredd: string;
  draw: (rad: R) => ReactNode;
  /** Given when the column can be sorted. */
  compare?: (a: R, b: R) => number;
  /** Whole text as tooltip, for what may be cut. */
  tip?: (rad: R) => string | undefined;
  /** A text that is read here and nowhere else: it is shown whole, on as many lines as it takes. */
  hel?: true;
};

export type DataTableProps<R> = {
  etikett: string;
  kolumner: readonly Kolumn<R>[];
  rader: readonly R[];
  radId: (rad: R) => string;
  vald: string | null;
  onVald: (id: string) => void;
  /** Enter, and double click where it is not something else. */
  onOpen?: (rad: R) => void;
  onDubbelklick?: (rad: R) => void;
  /** Several rows can be ticked, to do the same with all: Space, Ctrl and Shift with click, Shift with arrows, Ctrl+A. */
  flera?: Flera;
  meny?: (rad: R) => MenyRad[];
  forvaldSortering?: Sortering;
  /** The rows come in their order, and keep it while what they say changes: whoever gives them sorts when asked. */
  ordning?: { sortering: Sortering; onSortering: (sortering: Sortering) => void };
  /** Widths that the user has given columns, in px by the column's id, and what hears of another (FORB-17). */
  bredder?: { px: Readonly<Record<string, number>>; onBredd: (kolumn: string, px: number | undefined) => void };
  fet?: (rad: R) => boolean;
  /** The marked row takes the focus when the table is shown; asked again in the frame in which it does. */
  fokus?: boolean | (() => boolean);
};

/** 25 px, the line included. */
const rowHeight = 25;

const useStyles = makeStyles({
  // A row that comes into view by itself does not come to lie under the head.
  rulle: { overflow: 'auto', flexGrow: 1, minHeight: 0, position: 'relative', scrollPaddingTop: `${rowHeight}px` },
  tabell: { minWidth: 'min-content', position: 'relative' },
  kropp: { position: 'relative' },
  rad: {
    position: 'absolute',
    insetInline: 0,
    display: 'grid',
    alignItems: 'center',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    borderBottom: '1px solid var(--akHair)',
    cursor: 'default',
    fontVariantNumeric: 'tabular-nums',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
  // On the marked row's ground the words take its own colour; icon and word tell what the colour told.
  vald: {
    backgroundColor: 'var(--akSel)',
    color: 'var(--akSelFg)',
    ':hover': { backgroundColor: 'var(--akSel)' },
    '--akRed': 'var(--akSelFg)',
    '--akRedBg': 'transparent',
    '--akAmber': 'var(--akSelFg)',
    '--akAmberBg': 'transparent',
    '--akGreen': 'var(--akSelFg)',
    '--akSkydd': 'var(--akSelSkydd)',
    [systemfarger]: { ...markeradISystemfarger, '--akSelFg': 'HighlightText', '--akSelSkydd': 'HighlightText' },
  },
  fet: { fontWeight: 600 },
  hog: { height: 'auto', minHeight: `${rowHeight}px`, alignItems: 'start' },
  hel: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  luft: { paddingTop: '2px', paddingBottom: '2px' },
  cell: { padding: '0 8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
});

/** A grid with virtual rows: arrows walk, Enter and double click open, Shift+F10, Menu key and right click show the menu. */
export function DataTable<R>(props: DataTableProps<R>) {
  const {
    etikett,
    kolumner,
    rader,
    radId,
    vald,
    onVald,
    onOpen,
    onDubbelklick = onOpen,
    flera,
    meny,
    forvaldSortering,
    ordning,
    bredder,
    fet,
    fokus,
  } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [sortering, setSortering] = useState<Sortering | undefined>(forvaldSortering);
  const [menu, setMenu] = useState<{ punkt: Punkt; rad: R } | null>(null);
  const ordnade = ordning !== undefined;
  const sorted = useMemo(() => (ordnade ? rader : sortRows(rader, kolumner, sortering)), [ordnade, rader, kolumner, sortering]);
  // A height is the row's own: it goes with the row when another comes before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row is called does not change while the rows do not.
  const getItemKey = useCallback((index: number) => (sorted[index] === undefined ? index : radId(sorted[index])), [sorted]);
  const current = Math.max(
    0,
    sorted.findIndex((rad) => radId(rad) === vald),
  );
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The rows begin below the head, which is as high.
    scrollPaddingEnd: rowHeight,
    getItemKey,
    rangeExtractor: useRadKvar(current),
  });
  const harHel = kolumner.some(({ hel }) => hel);
  const bredderna = kolumner.map(({ id, bredd }) => (bredder?.px[id] === undefined ? bredd : `${bredder.px[id]}px`));
  const columns = [...(flera ? [kryssbredd] : []), ...bredderna].join(' ');
  const idn = sorted.map(radId);

  const focusRow = (index: number, stillWanted = () => true) => {
    virtual.scrollToIndex(index);
    // The row may not be drawn yet: it is after the scroll's own frame.
    requestAnimationFrame(() => {
      if (stillWanted()) scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is taken once, when the rows have come.
  useEffect(() => {
    if (!fokus || sorted.length === 0) return;
    // Whoever writes on, or points at something, before that frame is not pulled away from it: the next Enter is meant for what they are at.
    const acted = new AbortController();
    for (const one of ['input', 'pointerdown'])
      document.addEventListener(one, () => acted.abort(), { capture: true, once: true, signal: acted.signal });
    focusRow(current, () => {
      const wanted =
        !acted.signal.aborted && !scroller.current?.querySelector('[data-index]:focus') && (typeof fokus !== 'function' || fokus());
      acted.abort();
      return wanted;
    });
    return () => acted.abort();
  }, [sorted.length > 0]);

  const showMenu = (rad: R, punkt: Punkt) => {
    onVald(radId(rad));
    if (meny) setMenu({ punkt, rad });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, rad: R, index: number) => {
    if (event.target !== event.currentTarget) return;
    const kryssade = flera && valdaEfterTangent(event, flera.valda, idn, index);
    if (kryssade) flera.onValda(kryssade);
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) onOpen?.(rad);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect();
      showMenu(rad, { x: box.left + 24, y: box.bottom });
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const next = rowAfterKey(event, index, sorted.length, page);
      const wanted = next === undefined ? undefined : sorted[next];
      if (next === undefined || wanted === undefined) {
        if (kryssade) event.preventDefault();
        return;
      }
      onVald(radId(wanted));
      focusRow(next);
    }
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.rulle}>
      <div
        role="grid"
        aria-label={etikett}
        aria-rowcount={sorted.length + 1}
        aria-multiselectable={flera !== undefined}
        className={styles.tabell}
        tabIndex={-1}
      >
        <DataTableHead
          kolumner={kolumner}
          columns={columns}
          sortering={ordning?.sortering ?? sortering}
          onSortering={ordning?.onSortering ?? setSortering}
          onBredd={bredder?.onBredd}
          kryss={flera && <Kryssalla {...flera} ordning={idn} />}
        />
        <div role="rowgroup" className={styles.kropp} style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const rad = sorted[index];
            if (rad === undefined) return null;
            const isSelected = flera && flera.valda.size > 0 ? flera.valda.has(radId(rad)) : radId(rad) === vald;
            return (
              <div
                key={radId(rad)}
                ref={harHel ? virtual.measureElement : undefined}
                role="row"
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                tabIndex={index === current ? 0 : -1}
                className={mergeClasses(styles.rad, harHel && styles.hog, isSelected && styles.vald, fet?.(rad) && styles.fet)}
                style={{ gridTemplateColumns: columns, transform: `translateY(${start}px)` }}
                onFocus={() => onVald(radId(rad))}
                onClick={(event) => {
                  onVald(radId(rad));
                  const kryssade = flera && valdaEfterKlick(event, flera.valda, idn, { fran: current, till: index });
                  if (kryssade) flera.onValda(kryssade);
                }}
                onDoubleClick={() => onDubbelklick?.(rad)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  showMenu(rad, { x: event.clientX, y: event.clientY });
                }}
                onKeyDown={(event) => onKeyDown(event, rad, index)}
              >
                {flera && <Kryss {...flera} id={radId(rad)} />}
                {kolumner.map(({ id, draw, tip, hel }) => (
                  <div
                    key={id}
                    role="gridcell"
                    className={mergeClasses(styles.cell, harHel && styles.luft, hel && styles.hel)}
                    title={tip?.(rad)}
                  >
                    {draw(rad)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <Kontextmeny punkt={menu?.punkt ?? null} rader={menu ? (meny?.(menu.rad) ?? []) : []} onClose={() => setMenu(null)} />
    </div>
  );
}

/** The rows in the order in which the table shows them. */
export function sortRows<R>(rader: readonly R[], kolumner: readonly Kolumn<R>[], sortering: Sortering | undefined): readonly R[] {
  const compare = sortering && kolumner.find(({ id }) => id === sortering.kolumn)?.compare;
  if (!compare) return rader;
  return [...rader].sort((a, b) => (sortering.stigande ? compare(a, b) : compare(b, a)));
}
