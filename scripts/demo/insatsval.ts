import { dagarMellan, type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { earlier, later } from './days.ts';
import { type Insats, insatser, insatsOf } from './insatser.ts';
import type { Utfall } from './utredning.ts';

/** A day so many months ago, but not before the person's first birthday, and with time for what follows. */
export function borjan({ profil, today }: Arbete, months: number): IsoDate {
  const wanted = plusDagar(plusManader(today, -months), -profil.random.between(0, 27));
  return earlier(later(wanted, plusManader(profil.nummer.fodelsedatum, 12)), plusDagar(today, -120));
}

/** An insats that someone of the person's age applies for, and that can be decided so. */
export function valjInsats({ profil }: Arbete, dag: IsoDate, utfall: Utfall): Insats {
  if (profil.given.insats) return insatsOf(profil.given.insats);
  const age = Math.floor(dagarMellan(profil.nummer.fodelsedatum, dag) / 365.25);
  const hasBoende = /gruppbostad|servicebostad/.test(profil.boende);
  const fitting = insatser.filter(
    (one) => one.beslut[utfall] && one.fran <= age && age <= one.till && !(hasBoende && one.id.startsWith('BOSTAD')),
  );
  return profil.random.weighted(fitting.length > 0 ? fitting : [insatsOf('AVLOSARSERVICE')], (one) => one.vikt);
}

export function valj(arbete: Arbete, utfall: Utfall, months: number) {
  const start = borjan(arbete, months);
  return { insats: valjInsats(arbete, start, utfall), utfall, start } as const;
}
