import type { Synkfas } from '../ipc/views.ts';

/** What sync is busy with, where that lasts long enough to be told. */
export const synkOrd: Record<Synkfas, string | undefined> = {
  vilar: undefined,
  skickar: 'Skickar',
  hamtar: undefined,
  'forsta-hamtning': 'Första hämtningen',
  'bygger-sok': 'Bygger sökregistret',
};
