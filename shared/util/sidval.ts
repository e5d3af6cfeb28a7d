/** The pages that a choice such as "1-3, 5, 8-" names, counted from 0, or null where it names one that is not there. */
export function chosenPages(choice: string | undefined, count: number): number[] | null {
  if (choice === undefined || choice.trim() === '') return Array.from({ length: count }, (_, index) => index);
  const chosen: number[] = [];
  for (const piece of choice.split(',')) {
    const found = /^\s*(\d+)\s*(?:[-–]\s*(\d*))?\s*$/.exec(piece);
    if (!found) return null;
    const from = Number(found[1]);
    const to = found[2] === undefined ? from : found[2] === '' ? count : Number(found[2]);
    if (from < 1 || to < 1 || to > count || from > count) return null;
    const step = from <= to ? 1 : -1;
    for (let page = from; page !== to + step; page += step) chosen.push(page - 1);
  }
  return chosen;
}
