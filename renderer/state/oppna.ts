import { create } from 'zustand';
import { displayName } from '../../shared/domain/person/records.ts';
import type { KundVy } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call } from './core.ts';
import { lasKundvy, sattKundvy } from './kundvy.ts';
import { oppnaTab } from './tabs.ts';

type OppnaState = {
  /** A kund with skyddad folkbokföring waits for the user's reason (FRAGA-62). */
  vantarPaSkal: { personId: string; nodId?: string | undefined } | null;
  /** Opening failed. */
  fel: CallError | null;
};
export const useOppna = create<OppnaState>(() => ({ vantarPaSkal: null, fel: null }));

/**
 * Opens a kund in its tab: asks the core (which logs it), and for a reason when the person is protected.
 * @param nodId node of the rubrikträd to mark and open, e.g. the utredning of Mina sidor (SOK-01)
 * @returns true when the tab is open
 */
export async function oppnaKund(personId: string, val: { skal?: string; nodId?: string | undefined } = {}): Promise<boolean> {
  const result = await call('kund.oppna', { personId, ...(val.skal === undefined ? {} : { skal: val.skal }) });
  if (!result.ok && result.error.code === 'skal-kravs') {
    useOppna.setState({ vantarPaSkal: { personId, nodId: val.nodId }, fel: null });
    return false;
  }
  if (!result.ok) {
    useOppna.setState({ fel: result.error });
    return false;
  }
  // Read before it is changed: what was open in the tree last time stays open.
  await lasKundvy(personId);
  if (val.nodId !== undefined) sattKundvy(personId, { vald: val.nodId });
  useOppna.setState({ vantarPaSkal: null, fel: null });
  visaKund(result.value);
  return true;
}

function visaKund({ personId, person }: KundVy): void {
  oppnaTab({
    slag: 'kund',
    personId,
    namn: displayName(person),
    personnummer: person.personnummer,
    skydd: person.skydd,
    dirty: false,
    oppnad: true,
  });
}

/** The user would not give a reason: nothing was opened. */
export const avstaOppna = (): void => useOppna.setState({ vantarPaSkal: null });
export const glomFel = (): void => useOppna.setState({ fel: null });
