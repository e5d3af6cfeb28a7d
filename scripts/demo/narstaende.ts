import { type Ursprung, valjEfternamn, valjTilltalsnamn } from './namn.ts';
import type { Nummer } from './nummer.ts';
import { egenskaper, isChild, levnad, type Narstaende } from './profil.ts';
import type { Random } from './random.ts';

type Om = { nummer: Nummer; ursprung: Ursprung; efternamn: string };

/** Who is near a person: vårdnadshavare of most children (some have none, FORB-08), anhörig and god man of adults. */
export function valjNarstaende(random: Random, om: Om): Narstaende[] {
  if (isChild(om.nummer)) return random.chance(0.06) ? [] : vardnadshavare(random, om);
  return [...(random.chance(0.55) ? [anhorig(random, om)] : []), ...(random.chance(0.3) ? [godMan(random)] : [])];
}

function vardnadshavare(random: Random, om: Om): Narstaende[] {
  const mor = person(random, om, { kvinna: true, year: birthYear(om.nummer) - random.between(22, 40) });
  const far = person(random, om, { kvinna: false, year: birthYear(om.nummer) - random.between(23, 45) });
  const both: Narstaende[] = [
    { ...mor, relation: 'mor', omtal: `mamman ${mor.tilltalsnamn}`, typ: 'vardnadshavare' },
    { ...far, relation: 'far', omtal: `pappan ${far.tilltalsnamn}`, typ: 'vardnadshavare' },
  ];
  return random.chance(0.7) ? both : [random.pick(both)];
}

function anhorig(random: Random, om: Om): Narstaende {
  const kind = random.pick(egenskaper.relationer[levnad(om.nummer) === 'aldre' ? 'aldre' : 'vuxen']);
  const one = person(random, om, { kvinna: kind.kvinna, year: birthYear(om.nummer) - kind.aldre });
  return { ...one, relation: kind.relation, omtal: `${kind.bestamd} ${one.tilltalsnamn}`, typ: 'anhorig' };
}

function godMan(random: Random): Narstaende {
  const kvinna = random.chance(0.5);
  const tilltalsnamn = valjTilltalsnamn(random, 'svenska', kvinna, 1962);
  const efternamn = valjEfternamn(random, 'svenska');
  return {
    namn: `${efternamn}, ${tilltalsnamn}`,
    relation: 'god man',
    omtal: `god man ${tilltalsnamn} ${efternamn}`,
    kvinna,
    typ: 'godMan',
  };
}

const birthYear = (nummer: Nummer): number => Number(nummer.fodelsedatum.slice(0, 4));

function person(random: Random, om: Om, { kvinna, year }: { kvinna: boolean; year: number }) {
  const tilltalsnamn = valjTilltalsnamn(random, om.ursprung, kvinna, year);
  const efternamn = random.chance(0.8) ? om.efternamn : valjEfternamn(random, om.ursprung);
  return { namn: `${efternamn}, ${tilltalsnamn}`, tilltalsnamn, kvinna };
}
