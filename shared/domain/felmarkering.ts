import type { Actor } from './command.ts';

/** FRAGA-36, as of texts: whoever wrote it may mark it as wrong, and the enhetschef. */
export const farFelmarkera = (skrivenAv: string, { id: anvandareId, roller }: Pick<Actor, 'id' | 'roller'>): boolean =>
  skrivenAv === anvandareId || roller.includes('enhetschef');
