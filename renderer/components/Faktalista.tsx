import { makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles({
  lista: {
    display: 'grid',
    gridTemplateColumns: '132px 1fr',
    columnGap: '12px',
    rowGap: '8px',
    margin: 0,
    '@media (max-width: 559px)': { gridTemplateColumns: '1fr', rowGap: '2px' },
  },
  ord: { color: 'var(--colorNeutralForeground3)' },
  varde: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', '@media (max-width: 559px)': { marginBottom: '6px' } },
});

/** Facts to read, label column 132; those without a value are left out. */
export function Faktalista({ rader }: { rader: readonly (readonly [string, ReactNode])[] }) {
  const css = useStyles();
  return (
    <dl className={css.lista}>
      {rader.map(
        ([ord, varde]) =>
          varde !== undefined &&
          varde !== '' && (
            <Fragment key={ord}>
              <dt className={css.ord}>{ord}</dt>
              <dd className={css.varde}>{varde}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
