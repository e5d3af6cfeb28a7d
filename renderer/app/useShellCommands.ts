import { walkRegions } from '../components/regioner.ts';
import { visaDialog } from '../state/dialog.ts';
import { useCommand } from '../state/keys.ts';
import { loggaUt } from '../state/session.ts';
import { synkaNu } from '../state/status.ts';
import { oppnaTab, stangTab, stegaTab, tillbaka, useTabs, visaTab } from '../state/tabs.ts';

/** The commands that the window itself answers, whatever is shown. */
export function useShellCommands(): void {
  const aktiv = useTabs((state) => state.aktiv);
  const fler = useTabs((state) => state.tabs.length > 1);
  const harHistorik = useTabs((state) => state.historik.length > 0);
  useCommand('stangFlik', () => stangTab(aktiv), aktiv === 'mina' ? 'Mina sidor stängs inte' : undefined);
  useCommand('nastaFlik', fler ? () => stegaTab(1) : null);
  useCommand('forraFlik', fler ? () => stegaTab(-1) : null);
  useCommand('tillbaka', tillbaka, harHistorik ? undefined : 'Det finns ingen tidigare flik');
  useCommand('nastaYta', () => walkRegions(document, 1));
  useCommand('forraYta', () => walkRegions(document, -1));
  useCommand('minaSidor', () => visaTab('mina'));
  useCommand('sokflik', () => oppnaTab({ slag: 'sok' }));
  useCommand('utkorg', () => oppnaTab({ slag: 'utkorg' }));
  useCommand('synka', () => void synkaNu());
  useCommand('loggaUt', () => void loggaUt());
  useCommand('senaste', () => visaDialog('senaste'));
  useCommand('kundlista', () => visaDialog('kundlista'));
  useCommand('hjalp', () => visaDialog('hjalp'));
  useCommand('kommandoruta', () => visaDialog('kommandoruta'));
}
