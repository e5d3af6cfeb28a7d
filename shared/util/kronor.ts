/** Whole kronor, in groups of three: `12 500 kr`, with spaces that no line is broken at. */
export const kronorOrd = (kronor: number): string => `${String(kronor).replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0kr`;
