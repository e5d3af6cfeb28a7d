import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from 'pdf-lib';
import { fontName, fontResources, type Lettering } from './lettering.ts';
import { arrayIn, dictIn, inherited, isNull, isString, name, nameAt, textOf, wordOf } from './objects.ts';

const multiline = 1 << 12;
const password = 1 << 13;
const comb = 1 << 24;
const radio = 1 << 15;
const pushButton = 1 << 16;

/** Whether a widget of a text, choice or button field is drawn by the reader alone: another reader would leave it empty. */
export function lacksAppearance(widget: PDFDict, type: string | undefined, always: boolean): boolean {
  const drawn = dictIn(widget, 'AP');
  const normal = drawn?.lookup(name('N'));
  if (type === 'Tx' || type === 'Ch') return isNull(normal) || (always && saidBy(widget) !== '');
  return type === 'Btn' && isNull(normal);
}

/** Draws the value of a field, in our own font. @returns whether something was drawn */
export function giveAppearance(context: PDFContext, widget: PDFDict, type: string | undefined, lettering: Lettering): boolean {
  const rect = (arrayIn(widget, 'Rect')?.asArray() ?? []).map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN));
  const [x0, y0, x1, y1] = rect;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || rect.some(Number.isNaN)) return false;
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  const appearance = PDFDict.withContext(context);
  if (type === 'Btn') {
    const flags = flagsOf(widget);
    if (flags & pushButton) return false;
    const state = nameAt(widget, 'AS') ?? stateOf(widget);
    if (!state || state === 'Off') return false;
    const states = PDFDict.withContext(context);
    states.set(name(state), form(context, width, height, flags & radio ? dot(width, height) : cross(width, height)));
    states.set(name('Off'), form(context, width, height, ''));
    appearance.set(name('N'), states);
    widget.set(name('AS'), name(state));
  } else {
    const value = saidBy(widget);
    if (value === '' || flagsOf(widget) & password) return false;
    appearance.set(name('N'), form(context, width, height, letters(widget, value, width, height, lettering), lettering.ref));
  }
  widget.set(name('AP'), appearance);
  return true;
}

const flagsOf = (widget: PDFDict): number => {
  const value = inherited(widget, 'Ff');
  return value instanceof PDFNumber ? value.asNumber() : 0;
};
const stateOf = (widget: PDFDict): string | undefined => {
  const value = inherited(widget, 'V');
  return value instanceof PDFName ? wordOf(value) : undefined;
};

/** What a text or choice field says. */
function saidBy(widget: PDFDict): string {
  const value = inherited(widget, 'V');
  if (isString(value)) return shown(widget, textOf(value));
  if (value instanceof PDFArray)
    return value
      .asArray()
      .flatMap((one) => (isString(one) ? [shown(widget, textOf(one))] : []))
      .join('\n');
  return '';
}
/** A choice is shown by its words, not by the value that is sent. */
function shown(widget: PDFDict, value: string): string {
  const options = inherited(widget, 'Opt');
  if (!(options instanceof PDFArray)) return value;
  for (const option of options.asArray()) {
    const pair = widget.context.lookup(option);
    if (!(pair instanceof PDFArray)) continue;
    const [sent, words] = [pair.lookup(0), pair.lookup(1)];
    if (isString(sent) && isString(words) && textOf(sent) === value) return textOf(words);
  }
  return value;
}

function letters(widget: PDFDict, value: string, width: number, height: number, lettering: Lettering): string {
  const inset = 2;
  const long = Boolean(flagsOf(widget) & multiline) || value.includes('\n');
  const asked = Number(/([\d.]+)\s+Tf/.exec(String(inherited(widget, 'DA') ?? ''))?.[1] ?? 0);
  const room = Math.max(1, width - 2 * inset);
  const fits = (size: number) => {
    const lines = long ? wrapped(value, room, size, lettering) : [value];
    return lines.length * size * 1.2 <= Math.max(height, size * 1.2) && lines.every((line) => lettering.width(line, size) <= room);
  };
  let size = asked > 0 ? asked : Math.min(12, long ? 12 : height * 0.7);
  // What does not fit is written smaller: a value that is cut off reads as another.
  while (size > 1 && !fits(size)) size *= 0.9;
  const spread = flagsOf(widget) & comb ? inherited(widget, 'MaxLen') : undefined;
  const cells = spread instanceof PDFNumber ? spread.asNumber() : 0;
  const baseline = long ? height - inset - size : (height - size) / 2 + size * 0.22;
  const begin = `/Tx BMC q 1 1 ${round(Math.max(1, width - 2))} ${round(Math.max(1, height - 2))} re W n BT 0 g /${fontName} ${round(size)} Tf`;
  if (cells > 0 && value.length <= cells) {
    const cell = width / cells;
    const each = [...value].map(
      (one, index) =>
        `1 0 0 1 ${round(cell * index + (cell - lettering.width(one, size)) / 2)} ${round(baseline)} Tm ${lettering.encode(one)} Tj`,
    );
    return `${begin} ${each.join(' ')} ET Q EMC`;
  }
  const lines = long ? wrapped(value, room, size, lettering) : [value];
  const each = lines.map((line, index) => `1 0 0 1 ${inset} ${round(baseline - index * size * 1.2)} Tm ${lettering.encode(line)} Tj`);
  return `${begin} ${each.join(' ')} ET Q EMC`;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A text in lines no wider than the room, where its words allow it. */
export function wrapped(value: string, room: number, size: number, lettering: Pick<Lettering, 'width'>): string[] {
  return value.split(/\r\n|\r|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && lettering.width(longer, size) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

const cross = (width: number, height: number) => {
  const edge = Math.min(width, height) * 0.2;
  return `q 1 w 0 G ${round(edge)} ${round(edge)} m ${round(width - edge)} ${round(height - edge)} l ${round(edge)} ${round(height - edge)} m ${round(width - edge)} ${round(edge)} l S Q`;
};
const dot = (width: number, height: number) => {
  const half = Math.min(width, height) * 0.25;
  return `q 0 g ${round(width / 2 - half)} ${round(height / 2 - half)} ${round(half * 2)} ${round(half * 2)} re f Q`;
};

function form(context: PDFContext, width: number, height: number, content: string, font?: PDFRef): PDFRef {
  const dict: PDFDict = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, round(width), round(height)] });
  if (font) dict.set(name('Resources'), fontResources(context, font));
  return context.register(PDFRawStream.of(dict, Buffer.from(content, 'latin1')));
}
