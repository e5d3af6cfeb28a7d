import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { showDialog } from '../../state/dialog.ts';
import { useCommand } from '../../state/keys.ts';
import { useQuery } from '../../state/query.ts';
import { usePlatser } from '../../state/rollplatser.ts';
import { useInloggad } from '../../state/session.ts';
import { Andrat } from './Andrat.tsx';
import { EjBehandlade } from './EjBehandlade.tsx';
import { EjBekraftade } from './EjBekraftade.tsx';
import { Inkomna } from './Inkomna.tsx';
import { KirNotiser } from './KirNotiser.tsx';
import { Osignerade } from './Osignerade.tsx';
import { PagaendeUtredningar } from './PagaendeUtredningar.tsx';
import { UtanAnsvarig } from './UtanAnsvarig.tsx';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  paneler: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    // Too low for three panes above each other: the page scrolls instead.
    '@media (max-height: 560px)': { flexShrink: 0 },
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr)', flexShrink: 0 },
  },
  enSpalt: { gridTemplateColumns: 'minmax(0, 1fr)' },
  spalt: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, minWidth: 0 },
  stor: { flex: '3 1 0', minHeight: '160px' },
  liten: { flex: '2 1 0', minHeight: '120px' },
});

type Props = {
  /** Draws the list of bevakningar: another feature, given by the app. */
  renderBevakningar: (className: string) => ReactNode;
};

/**
 * The start page, of the lists that the user's roles have: ongoing utredningar (MINA-01), what waits for an utredning, a signature or
 * a confirmation (MINA-03, MINA-04, PHEM-01).
 */
export function MinaSidor({ renderBevakningar }: Props) {
  const styles = useStyles();
  const provkorning = useInloggad()?.provkorning;
  const { start } = usePlatser();
  const isTwo = start.has('pagaendeUtredningar') || start.has('ejBehandlade') || start.has('bevakningar');
  // What this page has to print: the list of what is to be remembered.
  useCommand('skrivUt', start.has('bevakningar') ? () => showDialog('bevakningslista') : null);
  const { data: vy, fel, readAgain } = useQuery('mina.bestallningar', {}, ['akt', 'katalog', 'session']);
  return (
    <div className={styles.sida} data-yta="arbetsyta">
      {provkorning && (
        <ErrorBar
          slag="info"
          vad="Provkörning."
          gor="Nyckeln till databasen ligger i en fil på datorn, inte i operativsystemets skydd. Använd bara påhittade uppgifter."
        />
      )}
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      <div className={mergeClasses(styles.paneler, !isTwo && styles.enSpalt)}>
        {isTwo && (
          <div className={styles.spalt}>
            {start.has('pagaendeUtredningar') && <PagaendeUtredningar className={styles.stor} />}
            {start.has('utanAnsvarig') && <UtanAnsvarig className={styles.liten} />}
            {start.has('bevakningar') && renderBevakningar(styles.liten)}
            {start.has('ejBehandlade') && <EjBehandlade className={styles.liten} vy={vy} />}
          </div>
        )}
        <div className={styles.spalt}>
          {start.has('andrat') && <Andrat className={styles.liten} />}
          {start.has('osignerade') && <Osignerade className={styles.liten} />}
          {start.has('ejBekraftade') && <EjBekraftade className={styles.liten} vy={vy} />}
          {start.has('kirNotiser') && <KirNotiser />}
          {start.has('inkomna') && <Inkomna className={styles.liten} vy={vy} />}
        </div>
      </div>
    </div>
  );
}
