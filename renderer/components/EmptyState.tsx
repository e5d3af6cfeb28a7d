import { Button, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  tom: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px',
    color: 'var(--colorNeutralForeground2)',
  },
});

/** One line and one action. */
export function EmptyState({ text, handling, onHandling }: { text: string; handling?: string; onHandling?: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.tom}>
      <span>{text}</span>
      {handling && onHandling && (
        <Button size="small" onClick={onHandling}>
          {handling}
        </Button>
      )}
    </div>
  );
}
