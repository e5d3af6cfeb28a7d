import type { StatusVy } from '../../../shared/ipc/views.ts';
import { synkOrd } from '../../../shared/words/synk.ts';
import { nar, sedanDess } from '../../components/tid.ts';

/** `Ansluten`, or since when there has been no server. */
export const forbindelseText = ({ ansluten, sedan }: StatusVy, now: Date): string =>
  ansluten ? 'Ansluten' : `Krisläge sedan ${nar(sedan, now)}`;

/** How old what the screen shows is. */
export function alderText({ ansluten, hamtad }: StatusVy, now: Date): string {
  if (hamtad === null) return 'Inget är hämtat från servern än';
  const age = sedanDess(hamtad, now);
  return ansluten ? `Hämtat från servern ${nar(hamtad, now)} (${age})` : `Uppgifter från servern: ${nar(hamtad, now)} (${age} gamla)`;
}

const antal = new Intl.NumberFormat('sv-SE');

/** What sync is busy with, when it lasts long enough to be told. */
export function arbeteText({ fas, antalHamtade }: StatusVy): string | undefined {
  const text = synkOrd[fas];
  if (text === undefined || antalHamtade === undefined || fas === 'skickar') return text;
  return `${text}: ${antal.format(antalHamtade)} poster`;
}

export const zoomProcent = (zoom: number): string => `${Math.round(zoom * 100)} %`;
