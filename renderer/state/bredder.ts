import { useInstallning } from './installningar.ts';

const inga: Record<string, number> = {};
/** Sizes of named parts, in px. */
export const isStorlekar = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((px) => typeof px === 'number' && px > 0);

/** The widths of a table's columns that the user has dragged, in px, remembered (FORB-17). */
export function useBredder(nyckel: string): { px: Record<string, number>; onBredd: (kolumn: string, px: number | undefined) => void } {
  const [px, setPx] = useInstallning(nyckel, inga, isStorlekar);
  const onBredd = (kolumn: string, bredd: number | undefined) => {
    const { [kolumn]: _, ...others } = px;
    setPx(bredd === undefined ? others : { ...others, [kolumn]: bredd });
  };
  return { px, onBredd };
}
