import type { Eansokan, Ingang } from '../domain/eansokan/records.ts';

export const ingangOrd: Record<Ingang, string> = { lss: 'LSS', sol: 'SoL' };

export const utfallOrd: Record<NonNullable<Eansokan['utfall']>['slag'], string> = {
  kopplad: 'Kopplad',
  gallerAnnan: 'Gäller annan person, registrerad',
  atertagen: 'Återtagen, noterat',
};
