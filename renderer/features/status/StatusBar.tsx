import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  ArrowUpload16Regular,
  BranchCompare16Regular,
  CloudCheckmark16Filled,
  ErrorCircle16Filled,
  PlugDisconnected16Regular,
  Save16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { klockslag, klockslagSekund, nar } from '../../components/tid.ts';
import { useFonster } from '../../components/useFonster.ts';
import { useNow } from '../../components/useNow.ts';
import { runCommandById } from '../../state/keys.ts';
import { useInloggad } from '../../state/session.ts';
import { useStatus } from '../../state/status.ts';
import { alderText, arbeteText, forbindelseText, zoomProcent } from './statusord.ts';
import { useZoom } from './useZoom.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    alignItems: 'stretch',
    height: '24px',
    flexShrink: 0,
    overflow: 'hidden',
    backgroundColor: 'var(--colorNeutralBackground1)',
    borderTop: '1px solid var(--akHair)',
    fontVariantNumeric: 'tabular-nums',
    fontSize: '12px',
  },
  del: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '0 10px',
    border: 'none',
    borderRight: '1px solid var(--akHair)',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: '12px',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  kort: { flexShrink: 1, minWidth: '60px', overflow: 'hidden', textOverflow: 'ellipsis', display: 'block', lineHeight: '23px' },
  knapp: { cursor: 'pointer', ':hover': { backgroundColor: 'var(--akHover)' } },
  ansluten: { color: 'var(--akGreen)', fontWeight: 600 },
  kris: { color: 'var(--akAmber)', backgroundColor: 'var(--akAmberBg)', fontWeight: 600 },
  rod: { color: 'var(--akRed)', fontWeight: 600 },
  hoger: { display: 'flex', marginLeft: 'auto', borderLeft: '1px solid var(--akHair)' },
});

/** Server, age of what is shown, what waits, and what is on disk; narrow, only what may need the user. */
export function StatusBar() {
  const styles = useStyles();
  const { smal: isNarrow } = useFonster();
  const now = useNow(20_000);
  const zoom = useZoom();
  const session = useInloggad();
  const status = useStatus((state) => state.status);
  if (!status) return <footer className={styles.rad} />;
  const { ansluten, osanda, attAtgarda, konflikter, sparad } = status;
  const arbete = arbeteText(status);
  return (
    <footer className={styles.rad} data-yta="status">
      <span role="status" className={mergeClasses(styles.del, ansluten ? styles.ansluten : styles.kris)}>
        {ansluten ? <CloudCheckmark16Filled /> : <PlugDisconnected16Regular />}
        {forbindelseText(status, now)}
      </span>
      {arbete ? (
        <span className={styles.del}>{arbete}</span>
      ) : (
        !isNarrow && <span className={mergeClasses(styles.del, styles.kort)}>{alderText(status, now)}</span>
      )}
      <Till ikon={<ArrowUpload16Regular />}>{osanda === 0 ? 'Utkorg: tom' : `Utkorg: ${osanda} ${osanda === 1 ? 'köad' : 'köade'}`}</Till>
      {attAtgarda > 0 && <Till ikon={<ErrorCircle16Filled />} rod>{`${attAtgarda} att åtgärda`}</Till>}
      {konflikter > 0 && (
        <Till ikon={<BranchCompare16Regular />} rod>
          {konflikter === 1 ? '1 konflikt' : `${konflikter} konflikter`}
        </Till>
      )}
      {!isNarrow && ansluten && <span className={styles.del}>Krisläge: av</span>}
      <span className={styles.hoger}>
        {sparad && (
          <span className={styles.del} title={`Senast skrivet till datorns disk ${nar(sparad, now)}`}>
            <Save16Regular />
            Sparat på datorn {isNarrow ? klockslag(sparad) : klockslagSekund(sparad)}
          </span>
        )}
        {!isNarrow && <span className={styles.del}>{session?.organisation}</span>}
        {!isNarrow && <span className={styles.del}>{zoomProcent(zoom)}</span>}
      </span>
    </footer>
  );
}

function Till({ ikon, rod = false, children }: { ikon?: ReactElement; rod?: boolean; children: string }) {
  const styles = useStyles();
  return (
    <button type="button" className={mergeClasses(styles.del, styles.knapp, rod && styles.rod)} onClick={() => runCommandById('utkorg')}>
      {ikon}
      {children}
    </button>
  );
}
