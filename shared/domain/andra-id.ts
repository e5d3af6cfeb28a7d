/**
 * The id of a thing that goes with another, where no input names one: the other's own, as a UUID of the version that is free to
 * use. The same on both sides, and however often it is asked for.
 * @param nr which of them: 1 is the first, 0 the other itself
 */
export function andraId(id: string, nr = 1): string {
  if (nr === 0) return id;
  const slut = (Number.parseInt(id.slice(-2), 16) + nr - 1) & 0xff;
  return `${id.slice(0, 14)}8${id.slice(15, -2)}${slut.toString(16).padStart(2, '0')}`;
}

/**
 * The ids of what a command leaves in the history: its own for the unit's, another for what is common; of one that reaches several units
 * one for each of them, and in an akt that is not divided yet (`akt.fordela`) one for what says of no unit whose it is. No kund has as
 * many as there is room for.
 */
export const handelseIds = (kommandoId: string, { overVaggen, tillVarje }: { overVaggen?: true; tillVarje?: true } = {}): string[] =>
  Array.from({ length: overVaggen || tillVarje ? 12 : 3 }, (_, nr) => andraId(kommandoId, nr));
