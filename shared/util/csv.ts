/** A cell: a number as it is, everything else as text. */
export type Csvcell = string | number | undefined;

/** What a spreadsheet would take for a formula, also in the wide signs of other keyboards, and behind blanks. */
const formel = /^[\s\u00a0]*[=+\-@＝＋－＠\t\r]/;
const maste = /[";\r\n]|^\s|\s$/;

/**
 * Text that begins as a formula gets an apostrophe before it: opened, it would be run, and may send what stands beside it. A number of ours is a
 * number.
 */
function cell(value: Csvcell): string {
  if (value === undefined) return '';
  // Excel in Swedish has a comma before the decimals.
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = formel.test(value) ? `'${value}` : value;
  return maste.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file that Excel in Swedish opens right once it is UTF-8, which its first sign says: semicolons between cells, CRLF after rows. */
export const csvText = (rader: readonly (readonly Csvcell[])[]): string =>
  `\ufeff${rader.map((rad) => `${rad.map(cell).join(';')}\r\n`).join('')}`;
