import { wordLists } from './paste-lists.ts';
import { styleSheets } from './paste-styles.ts';
import { symbols } from './paste-symbols.ts';
import { hideColumns, tables } from './paste-tables.ts';

/** What a pasted text was not allowed to bring along, in the words of the user. */
export type Utelamnat = 'bilder' | 'överstruken text' | 'borttagen text' | 'dold text' | 'kommentarer' | 'symboler';

/**
 * Makes the HTML of a clipboard ready for the editor, whose schema then keeps only paragraphs, bold, italic and lists: what it
 * says must mean the same afterwards. What was struck, deleted, hidden or a comment is no part of it; what cannot be shown
 * is told.
 */
export function cleanPasted(html: string): { html: string; utelamnat: Utelamnat[] } {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  for (const comment of comments(doc)) comment.remove();
  styleSheets(doc);
  hideColumns(doc);
  for (const element of doc.querySelectorAll('script, meta, link, title, xml')) element.remove();
  const utelamnat = new Set<Utelamnat>();
  for (const [what, selector] of notText) {
    for (const element of doc.querySelectorAll(selector)) {
      if (!saysNothing(element)) utelamnat.add(what);
      element.remove();
    }
  }
  for (const element of doc.querySelectorAll<HTMLElement>('[style]')) {
    const what = hiddenByStyle(element.getAttribute('style') ?? '');
    if (!what) continue;
    if (!saysNothing(element)) utelamnat.add(what);
    // A struck cell is an empty one: those beside it keep their places.
    if (what === 'överstruken text' && element.matches('td, th')) element.replaceChildren();
    else element.remove();
  }
  wordLists(doc);
  if (symbols(doc)) utelamnat.add('symboler');
  // Word ends each cell and empty line with <o:p>&nbsp;</o:p>; the element goes, real words inside it stay.
  for (const element of doc.querySelectorAll('*')) {
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  }
  headings(doc);
  tables(doc);
  return { html: doc.body.innerHTML.normalize('NFC'), utelamnat: [...utelamnat] };
}

/** Elements whose words, if any, are no part of the text. */
const notText: [Utelamnat, string][] = [
  ['bilder', 'img, picture, svg, object, embed, video, canvas'],
  ['borttagen text', 'del, .msoDel'],
  ['överstruken text', 's, strike'],
  [
    'kommentarer',
    '[style*="mso-element:comment"], [style*="mso-element: comment"], .msocomtxt, .msocomoff, .msocomanchor, .MsoCommentReference',
  ],
  ['dold text', '[hidden], template, noscript'],
];

/** An anchor or an empty line that goes with it is nothing to tell of. A picture without words is. */
const saysNothing = (element: Element): boolean =>
  !element.matches(notText[0]?.[1] ?? '') && !/[\p{L}\p{N}]/u.test(element.textContent.replace(/\[\w+\]/g, ''));

function hiddenByStyle(style: string): Utelamnat | undefined {
  if (
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?%?\s*(?:;|$)|mso-hide\s*:\s*all)/i.test(
      style,
    )
  )
    return 'dold text';
  return /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style) ? 'överstruken text' : undefined;
}

/** A heading is a line of its own that is told from the rest. */
function headings(doc: Document): void {
  for (const heading of doc.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const line = doc.createElement('p');
    const strong = doc.createElement('strong');
    strong.append(...heading.childNodes);
    line.append(strong);
    heading.replaceWith(line);
  }
}

function comments(doc: Document): Comment[] {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}
