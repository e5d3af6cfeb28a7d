import type { Underlagsskal } from '../domain/franvaro/records.ts';

/** Why an underlag is sent, as the lists say it. */
export const underlagsskalOrd: Record<Underlagsskal, string> = {
  lang: 'Över 30 dagar',
  sen: 'Registrerad mer än 30 dagar efteråt',
  rattelse: 'Rättelse',
};
