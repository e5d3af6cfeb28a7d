import type { Rubrik, Rubrikmall } from './records.ts';

/** The rubriker of a dokumentation: the mall made for its type, else the general one of its kind. */
export function rubrikerFor(mallar: Rubrikmall[], slag: Rubrikmall['slag'], typ?: string): Rubrik[] {
  const candidates = mallar.filter((mall) => mall.slag === slag);
  const own = candidates.find((mall) => typ !== undefined && mall.typer.includes(typ));
  return (own ?? candidates.find((mall) => mall.typer.length === 0))?.rubriker ?? [];
}
