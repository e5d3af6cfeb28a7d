/**
 * Makes the HTML of a clipboard ready for the editor, whose schema then keeps only paragraphs, bold, italic and lists.
 * What the schema cannot do itself: Word writes its lists as paragraphs with a bullet or number as text, and puts its
 * settings into comments and elements of its own.
 */
export function cleanPasted(html: string): string {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  for (const comment of comments(doc)) comment.remove();
  for (const element of doc.querySelectorAll('style, script, meta, link, title, xml, img, object')) element.remove();
  wordLists(doc);
  // Word ends each cell and empty line with <o:p>&nbsp;</o:p>; the element goes, real words inside it stay.
  for (const element of doc.querySelectorAll('*')) {
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  }
  for (const cell of doc.querySelectorAll('td, th')) cell.append(' ');
  for (const row of doc.querySelectorAll('tr')) {
    const line = doc.createElement('p');
    line.append(...[...row.querySelectorAll('td, th')].flatMap((cell) => [...cell.childNodes].flatMap(unwrapped)));
    row.replaceWith(line);
  }
  return doc.body.innerHTML;
}

const unwrapped = (node: ChildNode): ChildNode[] => (node instanceof HTMLParagraphElement ? [...node.childNodes] : [node]);

function comments(doc: Document): Comment[] {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}

/** Runs of Word's list paragraphs → nested ul/ol. */
function wordLists(doc: Document): void {
  for (const start of doc.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    if (!start.isConnected || levelOf(start) === undefined) continue;
    const run: HTMLElement[] = [];
    for (let next: Element | null = start; next instanceof HTMLElement && levelOf(next) !== undefined; next = next.nextElementSibling)
      run.push(next);
    const place = doc.createComment('');
    start.before(place);
    const lists: { level: number; list: Element; item?: Element }[] = [];
    for (const paragraph of run) addItem(doc, place, lists, paragraph);
    place.remove();
  }
}

function addItem(doc: Document, place: Comment, lists: { level: number; list: Element; item?: Element }[], paragraph: HTMLElement): void {
  const level = levelOf(paragraph) ?? 1;
  const tag = takeMarker(paragraph);
  while (lists.length > 0 && (lists.at(-1)?.level ?? 0) > level) lists.pop();
  let open = lists.at(-1);
  if (open && open.level === level && open.list.localName !== tag) {
    lists.pop();
    open = lists.at(-1);
  }
  if (!open || open.level < level) {
    const list = doc.createElement(tag);
    if (open?.item) open.item.append(list);
    else place.before(list);
    open = { level, list };
    lists.push(open);
  }
  const item = doc.createElement('li');
  const line = doc.createElement('p');
  line.append(...paragraph.childNodes);
  item.append(line);
  open.list.append(item);
  open.item = item;
  paragraph.remove();
}

const levelOf = (element: Element): number | undefined => {
  const level = element.localName === 'p' ? /mso-list:[^;]*level(\d+)/.exec(element.getAttribute('style') ?? '')?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
};

/** Removes the bullet or number that Word wrote as text, and tells which kind it was. */
function takeMarker(paragraph: HTMLElement): 'ul' | 'ol' {
  const marker = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  const ordered = /^\s*[0-9a-zA-Z]{1,4}[.)]/.test(marker?.textContent ?? '');
  marker?.remove();
  return ordered ? 'ol' : 'ul';
}
