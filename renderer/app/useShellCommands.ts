import { walkRegions } from '../components/regioner.ts';
import { showDialog } from '../state/dialog.ts';
import { showFritext } from '../state/fritext.ts';
import { useCommand } from '../state/keys.ts';
import { skrivMeddelande } from '../state/meddelanden.ts';
import { logOut } from '../state/session.ts';
import { syncNow } from '../state/status.ts';
import { closeTab, goBack, openTab, showTab, stepTab, useTabs } from '../state/tabs.ts';

/** The commands that the window itself answers, whatever is shown. */
export function useShellCommands(): void {
  const aktiv = useTabs((state) => state.aktiv);
  const fler = useTabs((state) => state.tabs.length > 1);
  const harHistorik = useTabs((state) => state.historik.length > 0);
  useCommand('stangFlik', () => closeTab(aktiv), aktiv === 'mina' ? 'Mina sidor stängs inte' : undefined);
  useCommand('nastaFlik', fler ? () => stepTab(1) : null);
  useCommand('forraFlik', fler ? () => stepTab(-1) : null);
  useCommand('tillbaka', goBack, harHistorik ? undefined : 'Det finns ingen tidigare flik');
  useCommand('nastaYta', () => walkRegions(document, 1));
  useCommand('forraYta', () => walkRegions(document, -1));
  useCommand('minaSidor', () => showTab('mina'));
  useCommand('bevakningar', () => openTab({ slag: 'bevakningar' }));
  // Of no kund: the list of all.
  useCommand('kamera', () => openTab({ slag: 'bevakningar' }));
  useCommand('inkorg', () => openTab({ slag: 'inkorg' }));
  useCommand('meddelanden', () => openTab({ slag: 'meddelanden' }));
  useCommand('nyttMeddelande', () => skrivMeddelande());
  useCommand('ivo', () => openTab({ slag: 'ivo' }));
  useCommand('statistik', () => openTab({ slag: 'statistik' }));
  useCommand('natt', () => openTab({ slag: 'natt' }));
  useCommand('inkomst', () => openTab({ slag: 'inkomst' }));
  useCommand('avgift', () => openTab({ slag: 'avgift' }));
  useCommand('enheten', () => openTab({ slag: 'enheten' }));
  useCommand('sokflik', () => openTab({ slag: 'sok' }));
  useCommand('sokAnteckningar', showFritext);
  useCommand('sokverktyg', () => openTab({ slag: 'sokverktyg' }));
  useCommand('utkorg', () => openTab({ slag: 'utkorg' }));
  useCommand('synka', () => void syncNow());
  useCommand('loggaUt', () => void logOut());
  useCommand('senaste', () => showDialog('senaste'));
  useCommand('kundlista', () => showDialog('kundlista'));
  useCommand('krismapp', () => showDialog('krismapp'));
  useCommand('hjalp', () => showDialog('hjalp'));
  useCommand('lankar', () => showDialog('lankar'));
  useCommand('kommandoruta', () => showDialog('kommandoruta'));
}
