import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { newId, runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import type { AnteckningUtkast } from './utkast.ts';

/** Signs and locks the words of a revision (DOK-06). @returns why not, when it was not */
export const sign = async (personId: string, anteckningId: string, rev: string): Promise<Ord | undefined> =>
  ordForUtfall(await runCommand('anteckning.signera', { personId, anteckningId, rev }));

/**
 * Keeps in the akt both of two texts that stand against each other, and which one the user chose (FRAGA-61).
 * @param skriven when the own words were last written; now when they never reached the disk
 */
export async function settleTexter(
  personId: string,
  note: AnteckningVy,
  egen: AnteckningUtkast,
  val: 'egen' | 'server' | 'sammanskriven',
  skriven: string | undefined,
): Promise<Ord | undefined> {
  const egenSkriven = skriven ?? new Date().toISOString();
  const input = { personId, valId: newId(), anteckningId: note.id, val, egenText: egen.text, egenSkriven };
  return ordForUtfall(await runCommand('anteckning.avgorKonflikt', input));
}
