import { makeStyles } from '@fluentui/react-components';
import type { UtkorgRad } from '../../../shared/ipc/views.ts';

const useStyles = makeStyles({
  del: { borderTop: '1px solid var(--akHair)', padding: '8px 0' },
  rubrik: { margin: '0 0 4px', fontSize: '13px', fontWeight: 600 },
  lista: {
    display: 'grid',
    gridTemplateColumns: 'minmax(100px, 132px) minmax(0, 1fr)',
    gap: '2px 8px',
    margin: 0,
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  ord: { color: 'var(--colorNeutralForeground3)' },
  grupp: { gridColumn: '1 / -1', fontWeight: 600 },
  varde: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', fontVariantNumeric: 'tabular-nums' },
});

/** What was sent, whole, as label and value (FRAGA-61): a refused command loses no word. */
export function Inputrader({ rader }: { rader: readonly UtkorgRad[] }) {
  const css = useStyles();
  if (rader.length === 0) return null;
  return (
    <section className={css.del} aria-label="Ditt innehåll">
      <h3 className={css.rubrik}>Ditt innehåll</h3>
      <dl className={css.lista}>
        {rader.map(({ etikett, varde, niva }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels repeat, and the rows of one command never change.
          <div key={index} style={{ display: 'contents' }}>
            <dt className={varde === '' ? css.grupp : css.ord} style={{ paddingLeft: `${niva * 12}px` }}>
              {etikett}
            </dt>
            {varde !== '' && <dd className={css.varde}>{varde}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
