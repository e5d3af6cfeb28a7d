import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Insats } from './insatser.ts';
import { egenskaper, isChild, type Profil, speaksAlone } from './profil.ts';
import { type Luckor, versal } from './texter.ts';

const ganger = ['varje dag', 'morgon och kväll', 'två gånger i veckan', 'flera gånger per dygn', 'tre till fyra gånger i veckan'];

/** The words that stand in for the person in every text. */
export function personLuckor(profil: Profil): Luckor {
  const { namn, nummer, random } = profil;
  const [hon, henne, hennes] = nummer.kvinna ? ['hon', 'henne', 'hennes'] : ['han', 'honom', 'hans'];
  const anhorig = profil.narstaende[0];
  const omtal = anhorig?.omtal ?? (isChild(nummer) ? 'familjehemsföräldern Marie' : 'vännen Karin');
  const part = speaksAlone(nummer) ? namn.tilltalsnamn : omtal;
  return {
    Namn: namn.tilltalsnamn,
    hon,
    Hon: versal(hon),
    henne,
    hennes,
    Hennes: versal(hennes),
    anhorig: omtal,
    Anhorig: versal(omtal),
    Hon_A: anhorig && !anhorig.kvinna ? 'Han' : 'Hon',
    relation: anhorig?.relation ?? (isChild(nummer) ? 'familjehemsförälder' : 'vän'),
    part,
    Part: versal(part),
    diagnos: profil.diagnos.text,
    krets: profil.diagnos.krets,
    boende: profil.boende,
    syssla: profil.syssla,
    lakare: random.pick(egenskaper.lakare),
    vardgivare: random.pick(egenskaper.vardgivare[isChild(nummer) ? 'barn' : 'vuxen']),
    ganger: () => random.pick(ganger),
    min: () => String(random.between(2, 12) * 5),
  };
}

export type Arende = { insats: Insats; inkom: IsoDate; fran?: IsoDate; tom?: IsoDate | undefined };

/** The words that stand in for an insats and its dates. */
export function arendeLuckor(profil: Profil, { insats, inkom, fran, tom }: Arende): Luckor {
  const { random } = profil;
  return {
    insats: insats.obestamd,
    insatsen: insats.bestamd,
    Insatsen: versal(insats.bestamd),
    lagrum: insats.lagrum,
    omfattning: random.pick(insats.omfattning),
    behov: random.pick(insats.behov),
    mal: random.pick(insats.mal),
    inkom,
    d1: plusDagar(inkom, -random.between(10, 80)),
    fran: fran ?? plusDagar(inkom, 90),
    tomtext: tom ? ` till och med ${tom}` : '',
  };
}
