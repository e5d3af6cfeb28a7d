import { ordForAvslag } from '../../shared/words/avslag.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import type { Utfall } from './core.ts';

/** Words for a command that did not go through; undefined when it did. */
export function ordForUtfall(utfall: Utfall): Ord | undefined {
  if (utfall.ok) return undefined;
  return 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code);
}
