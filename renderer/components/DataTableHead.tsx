// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand outside a table's layout; the grid roles carry the semantics.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, cells and heads are not.
import { makeStyles } from '@fluentui/react-components';

export type Sortering = { kolumn: string; stigande: boolean };

const useStyles = makeStyles({
  huvud: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    alignItems: 'center',
    height: '25px',
    boxSizing: 'border-box',
    borderBottom: '1px solid var(--akHair)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    color: 'var(--colorNeutralForeground2)',
    fontSize: '12px',
  },
  cell: { padding: '0 8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
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
};

/** The head row, which stays at the top; a click or Enter on a name sorts by it, once more turns the order. */
export function DataTableHead({ kolumner, columns, sortering, onSortering }: Props) {
  const styles = useStyles();
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.huvud} style={{ gridTemplateColumns: columns }}>
        {kolumner.map(({ id, namn, compare }) => {
          const mine = sortering?.kolumn === id ? sortering : undefined;
          const ariaSort = mine ? (mine.stigande ? 'ascending' : 'descending') : undefined;
          return (
            <div key={id} role="columnheader" aria-sort={ariaSort} className={styles.cell}>
              {compare ? (
                <button
                  type="button"
                  className={styles.knapp}
                  onClick={() => onSortering({ kolumn: id, stigande: !(mine?.stigande ?? false) })}
                >
                  {namn} {mine && <span aria-hidden="true">{mine.stigande ? '▲' : '▼'}</span>}
                </button>
              ) : (
                namn
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
