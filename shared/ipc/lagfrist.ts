import { compare } from '../util/compare.ts';
import type { MinUtredning } from './views.ts';

/** The nearest first; what has none last. */
export const compareLagfrist = (a: Pick<MinUtredning, 'lagfrist'>, b: Pick<MinUtredning, 'lagfrist'>): number =>
  compare(a.lagfrist ?? sist, b.lagfrist ?? sist);
const sist = '9999-12-31';
