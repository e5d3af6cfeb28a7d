import type { Register } from '../domain/statistik/records.ts';

/** The lists, as the choice names them. */
export const registerOrd: Record<Register, string> = {
  lss: 'LSS, per dag',
  solPagaende: 'SoL, pågår',
  solForandrade: 'SoL, påbörjat eller avslutat',
};
