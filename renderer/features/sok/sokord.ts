import type { StatusVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';

/** The ways to search (SOK-03 to SOK-07), shown as help. */
export const sokexempel: { skriv: string; betyder: string }[] = [
  { skriv: '199904122380', betyder: 'personnummer' },
  { skriv: '990412*', betyder: 'född 990412' },
  { skriv: 'Ekström Linnea', betyder: 'efternamn förnamn' },
  { skriv: '*Linnea', betyder: 'förnamn' },
  { skriv: 'Ekstr*', betyder: 'efternamn börjar' },
];

/** The ways to look for words in notes (SVERK-08). */
export const fritextexempel: { skriv: string; betyder: string }[] = [
  { skriv: 'boende', betyder: 'boendet, gruppboende' },
  { skriv: 'möte läkare', betyder: 'båda orden' },
  { skriv: '"god man"', betyder: 'just så' },
  { skriv: 'bo*', betyder: 'ord börjar' },
];

/**
 * Why there may be more persons than a search finds; undefined when all are here.
 * @param byggs the answer itself says that the search table is being built
 */
export function ofullstandigOrd(status: StatusVy | null, byggs: boolean): Ord | undefined {
  if (status?.hamtad === null && !status.ansluten) {
    return { vad: 'Allt är inte hämtat från servern än.', gor: 'Det kan finnas fler träffar. De visas här när datorn är ansluten.' };
  }
  if (status?.hamtad === null || status?.fas === 'forsta-hamtning') {
    return { vad: 'Första hämtningen pågår.', gor: 'Det kan finnas fler träffar. De visas här när de har hämtats.' };
  }
  if (!byggs && status?.fas !== 'bygger-sok') return undefined;
  return { vad: 'Sökregistret byggs.', gor: 'Det kan finnas fler träffar. De visas här om en stund.' };
}
