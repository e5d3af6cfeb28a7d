import type { Genomford, Malrad } from '../domain/uppfoljning/records.ts';

export const malutfallOrd: Record<Malrad['utfall'], string> = { uppnatt: 'Uppnått', delvis: 'Delvis uppnått', ej: 'Inte uppnått' };

/** What an uppföljning leads to. */
export const uppfoljningsutfallOrd: Record<Genomford['utfall'], string> = {
  oforandrat: 'Oförändrat',
  omprovning: 'Omprövning',
  avslut: 'Insatsen avslutas',
};
