import type { Ord } from '../../shared/words/ord.ts';
import type { Utfall } from './core.ts';
import { ordForUtfall } from './utfallord.ts';

/**
 * The same with several rows, one command each with a receipt of its own: what one is refused the others do not wait for.
 * @param namn what a row is called, when it is told that it did not go
 * @returns words for those that did not go; undefined when all did
 */
export async function medAlla<R>(
  rader: readonly R[],
  gor: (rad: R) => Promise<Utfall>,
  namn: (rad: R) => string,
): Promise<Ord | undefined> {
  const nekade: { rad: R; ord: Ord }[] = [];
  for (const rad of rader) {
    const ord = ordForUtfall(await gor(rad));
    if (ord) nekade.push({ rad, ord });
  }
  const [forst] = nekade;
  if (!forst || rader.length === 1) return forst?.ord;
  const vilka = nekade.map(({ rad }) => namn(rad)).join('; ');
  return { vad: `${nekade.length} av ${rader.length} gick inte: ${vilka}.`, gor: `${forst.ord.vad} ${forst.ord.gor} De andra är gjorda.` };
}
