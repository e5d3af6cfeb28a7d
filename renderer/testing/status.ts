import type { StatusVy } from '../../shared/ipc/views.ts';

/** Connected, all fetched and all sent. */
export const vilar: StatusVy = {
  ansluten: true,
  sedan: '2026-11-21T05:40:00Z',
  hamtad: '2026-11-21T08:40:00Z',
  osanda: 0,
  attAtgarda: 0,
  konflikter: 0,
  utkast: 0,
  fas: 'vilar',
  antalStammer: true,
  sparad: null,
};
