/** A cell: a number as it is, everything else as text. */
export type Csvcell = string | number | undefined;

/** What a spreadsheet would take for a formula, also in the wide signs of other keyboards, and behind blanks. */
const formel = /^[\s\u00a0]*[=+\-@＝＋－＠\t\r]/;
const maste = /[";\r\n]|^\s|\s$/;

/** Digits that are no amount: opened as a number they lose their first zeros, are shown as `2,76E+11`, or lose what comes after fifteen of them. */
const siffertext = /^(?:0\d+|\d{12,})$/;

const mellan = String.raw`[\s.,/-]*`;
const manad =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const veckodag = '(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)';
const dag = `(?:${[
  String.raw`\d{1,4}\s*[/.-]\s*\d{1,4}(?:\s*[/.-]\s*\d{1,4})?`,
  `(?:\\d{1,4}${mellan})?${manad}(?:${mellan}\\d{1,4}){1,2}`,
  `\\d{1,4}${mellan}${manad}\\.?`,
].join('|')})`;
const halva = String.raw`\s?(?:[ap]\.?(?:m\.?)?|[fe]\.?m\.?)`;
const klockslag = `(?:\\d{1,4}:\\d{1,2}(?::\\d{1,2}(?:[.,]\\d+)?)?(?:${halva})?|\\d{1,2}${halva})`;
const tal = String.raw`(?:\d{1,3}(?:\s\d{3})+|\d+)?(?:,\d*)?`;
const valuta = '(?:kr\\.?|sek|[€$£]|:-)';
/**
 * What Excel, in Swedish or English, reads as something else when it opens a file, by kinds: days and months (`3/4`, `1-2`, `2026-03`, `5 maj`), also with a
 * time before or behind them; times; fractions; powers (`1e5`); percent, money and thousands; what stands in parentheses, a negative number; decimals
 * that it drops or adds to; truth and errors. A whole day is the same day either way.
 */
const lasesOm = new RegExp(
  `^(?:${[
    `(?:${veckodag}${mellan})?${dag}(?:(?:[\\s,]+|T)${klockslag}z?)?`,
    `${klockslag}(?:[\\s,]+${dag})?`,
    String.raw`(?:\d+\s+)?\d+/\d+`,
    String.raw`\d+(?:[.,]\d+)?e[+-]?\d+`,
    `${tal}\\s?%`,
    `%\\s?${tal}`,
    `${tal}\\s?${valuta}`,
    `${valuta}\\s?${tal}`,
    `\\(\\s?${tal}\\s?\\)`,
    String.raw`\d{1,3}(?:\s\d{3})+(?:,\d*)?`,
    String.raw`\d+,(?:\d*0)?`,
    String.raw`,\d+`,
    String.raw`\d+,\d{8,}`,
    'sant|falskt|true|false',
    String.raw`#[\p{L}\d/]+[!?]?`,
  ].join('|')})$`,
  'iu',
);
const helDag = /^\d{4}-\d{2}-\d{2}$/;
/** No day or month is nought. */
const noll = /^0+[/.-]/;
const langstLasbar = 60;

/** Whether a spreadsheet would show something else than these signs. */
function isOmlast(text: string): boolean {
  const synligt = text.trim();
  return siffertext.test(text) || (synligt.length <= langstLasbar && lasesOm.test(synligt) && !helDag.test(synligt) && !noll.test(synligt));
}
/** The longest text that a formula of Excel may hold. */
const langstIFormel = 255;

/**
 * Text that begins as a formula gets an apostrophe before it: opened, it would be run, and may send what stands beside it. A number of ours is a
 * number.
 *
 * Digits that are a name (a kundnummer), and a text that would become a day (`3/4`), are written `="000276"`: the one form that Excel opens as text without being asked, and the file is Excel's.
 * Quotes do not help there, and an apostrophe would stand in the cell. LibreOffice does the same when its import is told to evaluate formulas; a
 * program that reads the cells as they stand takes off `="` and `"`, or reads the file of Excel, where a text is a text. Short digits that begin with
 * no zero (`2`, `2026`) are the same either way, and are left as they are.
 */
function cell(value: Csvcell): string {
  if (value === undefined) return '';
  // Excel in Swedish has a comma before the decimals.
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (isOmlast(value) && value.length <= langstIFormel) return `"=""${value}"""`;
  const safe = formel.test(value) ? `'${value}` : value;
  return maste.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file that Excel in Swedish opens right once it is UTF-8, which its first sign says: semicolons between cells, CRLF after rows. */
export const csvText = (rader: readonly (readonly Csvcell[])[]): string =>
  `\ufeff${rader.map((rad) => `${rad.map(cell).join(';')}\r\n`).join('')}`;
