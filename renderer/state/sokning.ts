import { create } from 'zustand';
import { type Arhundrade, tolkaSokning } from '../../shared/domain/sok/sokfraga.ts';
import type { Sokresultat } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call } from './core.ts';
import { oppnaKund } from './oppna.ts';
import { oppnaTab } from './tabs.ts';

type SokState = {
  text: string;
  arhundrade: Arhundrade;
  /** What the result answers. */
  sokt: string;
  resultat: Sokresultat | null;
  fel: CallError | null;
  soker: boolean;
};

const start: SokState = { text: '', arhundrade: 'alla', sokt: '', resultat: null, fel: null, soker: false };
/** The person search: one text, one century and one result, whether asked in the toolbar or in its tab. */
export const useSokning = create<SokState>(() => start);
const { getState, setState } = useSokning;

export const skrivSoktext = (text: string): void => setState({ text });
export const valjArhundrade = (arhundrade: Arhundrade): void => setState({ arhundrade });
export const glomSokning = (): void => setState(start);

/**
 * Runs the search (SOK-08). A whole number with exactly one hit opens that kund at once; all else is listed in the tab
 * Social och vård dokumentation, hints too.
 */
export async function sok(): Promise<void> {
  const { text, arhundrade } = getState();
  setState({ soker: true, fel: null });
  const svar = await call('sok.person', { text, arhundrade });
  // An answer to an older question must not replace a newer one's.
  if (getState().text !== text || getState().arhundrade !== arhundrade) return;
  if (!svar.ok) {
    setState({ soker: false, fel: svar.error, resultat: null, sokt: text });
    oppnaTab({ slag: 'sok' });
    return;
  }
  setState({ soker: false, resultat: svar.value, sokt: text });
  const tolkad = tolkaSokning(text, arhundrade);
  const wholeNumber = tolkad.ok && (tolkad.fraga.slag === 'personnummer' || tolkad.fraga.slag === 'nummer10');
  const [only, ...others] = svar.value.slag === 'traffar' ? svar.value.rader : [];
  if (wholeNumber && only && others.length === 0 && svar.value.slag === 'traffar' && !svar.value.annatArhundrade) {
    await oppnaKund(only.personId);
    return;
  }
  oppnaTab({ slag: 'sok' });
}
