// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand outside a table's layout; the grid roles carry the semantics.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, cells and heads are not.
import { makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';

export type Sortering = { kolumn: string; stigande: boolean };
export const isSortering = (value: unknown): value is Sortering =>
  typeof value === 'object' && value !== null && 'kolumn' in value && 'stigande' in value && typeof value.kolumn === 'string';

const useStyles = makeStyles({
  // What sticks has the whole grid to stick in: a row has no more than its group.
  topp: { position: 'sticky', top: 0, zIndex: 1 },
  huvud: {
    display: 'grid',
    alignItems: 'center',
    height: '25px',
    boxSizing: 'border-box',
    borderBottom: '1px solid var(--akHair)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    color: 'var(--colorNeutralForeground2)',
    fontSize: '12px',
  },
  cell: { position: 'relative', padding: '0 8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  grepp: {
    position: 'absolute',
    top: 0,
    right: 0,
    width: '6px',
    height: '100%',
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: '1px solid var(--akHair)',
    ':hover': { backgroundColor: 'var(--akSel)' },
  },
  knapp: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: 0,
    minHeight: '24px',
    cursor: 'pointer',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

type Props = {
  /** `compare` is there when the column can be sorted. */
  kolumner: readonly { id: string; namn: string; compare?: unknown }[];
  columns: string;
  sortering: Sortering | undefined;
  onSortering: (sortering: Sortering) => void;
  /** Given when widths can be changed: what was dragged, in px; undefined = as it was. */
  onBredd?: ((kolumn: string, px: number | undefined) => void) | undefined;
  /** Ticks every row, where rows are ticked. */
  kryss?: ReactNode;
};

/** Narrower nothing can be read, or taken hold of. */
const minBredd = 40;
/** An arrow moves by so many px. */
const steg = 16;

/** The head row, which stays at the top; a click or Enter on a name sorts by it, once more turns the order. */
export function DataTableHead({ kolumner, columns, sortering, onSortering, onBredd, kryss }: Props) {
  const styles = useStyles();
  return (
    <div role="rowgroup" className={styles.topp}>
      <div role="row" aria-rowindex={1} className={styles.huvud} style={{ gridTemplateColumns: columns }}>
        {kryss && (
          <div role="columnheader" className={styles.cell}>
            {kryss}
          </div>
        )}
        {kolumner.map(({ id, namn, compare }) => {
          const mine = sortering?.kolumn === id ? sortering : undefined;
          const ariaSort = mine ? (mine.stigande ? 'ascending' : 'descending') : undefined;
          return (
            <div key={id} role="columnheader" aria-sort={ariaSort} className={styles.cell}>
              {compare ? (
                <button
                  type="button"
                  className={styles.knapp}
                  onKeyDown={(event) => onBredd && onWidthKey(event, (px) => onBredd(id, px))}
                  onClick={() => onSortering({ kolumn: id, stigande: !(mine?.stigande ?? false) })}
                >
                  {namn} {mine && <span aria-hidden="true">{mine.stigande ? '▲' : '▼'}</span>}
                </button>
              ) : (
                namn
              )}
              {onBredd && <Grepp onBredd={(px) => onBredd(id, px)} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const cellOf = (inside: HTMLElement): HTMLElement | null => inside.closest<HTMLElement>('[role="columnheader"]');
const widthOf = (inside: HTMLElement): number => cellOf(inside)?.getBoundingClientRect().width ?? minBredd;
const widened = (px: number): number => Math.round(Math.max(minBredd, px));

/** Keys on a head: Shift and an arrow change the width of its column, Delete sets it back. */
function onWidthKey(event: KeyboardEvent<HTMLElement>, onBredd: (px: number | undefined) => void): void {
  const move = event.shiftKey ? { ArrowLeft: -steg, ArrowRight: steg }[event.key] : undefined;
  if (move !== undefined) onBredd(widened(widthOf(event.currentTarget) + move));
  else if (event.key === 'Delete') onBredd(undefined);
  else return;
  event.preventDefault();
}

/** The edge of a column, for the mouse: drag it, double click sets the width back. */
function Grepp({ onBredd }: { onBredd: (px: number | undefined) => void }) {
  const styles = useStyles();
  const drag = useRef<{ from: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, width: widthOf(event.currentTarget) };
  };
  return (
    <span
      aria-hidden="true"
      className={styles.grepp}
      onDoubleClick={() => onBredd(undefined)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag.current && onBredd(widened(drag.current.width + event.clientX - drag.current.from))}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
