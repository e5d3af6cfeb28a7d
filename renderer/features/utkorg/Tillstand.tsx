import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  ArrowUpload16Regular,
  BranchCompare16Regular,
  CheckmarkCircle16Filled,
  CheckmarkCircle16Regular,
  Clock16Regular,
  Desktop16Regular,
  ErrorCircle16Filled,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Rad } from './rader.ts';

const useStyles = makeStyles({
  rad: { display: 'inline-flex', verticalAlign: 'bottom', alignItems: 'center', gap: '6px' },
  rod: { color: 'var(--akRed)', fontWeight: 600 },
  gul: { color: 'var(--akAmber)' },
  gron: { color: 'var(--akGreen)' },
});

type Utseende = { ikon: ReactElement; ord: string; farg?: 'rod' | 'gul' | 'gron' };
/** Green is only for what the server has answered that it has (ARCHITECTURE 6). */
const utseende: Record<Rad['tillstand'], Utseende> = {
  nekad: { ikon: <ErrorCircle16Filled />, ord: 'Avvisad', farg: 'rod' },
  'endast-har': { ikon: <Desktop16Regular />, ord: 'Endast här', farg: 'gul' },
  koad: { ikon: <ArrowUpload16Regular />, ord: 'Köad' },
  // A request was made and no answer has come, perhaps since the network went: it waits in the queue until one does.
  skickad: { ikon: <ArrowUpload16Regular />, ord: 'Köad' },
  vantar: { ikon: <Clock16Regular />, ord: 'Väntar', farg: 'gul' },
  mottagen: { ikon: <CheckmarkCircle16Filled />, ord: 'Mottagen av servern', farg: 'gron' },
  avgjord: { ikon: <CheckmarkCircle16Regular />, ord: 'Avgjord' },
};
const konflikt: Utseende = { ikon: <BranchCompare16Regular />, ord: 'Konflikt', farg: 'rod' };

/** The receipt of a row: icon and word. */
export function Tillstand({ rad }: { rad: Rad }) {
  const styles = useStyles();
  const { ikon, ord, farg } = rad.konflikt ? konflikt : utseende[rad.tillstand];
  return (
    <span className={mergeClasses(styles.rad, farg && styles[farg])}>
      {ikon}
      {ord}
    </span>
  );
}
