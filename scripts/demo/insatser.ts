import { readJson } from './resources.ts';

export type Beslutsval = { kod: string; namn: string; insatskategori: string; nivaer?: number[] };

type Katalogpost = {
  id: string;
  namn: string;
  beslut: { bifall?: Beslutsval; avslag?: Beslutsval };
  bestallning: { utforare: string; insatser: string[] }[];
};
type Beskrivning = {
  /** As it stands in a sentence: `ledsagarservice`. */
  obestamd: string;
  bestamd: string;
  lagrum: string;
  /** Ages, both included, at which someone applies for it. */
  fran: number;
  till: number;
  /** How common it is, beside the others. */
  vikt: number;
  omfattning: string[];
  behov: string[];
  mal: string[];
};

/** An insats with its decisions (decision catalogue) and the words the demo's texts use of it. */
export type Insats = Katalogpost & Beskrivning;

const katalog = readJson<{ insatser: Katalogpost[] }>('catalogue/decision-catalogue.json').insatser;
const beskrivningar = readJson<Record<string, Beskrivning>>('demo/insatser.json');

/** The insatser that are applied for; LASS is decided by Försäkringskassan and stands alone. */
export const insatser: Insats[] = katalog.flatMap((post) => {
  const beskrivning = beskrivningar[post.id];
  return beskrivning ? [{ ...post, ...beskrivning }] : [];
});

export function insatsOf(id: string): Insats {
  const found = insatser.find((insats) => insats.id === id);
  if (!found) throw new Error(`resources: no insats ${id}`);
  return found;
}
