/** The signs that an SMS has in seven bits (3GPP TS 23.038), and those that take two places of it. */
const one = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const two = new Set('\f^{}\\[~]|€');
/** Places of a message that is sent as one. */
export const placesOfOne = 160;

/**
 * How many places of an SMS a text takes.
 * @returns the signs that it cannot have; one of them alone would turn it into a message of 70
 */
export function placesOf(text: string): { places: number } | { foreign: string[] } {
  const foreign = [...new Set(text)].filter((sign) => !one.has(sign) && !two.has(sign));
  if (foreign.length > 0) return { foreign };
  return { places: [...text].reduce((sum, sign) => sum + (two.has(sign) ? 2 : 1), 0) };
}
