import { compare } from '../../util/compare.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Fristagare } from './frist.ts';
import type { Fristakt } from './fristakt.ts';

type Delar = Pick<Fristakt, 'utredningar' | 'verkstalligheter'>;

/** The function that has the kund's LSS Insatser with the unit (VERK-01, ROLL-04), the latest that was; undefined = it never had any. */
function funktionen({ verkstalligheter }: Delar): Fristagare | undefined {
  const lss = verkstalligheter.filter(({ data }) => data.lssInsatser && !data.aldrigPaborjad);
  const senast = lss.sort((a, b) => compare(a.data.slutdatum ?? '9999', b.data.slutdatum ?? '9999') || compare(a.id, b.id)).at(-1);
  return senast && { funktionId: senast.data.utforareId };
}

/** Who answers for the kund in the unit: the function of LSS Insatser, else the handläggare of the latest utredning. */
export function kundansvarig(akt: Delar): Fristagare | undefined {
  const senast = [...akt.utredningar].sort((a, b) => compare(a.data.startdatum, b.data.startdatum) || compare(a.id, b.id)).at(-1);
  return funktionen(akt) ?? (senast && { anvandareId: senast.data.ansvarigHandlaggareId });
}

/** Who answers for what an utredning has led to: its handläggare while it is open, then the kund's. */
export function ansvarigFor(akt: Delar, utredningId: string): Fristagare | undefined {
  const utredning = akt.utredningar.find(({ id }) => id === utredningId)?.data;
  if (utredning && isOpenUtredning(utredning)) return { anvandareId: utredning.ansvarigHandlaggareId };
  return funktionen(akt) ?? (utredning && { anvandareId: utredning.ansvarigHandlaggareId });
}
