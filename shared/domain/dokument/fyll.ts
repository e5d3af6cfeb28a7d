/** What fills the gaps of a mall's texts. A value that is undefined or empty is not there. */
export type Luckvarden = { [lucka: string]: string | undefined };

const lucka = /\{([^{}]+)\}/g;

/**
 * Fills the gaps of a mall's text.
 * @returns the text, and the gaps that nothing fills: they stand in it as they were
 */
export function fyll(text: string, varden: Luckvarden): { text: string; saknas: string[] } {
  const saknas: string[] = [];
  const ifylld = text.replace(lucka, (hel, namn: string) => {
    const varde = varden[namn];
    if (varde) return varde;
    saknas.push(namn);
    return hel;
  });
  return { text: ifylld, saknas };
}

/** The names of the gaps of texts, each once. */
export const luckorI = (texter: readonly string[]): string[] => [
  ...new Set(texter.flatMap((text) => [...text.matchAll(lucka)].map(([, namn = '']) => namn))),
];
