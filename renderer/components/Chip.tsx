import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    verticalAlign: 'middle',
    alignItems: 'center',
    gap: '6px',
    height: '20px',
    padding: '0 6px',
    borderRadius: 'var(--borderRadiusMedium)',
    border: '1px solid var(--akRam)',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    minWidth: 0,
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    boxSizing: 'border-box',
  },
  ikon: { display: 'inline-flex', flexShrink: 0 },
  neutral: { backgroundColor: 'var(--akCanvas)', color: 'var(--colorNeutralForeground2)' },
  rod: { backgroundColor: 'var(--akRedBg)', color: 'var(--akRed)' },
  gul: { backgroundColor: 'var(--akAmberBg)', color: 'var(--akAmber)' },
  gron: { backgroundColor: 'var(--akGreenBg)', color: 'var(--akGreen)' },
  bla: { backgroundColor: 'var(--akBlueBg)', color: 'var(--colorNeutralForeground1)' },
  skydd: { backgroundColor: 'var(--akSkyddBg)', color: 'var(--akSkydd)', fontWeight: 600 },
});

/** `skydd` is for protected identity only. */
export type Ton = 'neutral' | 'rod' | 'gul' | 'gron' | 'bla' | 'skydd';

/** A short fact in a coloured box; icon and words carry it, never the colour alone. */
export function Chip({ ton = 'neutral', ikon, children, title }: { ton?: Ton; ikon?: ReactElement; children: ReactNode; title?: string }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.chip, styles[ton])} title={title}>
      {ikon && <span className={styles.ikon}>{ikon}</span>}
      {children}
    </span>
  );
}
