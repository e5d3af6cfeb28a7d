import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Brevkvitto, Brevpart, Journallage } from '../../../shared/ipc/views.ts';

/** Of the e-service always with the number after the name (MEDD-12). */
export const partnamn = ({ namn, personnummer, narstaende }: Brevpart): string =>
  [namn, personnummer && formatPersonnummer(personnummer), narstaende && '(närstående)'].filter(Boolean).join(' ');

export const kvittoOrd: Record<Brevkvitto, string> = {
  sparat: 'Sparat här, skickas när du är ansluten',
  skickat: 'Skickat',
  vantar: 'Väntar på att e-tjänsten aktiveras',
  levererat: 'Levererat',
  oppnat: 'Öppnat',
  uteblivet: 'Kom inte fram',
  tillbakataget: 'Tillbakataget',
};
export const journalOrd: Record<Journallage, string> = {
  ja: 'Journalfört',
  nej: 'Ej journalfört',
  pavag: 'Journalförs, på väg',
  behovsInte: '',
};
