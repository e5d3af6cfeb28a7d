// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand outside a table's layout; the grid roles carry the semantics.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the row is the stop of the keyboard; Space ticks it.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard.
import { makeStyles } from '@fluentui/react-components';
import { CheckboxChecked16Filled, CheckboxIndeterminate16Regular, CheckboxUnchecked16Regular } from '@fluentui/react-icons';
import { type Flera, vaxlad } from './radval.ts';

export const kryssbredd = '32px';

const useStyles = makeStyles({
  cell: { display: 'grid', placeItems: 'center', height: '100%', minHeight: '24px' },
  knapp: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    marginLeft: '-4px',
    padding: 0,
    border: 0,
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
  },
});

/** A row's tick; nothing where it cannot be ticked. */
export function Kryss({ valda, onValda, kan, id }: Flera & { id: string }) {
  const css = useStyles();
  if (kan && !kan.has(id)) return <div role="gridcell" className={css.cell} />;
  return (
    <div
      role="gridcell"
      className={css.cell}
      onClick={(event) => {
        event.stopPropagation();
        onValda(vaxlad(valda, id));
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {valda.has(id) ? <CheckboxChecked16Filled aria-label="Vald" /> : <CheckboxUnchecked16Regular aria-hidden />}
    </div>
  );
}

/** Ticks all, or none when some are. */
export function Kryssalla({ valda, onValda, kan, ordning }: Flera & { ordning: readonly string[] }) {
  const css = useStyles();
  const dessa = kan ? ordning.filter((id) => kan.has(id)) : ordning;
  if (dessa.length === 0) return null;
  const isAll = valda.size > 0 && dessa.every((id) => valda.has(id));
  return (
    <button
      type="button"
      className={css.knapp}
      aria-label={valda.size > 0 ? 'Avmarkera alla' : 'Markera alla'}
      onClick={() => onValda(new Set(valda.size > 0 ? [] : dessa))}
    >
      {isAll ? <CheckboxChecked16Filled /> : valda.size > 0 ? <CheckboxIndeterminate16Regular /> : <CheckboxUnchecked16Regular />}
    </button>
  );
}
