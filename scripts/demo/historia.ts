import { instrumentFor } from '../../shared/domain/bedomning/forslag.ts';
import { type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { skrivBistand } from './bistand.ts';
import { later } from './days.ts';
import { sparaBedomning } from './formular/avslut.ts';
import { borjan, valj, valjInsats } from './insatsval.ts';
import { skrivLass } from './lass.ts';
import { oppenUtredning } from './oppen.ts';
import type { Profil } from './profil.ts';
import { aktualisera, avslutadUtredning, type Beslutad } from './utredning.ts';
import { avslutaArendet, bestallOchVerkstall, skrivILssInsatser } from './verkstallighet.ts';

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
      break;
    }
    case 'lopande':
      lopande(arbete, { manaderSedan: manaderSedan(profil) });
      break;
    case 'avslutad':
      tidigare(arbete, random.between(16, 30));
      break;
    case 'avslag':
      avslutadUtredning(arbete, valj(arbete, 'avslag', random.between(4, 30)));
      break;
    case 'lass':
      skrivLass(arbete);
      break;
    case 'bistand':
      skrivBistand(arbete);
      break;
  }
  obehandlat(arbete);
}

/** Within the last six months; about one in twelve is close to the lagfrist and one in forty past it. */
function inkomDag({ profil, today }: Arbete): IsoDate {
  const { index, random } = profil;
  const sen = Math.floor(index / 5);
  if (sen % 40 === 7) return plusManader(plusDagar(today, -9), -6);
  if (sen % 12 === 5) return plusManader(plusDagar(today, random.between(2, 13)), -6);
  return plusDagar(today, -random.between(3, 160));
}

/** Half of those that nobody carries out yet have waited so long that they are reported to IVO. */
function manaderSedan(profil: Profil): number {
  if (profil.given.obekraftad) return 2;
  return nyss(profil) ? (profil.index % 20 === 19 ? 8 : 2) : profil.random.between(4, 34);
}

/** Of the recent bifall: every fourth is not ordered yet (FORB-31), the others wait for whoever confirms. */
const nyss = ({ index }: Profil): boolean => index % 10 === 9;
const obestalld = ({ index }: Profil): boolean => index % 40 === 9;

/** An ended utredning whose bifall still runs, with its beställning and both verkställigheter. */
function lopande(arbete: Arbete, { manaderSedan }: { manaderSedan: number }): void {
  const { profil, today, katalog } = arbete;
  const { given, random } = profil;
  const giltigTom = random.chance(0.45) ? plusDagar(today, random.between(10, 700)) : undefined;
  const val = valj(arbete, 'bifall', manaderSedan);
  const beslutad = avslutadUtredning(arbete, { ...val, giltigTom, niva: given.niva, delavslag: random.chance(0.06) });
  bedom(arbete, beslutad);
  const obekraftad = given.obekraftad || nyss(profil);
  const utforareId = given.utforare && katalog.idOf('utforare', given.utforare);
  if (!obestalld(profil) || given.obekraftad) bestallOchVerkstall(arbete, beslutad, { obekraftad, utforareId });
  skrivILssInsatser(arbete, { insats: val.insats, noter: random.between(0, 1) });
}

/** A bifall that the catalogue has an instrument for is assessed (BEDOM-01). */
function bedom(arbete: Arbete, { beslutIds, beslutsdatum }: Beslutad): void {
  const { akt, katalog, profil } = arbete;
  for (const id of beslutIds) {
    const data = akt.get('beslut', id);
    if (!data || !instrumentFor(data, katalog.list('insats'))) continue;
    arbete.gor(profil.handlaggare, beslutsdatum, (formular) =>
      sparaBedomning(formular, { id, data }, (nivaer) => profil.random.pick(nivaer)),
    );
  }
}

/** An ended utredning whose bifall has expired, and what it led to, closed (AVSL-01). */
function tidigare(arbete: Arbete, months: number): void {
  const { profil, today } = arbete;
  const start = borjan(arbete, months);
  // The very young have had no time for an insats that has ended.
  if (start > plusManader(today, -11)) {
    lopande(arbete, { manaderSedan: 9 });
    return;
  }
  const val = { insats: valjInsats(arbete, start, 'bifall'), utfall: 'bifall', start } as const;
  const giltigTom = plusDagar(today, -profil.random.between(20, 150));
  const beslutad = avslutadUtredning(arbete, { ...val, giltigTom });
  bestallOchVerkstall(arbete, beslutad);
  skrivILssInsatser(arbete, { slut: giltigTom, insats: val.insats, noter: profil.random.between(0, 1) });
  avslutaArendet(arbete, later(beslutad.giltigTom ?? giltigTom, giltigTom));
}

/** An ansökan that no utredning has been opened for yet; some of them have waited too long (FORB-14). */
function obehandlat(arbete: Arbete): void {
  const { profil, today, katalog } = arbete;
  const dagar =
    profil.given.obehandladDagar ?? (profil.index % 25 === 13 ? (profil.index % 75 === 13 ? 21 : profil.random.between(1, 9)) : undefined);
  if (dagar === undefined || profil.historia === 'bistand') return;
  const datum = plusDagar(today, -dagar);
  aktualisera(arbete, { insatsIds: [katalog.insatsId(valjInsats(arbete, datum, 'bifall').id)], datum });
}
