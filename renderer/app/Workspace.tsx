import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Felgrans } from '../components/Felgrans.tsx';
import { giveView } from '../components/fokusminne.ts';
import { AvgiftFlik } from '../features/avgift/AvgiftFlik.tsx';
import { BevakningarFlik } from '../features/bevakningar/BevakningarFlik.tsx';
import { Bevakningspanel } from '../features/bevakningar/Bevakningspanel.tsx';
import { EansokningarPanel } from '../features/eansokan/EansokningarPanel.tsx';
import { InkorgFlik } from '../features/eansokan/InkorgFlik.tsx';
import { EnhetenFlik } from '../features/enheten/EnhetenFlik.tsx';
import { InkomstFlik } from '../features/inkomst/InkomstFlik.tsx';
import { IvoFlik } from '../features/ivo/IvoFlik.tsx';
import { MeddelandenFlik } from '../features/meddelanden/MeddelandenFlik.tsx';
import { MeddelandenPanel } from '../features/meddelanden/MeddelandenPanel.tsx';
import { MinaSidor } from '../features/minasidor/MinaSidor.tsx';
import { NattFlik } from '../features/natt/NattFlik.tsx';
import { Sokflik } from '../features/sok/Sokflik.tsx';
import { Sokverktyg } from '../features/sokverktyg/Sokverktyg.tsx';
import { StatistikFlik } from '../features/statistik/StatistikFlik.tsx';
import { UtkorgFlik } from '../features/utkorg/UtkorgFlik.tsx';
import { type Tab, tabId, useTabs } from '../state/tabs.ts';
import { KundTabPanel } from './KundTabPanel.tsx';

const useStyles = makeStyles({ yta: { flexGrow: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' } });

/** What the active tab holds. The others are not drawn: how they stood is in the stores. */
export function Workspace() {
  const styles = useStyles();
  const tab = useTabs(({ tabs, aktiv }) => tabs.find((one) => tabId(one) === aktiv));
  const id = tab && tabId(tab);
  useEffect(() => {
    if (id === undefined) return;
    // A view that places the focus itself does so before the next frame.
    const frame = requestAnimationFrame(() => giveView(document));
    return () => cancelAnimationFrame(frame);
  }, [id]);
  if (!tab) return null;
  return (
    <main className={styles.yta}>
      <div key={id} role="tabpanel" id="arbetsyta" aria-labelledby={`flik-${id}`} className={styles.yta}>
        <Felgrans>
          <TabPanel tab={tab} />
        </Felgrans>
      </div>
    </main>
  );
}

function TabPanel({ tab }: { tab: Tab }) {
  if (tab.slag === 'kund') return <KundTabPanel tab={tab} />;
  if (tab.slag === 'sok') return <Sokflik />;
  if (tab.slag === 'sokverktyg') return <Sokverktyg />;
  if (tab.slag === 'bevakningar') return <BevakningarFlik />;
  if (tab.slag === 'ivo') return <IvoFlik />;
  if (tab.slag === 'natt') return <NattFlik />;
  if (tab.slag === 'inkomst') return <InkomstFlik />;
  if (tab.slag === 'avgift') return <AvgiftFlik />;
  if (tab.slag === 'statistik') return <StatistikFlik />;
  if (tab.slag === 'enheten') return <EnhetenFlik />;
  if (tab.slag === 'inkorg') return <InkorgFlik />;
  if (tab.slag === 'meddelanden') return <MeddelandenFlik />;
  if (tab.slag === 'utkorg') return <UtkorgFlik />;
  return (
    <MinaSidor
      renderBevakningar={(className) => <Bevakningspanel className={className} />}
      renderEansokningar={(className) => <EansokningarPanel className={className} />}
      renderMeddelanden={(className) => <MeddelandenPanel className={className} />}
    />
  );
}
