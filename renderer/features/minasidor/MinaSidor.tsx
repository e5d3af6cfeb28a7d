import { makeStyles } from '@fluentui/react-components';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useInloggad } from '../../state/session.ts';
import { Osignerade } from './Osignerade.tsx';
import { PagaendeUtredningar } from './PagaendeUtredningar.tsx';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  paneler: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-height: 480px)': { flexShrink: 0 },
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'minmax(160px, 3fr) minmax(120px, 2fr)' },
  },
});

/** The start page (MINA-01): the user's ongoing utredningar and what they have not signed. */
export function MinaSidor() {
  const styles = useStyles();
  const provkorning = useInloggad()?.provkorning;
  return (
    <div className={styles.sida} data-yta="arbetsyta">
      {provkorning && (
        <ErrorBar
          slag="info"
          vad="Provkörning."
          gor="Nyckeln till databasen ligger i en fil på datorn, inte i operativsystemets skydd. Använd bara påhittade uppgifter."
        />
      )}
      <div className={styles.paneler}>
        <PagaendeUtredningar />
        <Osignerade />
      </div>
    </div>
  );
}
