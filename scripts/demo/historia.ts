import type { IsoDate } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { skrivBistand } from './bistand.ts';
import { addDays, addMonths } from './days.ts';
import { borjan, valj, valjInsats } from './insatsval.ts';
import { skrivLass } from './lass.ts';
import { oppenUtredning } from './oppen.ts';
import { avslutadUtredning } from './utredning.ts';
import { bestallOchVerkstall, lssInsatser } from './verkstallighet.ts';

/** Writes what the person's akt holds beside the person. */
export function skrivHistoria(arbete: Arbete): void {
  const { profil } = arbete;
  const { random, given } = profil;
  switch (profil.historia) {
    case 'oppen': {
      if (random.chance(0.5)) lopande(arbete, { manaderSedan: random.between(14, 40) });
      const inkom = given.inkom ?? inkomDag(arbete);
      const insats = valjInsats(arbete, inkom, 'bifall');
      oppenUtredning(arbete, { insats, inkom, ...(given.utredningstyp ? { typ: given.utredningstyp } : {}) });
      return;
    }
    case 'lopande':
      if (random.chance(0.12)) tidigare(arbete, 40);
      lopande(arbete, { manaderSedan: given.obekraftad ? 2 : random.between(4, 34) });
      return;
    case 'avslutad':
      tidigare(arbete, random.between(16, 30));
      return;
    case 'avslag':
      avslutadUtredning(arbete, valj(arbete, 'avslag', random.between(4, 30)));
      return;
    case 'lass':
      if (random.chance(0.2)) tidigare(arbete, 34);
      skrivLass(arbete);
      return;
    case 'bistand':
      skrivBistand(arbete);
      return;
  }
}

/** Within the last six months; about one in twelve is close to the lagfrist and one in forty past it. */
function inkomDag({ profil, today }: Arbete): IsoDate {
  const { index, random } = profil;
  const sen = Math.floor(index / 5);
  if (sen % 40 === 7) return addMonths(addDays(today, -9), -6);
  if (sen % 12 === 5) return addMonths(addDays(today, random.between(2, 13)), -6);
  return addDays(today, -random.between(3, 160));
}

/** An ended utredning whose bifall still runs, with its beställning and both verkställigheter. */
function lopande(arbete: Arbete, { manaderSedan }: { manaderSedan: number }): void {
  const { profil, today } = arbete;
  const giltigTom = profil.random.chance(0.45) ? addDays(today, profil.random.between(10, 700)) : undefined;
  const val = valj(arbete, 'bifall', manaderSedan);
  const beslutad = avslutadUtredning(arbete, { ...val, giltigTom });
  bestallOchVerkstall(arbete, beslutad, profil.given);
  lssInsatser(arbete, { start: beslutad.beslutsdatum, insats: val.insats, noter: profil.random.between(0, 1) });
}

/** An ended utredning whose bifall has expired, and what it led to, closed (AVSL-01). */
function tidigare(arbete: Arbete, months: number): void {
  const { profil, today } = arbete;
  const start = borjan(arbete, months);
  // The very young have had no time for an insats that has ended.
  if (start > addMonths(today, -11)) {
    lopande(arbete, { manaderSedan: 9 });
    return;
  }
  const val = { insats: valjInsats(arbete, start, 'bifall'), utfall: 'bifall', start } as const;
  const giltigTom = addDays(today, -profil.random.between(20, 150));
  const beslutad = avslutadUtredning(arbete, { ...val, giltigTom });
  bestallOchVerkstall(arbete, beslutad, {});
  lssInsatser(arbete, { start: beslutad.beslutsdatum, slut: giltigTom, insats: val.insats, noter: profil.random.between(0, 1) });
}
