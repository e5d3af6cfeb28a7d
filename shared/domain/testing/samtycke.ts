/** Test support only: what a kund has agreed to. No product code imports it. */

import type { Kontakt } from '../kontakt/records.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { signatur } from './bestallning.ts';
import { type TestRecord, testId } from './state.ts';

export const samtyckeId = (n: number): string => testId(750 + n);
export const syster = testId(760);
/** A contact who is told of the kund by samtycke. */
export const systern = (over: Partial<Kontakt> = {}): TestRecord => ({
  type: 'kontakt',
  id: syster,
  data: { typ: 'anhorig', namn: 'Ekström, Åsa', adress: 'Storgatan 1, 252 20 Almvik', rev: testId(761), ...over },
});
/** To the syster, from 2026-11-01 until it is taken back. */
export const samtycke = (n: number, over: Partial<Samtycke> = {}): TestRecord => ({
  type: 'samtycke',
  id: samtyckeId(n),
  data: {
    ...{ avser: 'Kontakt med närstående', tillater: ['lamnaUppgifter', 'inhamtaUppgifter'], fran: '2026-11-01', hur: 'muntligt' },
    ...{ till: { kontaktId: syster, namn: 'Ekström, Åsa' }, mottaget: { dag: '2026-11-01', av: 'Karin Ek' }, registrerat: signatur },
    ...over,
  },
});
export const aterkallat = (dag: string): NonNullable<Samtycke['aterkallat']> => ({
  ...{ dag, hur: 'muntligt', av: 'Den enskilde', registrerat: signatur },
});
