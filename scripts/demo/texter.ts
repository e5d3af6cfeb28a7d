import type { RichText } from '../../shared/domain/text/text.ts';
import type { Random } from './random.ts';
import { readJson } from './resources.ts';
import { richFrom } from './rich.ts';

/** One alternative of each group is taken, so that a few sentences give many texts. */
export type Textmall = { titel?: string[]; stycken: string[][] };
/** What stands in a text's `{slots}`; a function is asked anew for every slot. */
export type Luckor = Record<string, string | (() => string)>;

type Rubriktexter = Record<string, Textmall>;
type Verkstallighetstexter = { handlaggare: Rubriktexter; utforare: Rubriktexter; felmarkering: { orsak: string; rattelse?: string }[] };

export const journaltexter = readJson<Record<string, Textmall>>('demo/texter-journal.json');
export const dokumenttexter = readJson<Record<string, Textmall>>('demo/texter-dokument.json');
export const verkstallighetstexter = readJson<Verkstallighetstexter>('demo/texter-verkstallighet.json');

/** @throws when the template has a slot that nobody fills: half-filled text must not reach an akt */
export function fill(template: string, luckor: Luckor): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = luckor[name];
    if (value === undefined) throw new Error(`resources/demo: nothing fills {${name}} in "${template}"`);
    return typeof value === 'string' ? value : value();
  });
}

export function skrivText(mall: Textmall, luckor: Luckor, random: Random): { titel?: string; text: RichText } {
  const text = richFrom(mall.stycken.map((grupp) => fill(random.pick(grupp), luckor)).join('\n'));
  return mall.titel ? { titel: fill(random.pick(mall.titel), luckor), text } : { text };
}

/** The texts of a place, or undefined when the demo writes nothing there. */
export const mallFor = (texter: Rubriktexter, nyckel: string, variant?: string): Textmall | undefined =>
  (variant === undefined ? undefined : texter[`${nyckel}:${variant}`]) ?? texter[nyckel];

export const versal = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
