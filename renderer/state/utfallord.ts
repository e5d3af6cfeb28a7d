import type { CallResult } from '../../shared/ipc/contract.ts';
import { ordForAvslag } from '../../shared/words/avslag.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import type { Utfall } from './core.ts';

/** Words for a command that did not go through; undefined when it did. */
export function ordForUtfall(utfall: Utfall): Ord | undefined {
  if (utfall.ok) return undefined;
  return 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code);
}

/** Words for what could not be moved to another kund; undefined when all was. */
export function ordForFlytt(flyttat: CallResult<'utkorg.flytta'>): Ord | undefined {
  if (!flyttat.ok) return ordForFel(flyttat.error.code);
  const { kvar } = flyttat.value;
  return kvar === 0
    ? undefined
    : {
        vad: kvar === 1 ? 'En sak kunde inte flyttas.' : `${kvar} saker kunde inte flyttas.`,
        gor: 'Det ligger kvar i Utkorg. Resten är flyttat.',
      };
}

/** Words for what could not be sent once more; undefined when all was. */
export function ordForIgen(igen: CallResult<'utkorg.forsokIgen'>): Ord | undefined {
  if (!igen.ok) return ordForFel(igen.error.code);
  const { skickade, kvar } = igen.value;
  return kvar === 0
    ? undefined
    : {
        vad: skickade === 0 ? 'Det som hindrade gäller fortfarande.' : `${kvar} av ${skickade + kvar} kunde inte skickas.`,
        gor: 'Det som är kvar ligger i Att åtgärda, helt.',
      };
}
