import { create } from 'zustand';
import { displayName } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { KundVy } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call, readScopesAgain } from './core.ts';
import { getKundvy, readKundvy, setKundvy } from './kundvy.ts';
import { openTab, setTab, type Tab, useTabs } from './tabs.ts';

type OppnaState = {
  /** A kund with skyddad folkbokföring waits for the user's reason (FRAGA-62). */
  vantarPaSkal: { personId: string; nodId?: string | undefined; sedan?: (() => void) | undefined } | null;
  /** Opening failed. */
  fel: CallError | null;
};
export const useOppna = create<OppnaState>(() => ({ vantarPaSkal: null, fel: null }));

/**
 * The core does not know that this kund is open: it was started again, or its replica made anew. The opening is asked for
 * once more, and logged once more (FRAGA-62).
 */
export const isNotOpened = (fel: CallError | undefined): boolean => fel?.detail === 'inte-oppnad';

/**
 * Opens a kund in its tab: asks the core (which logs it), and for a reason when the person is protected.
 * @param nodId node of the rubrikträd to mark and open, e.g. the utredning of Mina sidor (SOK-01)
 * @param sedan what to show in it, when it opens only after the user's reason
 * @param stilla the tab is there: it is opened where it stands, and not brought forth if the user has gone on to another
 * @returns true when the tab is open
 */
export async function openKund(
  personId: string,
  val: { skal?: string; nodId?: string | undefined; sedan?: (() => void) | undefined; stilla?: boolean } = {},
): Promise<boolean> {
  const result = await call('kund.oppna', { personId, ...(val.skal === undefined ? {} : { skal: val.skal }) });
  if (!result.ok && result.error.code === 'skal-kravs') {
    useOppna.setState({ vantarPaSkal: { personId, nodId: val.nodId, sedan: val.sedan }, fel: null });
    return false;
  }
  if (!result.ok) {
    useOppna.setState({ fel: result.error });
    return false;
  }
  // Read before it is changed: what was open in the tree last time stays open.
  await readKundvy(personId);
  if (val.nodId !== undefined) showNod(personId, val.nodId);
  useOppna.setState({ vantarPaSkal: null, fel: null });
  showKund(result.value, val.stilla ? setTab : openTab);
  return true;
}

/** Marks the node and shows it; a dokumentation of just this node that stands open is left as it is. */
function showNod(personId: string, nodId: string): void {
  const yta = getKundvy(personId)?.yta;
  const isItsOwn = yta?.slag === 'dokumentation' && nodId.endsWith(`/${yta.id}`);
  setKundvy(personId, isItsOwn ? { vald: nodId } : { vald: nodId, yta: null });
}

function showKund({ personId, person }: KundVy, show: (tab: Tab) => void): void {
  const wasOpen = useTabs.getState().tabs.some((tab) => tab.slag === 'kund' && tab.oppnad && tab.personId === personId);
  show({
    slag: 'kund',
    personId,
    namn: displayName(person),
    personnummer: person.personnummer,
    skydd: person.skydd,
    dirty: false,
    oppnad: true,
  });
  // Its views may have been refused meanwhile (isNotOpened).
  if (wasOpen) readScopesAgain([aktScope(personId)]);
}

/** The user would not give a reason: nothing was opened. */
export const declineOpen = (): void => useOppna.setState({ vantarPaSkal: null });
export const forgetFel = (): void => useOppna.setState({ fel: null });
