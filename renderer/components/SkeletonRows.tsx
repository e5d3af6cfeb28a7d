import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({ rader: { padding: '6px 10px', display: 'grid', rowGap: '9px' } });
/** Nothing is shown for a wait shorter than this. */
const patience = 150;
const widths = ['72%', '58%', '80%', '64%', '70%'];

/** Grey rows while a list is first read; never a blocking spinner. */
export function SkeletonRows({ antal = 5 }: { antal?: number }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Skeleton aria-label="Hämtar" className={styles.rader}>
      {Array.from({ length: antal }, (_, index) => widths[index % widths.length] ?? '70%').map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move.
        <SkeletonItem key={index} size={16} style={{ width }} />
      ))}
    </Skeleton>
  );
}
