import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowSync16Regular, Warning16Filled } from '@fluentui/react-icons';
import { serverhinderOrd } from '../../shared/words/serverhinder.ts';
import { syncNow, useStatus } from '../state/status.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '34px',
    flexShrink: 0,
    padding: '2px 10px 2px 14px',
    backgroundColor: 'var(--akAmberBg)',
    color: 'var(--colorNeutralForeground1)',
    borderBottom: '1px solid var(--akHair)',
  },
  ikon: { color: 'var(--akAmber)', display: 'inline-flex' },
  text: { flexGrow: 1, minWidth: 0 },
  knapp: { flexShrink: 0 },
});

/** The amber bar while there is no server: what is wrong, that work goes on, and one thing to try. */
export function OfflineBar() {
  const styles = useStyles();
  const status = useStatus((state) => state.status);
  if (!status || (status.ansluten && !status.hinder)) return null;
  const { vad, gor } = status.hinder
    ? serverhinderOrd[status.hinder]
    : {
        vad: 'Krisläge.',
        gor: 'Servern svarar inte. Allt du skriver sparas på datorn och skickas i ordning när förbindelsen är tillbaka.',
      };
  return (
    <section className={styles.rad} aria-label="Krisläge" data-yta="krislage">
      <span className={styles.ikon}>
        <Warning16Filled />
      </span>
      <span className={styles.text} role="status">
        <strong>{vad}</strong> {gor}
      </span>
      <Button size="small" className={styles.knapp} icon={<ArrowSync16Regular />} onClick={() => void syncNow()}>
        Försök nu
      </Button>
    </section>
  );
}
