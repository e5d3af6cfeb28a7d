import { makeStyles } from '@fluentui/react-components';

/** The list above a form, of what it is about: one row is shown in the form. */
export const useListastil = makeStyles({
  tabell: { borderCollapse: 'collapse', width: '100%', marginBottom: '8px', fontVariantNumeric: 'tabular-nums' },
  huvud: {
    height: '25px',
    padding: '0 8px',
    textAlign: 'left',
    fontWeight: 400,
    fontSize: '12px',
    color: 'var(--colorNeutralForeground3)',
    borderBottom: '1px solid var(--akHair)',
  },
  rad: {
    cursor: 'default',
    ':hover': { backgroundColor: 'var(--akHover)' },
    '& td': { height: '24px', padding: '0 8px', borderBottom: '1px solid var(--akHair)' },
    '& td + td': { whiteSpace: 'nowrap' },
  },
  vald: { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)', ':hover': { backgroundColor: 'var(--akSel)' } },
  knapp: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'left',
  },
});
