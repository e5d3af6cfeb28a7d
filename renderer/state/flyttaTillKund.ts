import type { Ord } from '../../shared/words/ord.ts';
import { call } from './core.ts';
import { closeTab, kundTabId } from './tabs.ts';
import { ordForFlytt } from './utfallord.ts';
import { fetchUtkast } from './utkastlista.ts';
import { flushUtkast } from './utkastskrivare.ts';

/**
 * Moves all that was written to a kund whose registration was refused to the kund who was registered already, and closes the refused one's
 * tab: nothing is in it any more.
 * @param radId the refused registration
 * @returns what could not be moved; undefined when all was
 */
export async function flyttaTillKund(radId: string, tillPersonId: string): Promise<Ord | undefined> {
  // A form that was open there may have words that are not on disk yet.
  await flushUtkast();
  const flyttat = await call('utkorg.flytta', { id: radId, tillPersonId });
  if (flyttat.ok) {
    closeTab(kundTabId(flyttat.value.fran));
    await fetchUtkast();
  }
  return ordForFlytt(flyttat);
}
