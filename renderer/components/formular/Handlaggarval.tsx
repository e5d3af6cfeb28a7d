import { Valfalt, type Valfaltprops } from './Valfalt.tsx';

export type Handlaggare = { id: string; namn: string; titel: string };
export type Handlaggarvalprops = Omit<Valfaltprops, 'val'> & {
  handlaggare: readonly Handlaggare[];
  /** The signed-in user stands first, since most cases are one's own. */
  egenId?: string | undefined;
};

/** A handläggare, freely among all (ROLL-10). */
export function Handlaggarval({ handlaggare, egenId, ...rad }: Handlaggarvalprops) {
  const egen = handlaggare.filter(({ id }) => id === egenId);
  const val = [...egen, ...handlaggare.filter((one) => !egen.includes(one))];
  return <Valfalt {...rad} val={val.map(({ id, namn, titel }) => ({ varde: id, namn: `${namn}, ${titel}` }))} />;
}
