import type { Kontakt } from '../domain/kontakt/records.ts';

export const kontaktOrd: Record<Kontakt['typ'], string> = {
  anhorig: 'Anhörig',
  godMan: 'God man',
  foretradare: 'Företrädare',
  vardnadshavare: 'Vårdnadshavare',
  ovrig: 'Övrig',
};
