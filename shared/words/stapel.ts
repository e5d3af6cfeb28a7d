import type { Stapel } from '../domain/tidslinje/rader.ts';

/** What a bar of the timeline stands for. */
export const stapelOrd: Record<Stapel['slag'], string> = {
  beslutad: 'beslutad',
  verkstalld: 'verkställd',
  ejBekraftad: 'ej bekräftad',
  avbrott: 'avbrott',
  utkast: 'utkast',
};
