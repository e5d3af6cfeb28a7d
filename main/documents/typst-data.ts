import type { Del, Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import { type Block, type Inline, listLabels } from '../../shared/domain/text/text.ts';
import type { Line } from './printable.ts';

/** A part of a paragraph: its line, with how it is written where that is not plain; null where the line breaks. */
type Run = { l: Line; b?: true; i?: true } | null;
type TypstBlock = { p: Run[] } | { lista: { etikett: string; block: TypstBlock[] }[]; form: 'punkter' | 'nummer' | 'utan-indrag' };

/** Lists this deep in others, and numbers this long, would leave no room on the line: their items are not indented. */
const deepest = 7;
const longestLabel = 5;

/** More would be higher than the margin it stands in. It stands whole on the first page. */
const longestRepeated = 150;
const short = (text: string): string => {
  const letters = [...text];
  return letters.length <= longestRepeated ? text : `${letters.slice(0, longestRepeated).join('').trimEnd()}…`;
};

/** What the malls get of a document, as JSON: values alone, no markup, so that nothing typed can become any. */
export function typstData(dokument: Dokumentinnehall, line: (text: string) => Line): string {
  const lines = (texts: readonly string[]) => texts.map(line);
  const pairs = (rows: Dokumentinnehall['uppgifter']) => rows.map(({ etikett, varde }) => [line(etikett), line(varde)]);
  const part = (del: Del) => {
    switch (del.slag) {
      case 'rubrik':
      case 'stycke':
        return { ...del, text: line(del.text) };
      case 'text':
        return { slag: 'text', block: del.text.content.map((block) => typstBlock(block, line, 0)) };
      case 'uppgifter':
        return { slag: 'uppgifter', rader: pairs(del.rader) };
      case 'tabell':
        return {
          slag: 'tabell',
          bredder: del.kolumner.map(({ bredd }) => bredd),
          rubriker: lines(del.kolumner.map(({ rubrik }) => rubrik)),
          rader: del.rader.map((row) => row.map((cell) => lines(cell.split('\n')))),
        };
      case 'underskrift':
        return { slag: 'underskrift', rader: lines(del.rader) };
    }
  };
  return JSON.stringify({
    // Of the file, where letters need no font.
    titel: dokument.titel.toWellFormed().normalize('NFC'),
    rubrik: line(dokument.titel),
    datum: dokument.datum.split('-').map(Number),
    avsandare: lines(dokument.avsandare),
    ...(dokument.logotyp ? { logotyp: dokument.logotyp.alt } : {}),
    uppgifter: pairs(dokument.uppgifter),
    mottagare: lines(dokument.mottagare),
    fot: lines(dokument.fot),
    lopande: line(short(dokument.lopande)),
    delar: dokument.delar.map(part),
  });
}

function typstBlock(block: Block, line: (text: string) => Line, depth: number): TypstBlock {
  if (block.type === 'paragraph') return { p: (block.content ?? []).map((node) => run(node, line)) };
  const labels = listLabels(block);
  const hasRoom = depth < deepest && labels.every((label) => label.length <= longestLabel);
  return {
    form: !hasRoom ? 'utan-indrag' : block.type === 'orderedList' ? 'nummer' : 'punkter',
    lista: block.content.map((item, n) => ({
      etikett: labels[n] ?? '',
      block: item.content.map((child) => typstBlock(child, line, depth + 1)),
    })),
  };
}

function run(node: Inline, line: (text: string) => Line): Run {
  if (node.type === 'hardBreak') return null;
  const marks = new Set(node.marks?.map(({ type }) => type));
  return { l: line(node.text), ...(marks.has('bold') ? { b: true as const } : {}), ...(marks.has('italic') ? { i: true as const } : {}) };
}
