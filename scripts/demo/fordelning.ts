import type { Actor } from '../../shared/domain/command.ts';
import type { Katalog } from './katalog.ts';
import type { Nummer } from './nummer.ts';
import type { Historia, Profil } from './profil.ts';
import type { Random } from './random.ts';

const avslutade = [
  { historia: 'lopande', vikt: 54 },
  { historia: 'avslutad', vikt: 20 },
  { historia: 'avslag', vikt: 15 },
  { historia: 'lass', vikt: 11 },
] as const satisfies { historia: Historia; vikt: number }[];

export type Fordelning = {
  historia: (index: number, nummer: Nummer, random: Random) => Historia;
  handlaggare: (historia: Historia, skydd: Profil['skydd']) => Actor;
};

/**
 * Who has what and whose it is. About ten open utredningar a handläggare in a municipality of 500 kunder, and never more
 * than about thirty-five, however large it is: nobody could work with more. The handläggare of the design pictures has
 * the named kunder and no others open.
 */
export function fordelning(persons: number, katalog: Katalog): Fordelning {
  const openEvery = Math.max(5, Math.ceil(persons / 330));
  const others = katalog.lssHandlaggare.filter((one) => one.namn !== 'Sara Nyström');
  const cleared = others.filter((one) => one.skyddadBehorighet);
  let open = 0;
  let rest = 0;
  return {
    historia: (index, { alder }, random) => {
      if (index % openEvery === 0) return 'oppen';
      if (random.chance(alder >= 65 ? 0.6 : alder >= 30 ? 0.03 : 0)) return 'bistand';
      return random.weighted(avslutade, ({ vikt }) => vikt).historia;
    },
    handlaggare: (historia, skydd) => {
      if (historia === 'bistand') return katalog.bistandshandlaggare;
      const list = skydd === 'skyddadFolkbokforing' ? cleared : historia === 'oppen' ? others : katalog.lssHandlaggare;
      const one = list[(historia === 'oppen' ? open++ : rest++) % list.length];
      if (!one) throw new Error('resources/catalogue/anvandare.json: no handläggare for this akt');
      return one;
    },
  };
}
