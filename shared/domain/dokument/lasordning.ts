import { type Block, listLabels } from '../text/text.ts';
import type { Del, Dokumentinnehall } from './modell.ts';

/** Every string of a document in the order a reader meets them: what its paper is to hold, no more and no less. */
export const lasordning = (dokument: Dokumentinnehall): string[] => [
  ...dokument.avsandare,
  ...dokument.uppgifter.flatMap(({ etikett, varde }) => [etikett, varde]),
  ...dokument.mottagare,
  dokument.titel,
  ...dokument.delar.flatMap(delensText),
];

function delensText(del: Del): string[] {
  switch (del.slag) {
    case 'rubrik':
    case 'stycke':
      return [del.text];
    case 'text':
      return del.text.content.flatMap(blockText);
    case 'uppgifter':
      return del.rader.flatMap(({ etikett, varde }) => [etikett, varde]);
    case 'tabell':
      return [...del.kolumner.map(({ rubrik }) => rubrik), ...del.rader.flat()];
    case 'underskrift':
      return del.rader;
  }
}

function blockText(block: Block): string[] {
  if (block.type === 'paragraph') return (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n'));
  const labels = listLabels(block);
  return block.content.flatMap((item, n) => [labels[n] ?? '', ...item.content.flatMap(blockText)]);
}
