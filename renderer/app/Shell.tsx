import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ordForFel } from '../../shared/words/fel.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { keepFocus } from '../components/fokusminne.ts';
import { rememberRegionFocus } from '../components/regioner.ts';
import { useResultatnavigering } from '../features/sokverktyg/useResultatnavigering.ts';
import { StatusBar } from '../features/status/StatusBar.tsx';
import { listenToKeys } from '../state/keys.ts';
import { forgetFel, useOppna } from '../state/openKund.ts';
import { followResultat } from '../state/sokverktyg.ts';
import { followStatistik } from '../state/statistik.ts';
import { followTillgang } from '../state/tillgang.ts';
import { Aterskapad } from './Aterskapad.tsx';
import { Dialoger } from './Dialoger.tsx';
import { FullDisk } from './FullDisk.tsx';
import { NyServer } from './NyServer.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { Rail } from './Rail.tsx';
import { TitleBar } from './TitleBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useNavigeringskommandon } from './useNavigeringskommandon.ts';
import { useShellCommands } from './useShellCommands.ts';
import { Workspace } from './Workspace.tsx';
import { WorkspaceTabs } from './WorkspaceTabs.tsx';

const useStyles = makeStyles({
  skal: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  mitt: { display: 'flex', flexGrow: 1, minHeight: 0 },
  hoger: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

/** The window of a signed-in user. */
export function Shell() {
  const styles = useStyles();
  const fel = useOppna((state) => state.fel);
  useShellCommands();
  useNavigeringskommandon();
  useResultatnavigering();
  useEffect(() => {
    const ends = [
      listenToKeys(window),
      rememberRegionFocus(document),
      keepFocus(document),
      followTillgang(),
      followResultat(),
      followStatistik(),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return (
    <div className={styles.skal}>
      <TitleBar />
      <Toolbar />
      <WorkspaceTabs />
      <div className={styles.mitt}>
        <Rail />
        <div className={styles.hoger}>
          <OfflineBar />
          <NyServer />
          <FullDisk />
          <Aterskapad />
          {fel && <ErrorBar {...ordForFel(fel.code)} handling="Stäng" onHandling={forgetFel} />}
          <Workspace />
        </div>
      </div>
      <StatusBar />
      <Dialoger />
    </div>
  );
}
