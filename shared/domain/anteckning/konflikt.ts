import type { Rejection } from '../command.ts';
import { sparaAnteckning } from './commands.ts';

const textmot: readonly Rejection['code'][] = ['text-andrad', 'rubrik-har-text', 'signerad'];

/** True when a refused command leaves two texts against each other, for the user to choose between (FRAGA-61). */
export const isTextConflict = (command: string, rejection: Rejection | null): boolean =>
  command === sparaAnteckning.name && rejection !== null && textmot.includes(rejection.code);
