import type { PersonuppgiftsDel } from '../../state/arbetsyta.ts';

export const delOrd: Record<PersonuppgiftsDel, string> = {
  person: 'Person',
  hushall: 'Hushåll',
  kontaktuppgifter: 'Kontaktuppgifter',
  samtycken: 'Samtycken',
};
