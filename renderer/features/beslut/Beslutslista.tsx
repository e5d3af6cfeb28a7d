import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Gavel16Filled, GavelProhibited16Filled } from '@fluentui/react-icons';
import type { Beslutsrad } from './beslutsrader.ts';

const useStyles = makeStyles({
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
  namn: {
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
  utkast: { fontWeight: 600 },
  varning: { color: 'var(--akAmber)' },
});

type Props = { rader: readonly Beslutsrad[]; vald: string | undefined; onVald: (rad: Beslutsrad) => void };

/** The beslut of the utredning, drafts first (picture 02, 3). */
export function Beslutslista({ rader, vald, onVald }: Props) {
  const css = useStyles();
  return (
    <table className={css.tabell} aria-label="Beslut i utredningen">
      <thead>
        <tr>
          {['Beslut i utredningen', 'Beslutsdatum', 'Gäller', 'Beställning', 'Status'].map((namn) => (
            <th key={namn} scope="col" className={css.huvud}>
              {namn}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rader.map((rad) => (
          <tr
            key={rad.id}
            className={mergeClasses(css.rad, rad.id === vald && css.vald)}
            aria-selected={rad.id === vald}
            onClick={() => onVald(rad)}
          >
            <td>
              <button type="button" className={css.namn}>
                {rad.avslag ? (
                  <GavelProhibited16Filled aria-hidden color="var(--akGavel)" />
                ) : (
                  <Gavel16Filled aria-hidden color="var(--akGavel)" />
                )}
                {rad.namn}
              </button>
            </td>
            <td>{rad.beslutsdatum}</td>
            <td>{rad.galler}</td>
            <td className={rad.bestallning === 'Saknas' || rad.bestallning === 'Ej bekräftad' ? css.varning : undefined}>
              {rad.bestallning}
            </td>
            <td className={rad.slag === 'utkast' ? css.utkast : undefined}>{rad.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
