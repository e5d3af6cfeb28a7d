import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { msOf } from './days.ts';
import { type Fordelning, fordelning } from './fordelning.ts';
import type { Katalog } from './katalog.ts';
import { type Personnamn, valjNamn, valjTilltalsnamn, valjUrsprung } from './namn.ts';
import { namngivna } from './namngivna.ts';
import { valjNarstaende } from './narstaende.ts';
import { interimnummer, Nummerforrad } from './nummer.ts';
import { egenskaper, isChild, levnad, type Profil, skede } from './profil.ts';
import { Random } from './random.ts';
import type { Utkast } from './utkast.ts';

type Val = { persons: number; seed: number; today: IsoDate; katalog: Katalog; forrad: Nummerforrad };

/** The numbers of a municipality, in the order its persons take them. */
export function forradFor({ seed, today }: Pick<Val, 'seed' | 'today'>): Nummerforrad {
  const forrad = new Nummerforrad(today, new Random(`${seed}/nummer`));
  forrad.nearest(keptBirthDate, true);
  return forrad;
}

/** A birth date whose nearest number no demo person has, for akter made beside the municipality ({@link ./stor-akt.ts}). */
export const keptBirthDate = '1984-06-15';

/** One person in 97 has a name and a number that are easily taken for the person's before. */
const lookAlikeEvery = 97;

/** One person in so many has no number of the register's yet. */
const interimEvery = 200;

/** The persons of the municipality, one at a time: the named ones of the design pictures first. */
export function* planeraPersoner({ persons, seed, today, katalog, forrad }: Val): Generator<Profil> {
  const fordela = fordelning(persons, katalog);
  const named = namngivna(forrad, katalog, today);
  let previous: Profil | undefined;
  for (let index = 0; index < persons; index++) {
    const random = new Random(`${seed}/${index}`);
    const fixed = named[index];
    const tvilling = !fixed && previous && index % lookAlikeEvery === 50 ? previous : undefined;
    const nara = tvilling && forrad.nearest(tvilling.nummer.fodelsedatum, tvilling.nummer.kvinna);
    const eget = nara ?? fixed?.nummer ?? forrad.next();
    const nummer = !fixed && !nara && index % interimEvery === 34 ? interimnummer(eget) : eget;
    const utkast = fixed ?? {
      nummer,
      ...(tvilling && nara ? { namn: liktNamn(random, tvilling), ursprung: tvilling.ursprung } : {}),
      historia: fordela.historia(index, nummer, random),
    };
    previous = profil(utkast, { index, random, today, fordela });
    yield previous;
  }
}

type Omgivning = { index: number; random: Random; today: IsoDate; fordela: Fordelning };

/** Of whom another unit takes up; nobody at Bistånd has the right to those with skyddad folkbokföring. */
function enheterna(historia: Profil['historia'], skydd: Profil['skydd'], random: Random): string[] {
  const tva = historia !== 'bistand' && random.chance(0.03) && skydd !== 'skyddadFolkbokforing';
  return historia === 'bistand' ? ['bistand'] : tva ? ['lss', 'bistand'] : ['lss'];
}

function profil(utkast: Utkast, { index, random, today, fordela }: Omgivning): Profil {
  const { nummer, historia } = utkast;
  const ursprung = utkast.ursprung ?? valjUrsprung(random);
  const namn = utkast.namn ?? valjNamn(random, ursprung, nummer.kvinna, Number(nummer.fodelsedatum.slice(0, 4)));
  const skydd = utkast.skydd ?? valjSkydd(historia, random);
  const registrerad = plusDagar(today, -(utkast.given?.kirVantar ? 3 : random.between(400, 3000)));
  return {
    index,
    id: random.uuid(msOf(registrerad)),
    registrerad,
    nummer,
    namn,
    ursprung,
    skydd,
    enheter: enheterna(historia, skydd, random),
    historia,
    handlaggare: utkast.handlaggare ?? fordela.handlaggare(historia, skydd),
    narstaende: utkast.narstaende ?? valjNarstaende(random, { nummer, ursprung, efternamn: namn.efternamn }),
    diagnos: utkast.diagnos ?? random.pick(isChild(nummer) ? egenskaper.diagnoserBarn : egenskaper.diagnoser),
    boende: utkast.boende ?? random.pick(egenskaper.boende[levnad(nummer)]),
    syssla: random.pick(egenskaper.sysselsattning[skede(nummer)]),
    given: utkast.given ?? {},
    random,
  };
}

/** A kund with skyddad folkbokföring is begun by one who has the right to her: nobody at Bistånd has. */
function valjSkydd(historia: Profil['historia'], random: Random): Profil['skydd'] {
  const { skydd } = random.weighted(skyddsgrader, (grad) => grad.vikt);
  return historia === 'bistand' && skydd === 'skyddadFolkbokforing' ? 'sekretessmarkering' : skydd;
}

const skyddsgrader = [
  { skydd: 'ingen', vikt: 97.8 },
  { skydd: 'sekretessmarkering', vikt: 1.5 },
  { skydd: 'skyddadFolkbokforing', vikt: 0.7 },
] as const;

/** The same surname and the same given name, but for another second name. */
function liktNamn(random: Random, { namn, nummer, ursprung }: Profil): Personnamn {
  const andra = valjTilltalsnamn(random, ursprung, nummer.kvinna, Number(nummer.fodelsedatum.slice(0, 4)));
  const efternamn = namn.efternamn.replace('qvist', 'kvist').replace(/^Karls/, 'Carls');
  return { efternamn, fornamn: andra === namn.tilltalsnamn ? andra : `${namn.tilltalsnamn} ${andra}`, tilltalsnamn: namn.tilltalsnamn };
}
