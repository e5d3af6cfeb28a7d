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
import { Franvaro } from './Franvaro.tsx';
import { Inkomna } from './Inkomna.tsx';
import { KirNotiser } from './KirNotiser.tsx';
import { Osignerade } from './Osignerade.tsx';
import { PagaendeUtredningar } from './PagaendeUtredningar.tsx';
import { Spalt } from './Spalt.tsx';
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
  hel: { flexGrow: 1 },
});

const stor = { vikt: 3, min: 160 };
const liten = { vikt: 2, min: 120 };

type Props = {
  /** Draws the list of bevakningar: another feature, given by the app. */
  renderBevakningar: (className: string) => ReactNode;
  /** So is what has come by the e-service. */
  renderEansokningar: (className: string) => ReactNode;
  /** And the messages. */
  renderMeddelanden: (className: string) => ReactNode;
};

/**
 * The start page, of the lists that the user's roles have: ongoing utredningar (MINA-01), what waits for an utredning, a signature or
 * a confirmation (MINA-03, MINA-04, PHEM-01).
 */
export function MinaSidor({ renderBevakningar, renderEansokningar, renderMeddelanden }: Props) {
  const styles = useStyles();
  const provkorning = useInloggad()?.provkorning;
  const { start } = usePlatser();
  const isTwo = start.has('pagaendeUtredningar') || start.has('ejBehandlade') || start.has('bevakningar');
  // What this page has to print: the list of what is to be remembered.
  useCommand('skrivUt', start.has('bevakningar') ? () => showDialog('bevakningslista') : null);
  const { data: vy, fel, readAgain } = useQuery('mina.bestallningar', {}, ['akt', 'katalog', 'session']);
  const hel = styles.hel;
  const vanster = [
    { id: 'pagaendeUtredningar', namn: 'Pågående utredningar', ...stor, innehall: <PagaendeUtredningar className={hel} /> },
    { id: 'utanAnsvarig', namn: 'Utan handläggare som kan läsa akten', ...liten, innehall: <UtanAnsvarig className={hel} /> },
    { id: 'bevakningar', namn: 'Bevakningar', ...liten, innehall: renderBevakningar(hel) },
    { id: 'ejBehandlade', namn: 'Ej behandlade aktualiseringar', ...liten, innehall: <EjBehandlade className={hel} vy={vy} /> },
  ] as const;
  const hoger = [
    { id: 'eansokningar', namn: 'E-tjänster att hantera', ...liten, innehall: renderEansokningar(hel) },
    { id: 'meddelanden', namn: 'Meddelanden', ...liten, innehall: renderMeddelanden(hel) },
    { id: 'andrat', namn: 'Ändrat sedan du tittade', ...liten, innehall: <Andrat className={hel} /> },
    { id: 'osignerade', namn: 'Osignerade anteckningar', ...liten, innehall: <Osignerade className={hel} /> },
    { id: 'ejBekraftade', namn: 'Beställningar – ej bekräftade', ...liten, innehall: <EjBekraftade className={hel} vy={vy} /> },
    { id: 'franvaro', namn: 'Frånvaro', ...liten, innehall: <Franvaro className={hel} /> },
    { id: 'inkomna', namn: 'Inkomna beställningar', ...liten, innehall: <Inkomna className={hel} vy={vy} /> },
  ] as const;
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
        {isTwo && <Spalt id="vanster" paneler={vanster.filter(({ id }) => start.has(id))} />}
        <div className={styles.spalt}>
          {start.has('kirNotiser') && <KirNotiser />}
          <Spalt id="hoger" paneler={hoger.filter(({ id }) => start.has(id))} />
        </div>
      </div>
    </div>
  );
}
