import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useRadstil } from './stil.ts';

const useStyles = makeStyles({ varde: { paddingTop: '3px', minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' } });

/** A value that follows from others and is only read, in the columns of the form. */
export function Lasrad({ etikett, children }: { etikett: string; children: ReactNode }) {
  const rad = useRadstil();
  const css = useStyles();
  return (
    <div className={rad.rad}>
      <span className={rad.etikett}>{etikett}</span>
      <span className={css.varde}>{children}</span>
    </div>
  );
}
