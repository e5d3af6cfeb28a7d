import type { Random } from './random.ts';
import { readJson } from './resources.ts';

type Generation = 'aldre' | 'medel' | 'unga' | 'barn';
type Fornamn = string[] | Record<Generation, string[]>;
type Grupp = { andel: number; efternamn: string[]; kvinnor: Fornamn; man: Fornamn };
type Namnlista = {
  svenska: Grupp & { adel: string[] };
  arabiska: Grupp;
  somaliska: Grupp;
  persiska: Grupp;
  europeiska: Grupp;
  gator: string[];
  orter: [string, string][];
};

const { gator, orter, ...grupper } = readJson<Namnlista>('demo/namn.json');
export type Ursprung = keyof typeof grupper;
const ursprung = Object.keys(grupper).filter((key) => key in grupper && key !== '$comment') as Ursprung[];

export type Personnamn = { efternamn: string; fornamn: string; tilltalsnamn: string };

export const valjUrsprung = (random: Random): Ursprung => random.weighted(ursprung, (one) => grupper[one].andel);

/** The year of birth decides which given names were common. */
const generationOf = (birthYear: number): Generation =>
  birthYear < 1950 ? 'aldre' : birthYear < 1980 ? 'medel' : birthYear < 2008 ? 'unga' : 'barn';

export function valjEfternamn(random: Random, from: Ursprung): string {
  const one = random.pick(grupper[from].efternamn);
  if (from !== 'svenska') return one;
  if (random.chance(0.012)) return random.pick(grupper.svenska.adel);
  const other = random.pick(grupper.svenska.efternamn);
  return random.chance(0.08) && other !== one ? `${one}-${other}` : one;
}

export function valjTilltalsnamn(random: Random, from: Ursprung, kvinna: boolean, birthYear: number): string {
  const names = kvinna ? grupper[from].kvinnor : grupper[from].man;
  return random.pick(Array.isArray(names) ? names : names[generationOf(birthYear)]);
}

/** A whole name; about every third person has two given names, and goes by one of them. */
export function valjNamn(random: Random, from: Ursprung, kvinna: boolean, birthYear: number): Personnamn {
  const tilltalsnamn = valjTilltalsnamn(random, from, kvinna, birthYear);
  const andra = valjTilltalsnamn(random, from, kvinna, birthYear);
  const tva = random.chance(0.35) && andra !== tilltalsnamn;
  const fornamn = tva ? (random.chance(0.8) ? `${tilltalsnamn} ${andra}` : `${andra} ${tilltalsnamn}`) : tilltalsnamn;
  return { efternamn: valjEfternamn(random, from), fornamn, tilltalsnamn };
}

/** A postal address that does not exist: no Swedish postnummer begins with 99. */
export function valjAdress(random: Random): { gata: string; postnummer: string; ort: string } {
  const [postnummer, ort] = random.pick(orter);
  return {
    gata: `${random.pick(gator)} ${random.between(1, 88)}${random.chance(0.2) ? random.pick(['A', 'B', 'C']) : ''}`,
    postnummer,
    ort,
  };
}

/** A number of the series that PTS keeps free for films and examples: 070-174 06 05 to 99. */
export const valjTelefon = (random: Random): string => `070-174 06 ${String(random.between(5, 99)).padStart(2, '0')}`;

/** An address below `example.com`, which RFC 2606 keeps for examples. */
export const epostFor = (fornamn: string, efternamn: string): string => `${asciiOf(fornamn)}.${asciiOf(efternamn)}@example.com`;

/** Letters without NFD parts of their own. */
const letters: Record<string, string> = { ł: 'l', ı: 'i', ø: 'o' };
const asciiOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[łıø]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
