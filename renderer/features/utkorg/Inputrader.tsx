import { Button, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { UtkorgRad } from '../../../shared/ipc/views.ts';

const useStyles = makeStyles({
  del: { borderTop: '1px solid var(--akHair)', padding: '8px 0' },
  huvud: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginBottom: '4px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
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

/** What was sent, whole, as label and value (FRAGA-61): a refused command loses no word. Marked, it is copied by Ctrl+C. */
export function Inputrader({ rader }: { rader: readonly UtkorgRad[] }) {
  const css = useStyles();
  const lista = useRef<HTMLDListElement>(null);
  if (rader.length === 0) return null;
  return (
    <section className={css.del} aria-label="Ditt innehåll">
      <div className={css.huvud}>
        <h3 className={css.rubrik}>Ditt innehåll</h3>
        <Button size="small" appearance="subtle" onClick={() => lista.current && getSelection()?.selectAllChildren(lista.current)}>
          Markera allt
        </Button>
      </div>
      <dl ref={lista} className={css.lista}>
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
