import { closeArendedialog, useArendedialog } from './arendedialog.ts';
import { forgetBindningOf } from './bindning.ts';
import { call, onCoreEvent } from './core.ts';
import { forgetAnteckningar } from './fritext.ts';
import { forgetKopierat, useKopierat } from './kopierat.ts';
import { forgetKundvyOf } from './kundvy.ts';
import { forgetPlatserOf } from './platsminne.ts';
import { touches } from './query.ts';
import { forgetTraff } from './sokning.ts';
import { isOfullstandig, useStatus } from './status.ts';
import { emptyTab, nameTabs, useTabs } from './tabs.ts';
import { fetchUtkast } from './utkastlista.ts';
import { forgetVyerOf } from './vyer.ts';

const kunder = (): string[] => useTabs.getState().tabs.flatMap((tab) => (tab.slag === 'kund' ? [tab.personId] : []));

/** Asks the core for the kunder of the tabs: who is here is named, and of who is no longer here nothing is kept. */
async function look(personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const svar = await call('kunder.rader', { personIds });
  if (!svar.ok) return;
  nameTabs(new Map(personIds.flatMap((id, at) => (svar.value[at] ? [[id, svar.value[at]]] : []))));
  // While the replica is being filled, who is not here may be on the way.
  if (isOfullstandig(useStatus.getState().status)) return;
  for (const [at, id] of personIds.entries()) if (svar.value[at] === null) forgetAkt(id);
}

/**
 * The right to an akt is gone (FRAGA-62), and with it what was read: view, tab, rows, remembered places, copied texts. What the user
 * has written and not sent is theirs, and stays a draft.
 */
function forgetAkt(personId: string): void {
  const tab = useTabs.getState().tabs.find((one) => one.slag === 'kund' && one.personId === personId);
  if (tab?.slag === 'kund' && tab.borta) return;
  emptyTab(personId);
  forgetKundvyOf(personId);
  forgetPlatserOf(personId);
  forgetBindningOf(personId);
  forgetVyerOf(personId);
  forgetTraff(personId);
  forgetAnteckningar(personId);
  if (useKopierat.getState().kopierat?.personId === personId) forgetKopierat();
  if (useArendedialog.getState().oppen?.personId === personId) closeArendedialog();
  void fetchUtkast();
}

/** Keeps the tabs true to what this computer may show. @returns a function that ends it */
export function followTillgang(): () => void {
  let asked = '';
  const lookAtNew = () => {
    const now = kunder().join();
    if (now !== asked) void look(kunder());
    asked = now;
  };
  lookAtNew();
  const ends = [
    useTabs.subscribe(lookAtNew),
    onCoreEvent((event) => {
      const touched = kunder().filter((id) => touches(event, [`akt:${id}`]));
      void look(touched);
    }),
    useStatus.subscribe((now, before) => {
      if (isOfullstandig(before.status) && !isOfullstandig(now.status)) void look(kunder());
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
