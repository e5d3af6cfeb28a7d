/** A numbered item's number; null for a bullet. */
type Marker = number | null;
type OpenList = { level: number; list: Element; ordered: boolean; next: number; item?: Element };

/**
 * Word writes its lists as paragraphs with a bullet or number as text: runs of them become nested ul/ol with the numbers that
 * stood there. Numbers that are no plain ones (`§ 1`, `a)`, `2.1`) are words that others refer to, and stay as they are written.
 */
export function wordLists(doc: Document): void {
  for (const start of doc.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    if (!start.isConnected || levelOf(start) === undefined) continue;
    const place = doc.createComment('');
    start.before(place);
    let open: OpenList[] = [];
    let next: Element | null = start;
    while (next instanceof HTMLElement && levelOf(next) !== undefined) {
      const paragraph: HTMLElement = next;
      next = paragraph.nextElementSibling;
      const marker = takeMarker(paragraph);
      if (marker !== undefined) addItem(doc, place, open, paragraph, marker);
      else {
        open = [];
        place.before(paragraph);
        paragraph.removeAttribute('style');
      }
    }
    place.remove();
  }
  // An item's own number, where the list does not say it.
  for (const first of doc.querySelectorAll('ol > li:first-child[value]'))
    first.parentElement?.setAttribute('start', first.getAttribute('value') ?? '');
}

function addItem(doc: Document, place: Comment, lists: OpenList[], paragraph: HTMLElement, marker: Marker): void {
  const level = levelOf(paragraph) ?? 1;
  while (lists.length > 0 && (lists.at(-1)?.level ?? 0) > level) lists.pop();
  let open = lists.at(-1);
  if (open?.level === level && !goesOn(open, marker)) {
    lists.pop();
    open = lists.at(-1);
  }
  if (!open || open.level < level) {
    const list = doc.createElement(marker === null ? 'ul' : 'ol');
    if (marker !== null && marker !== 1) list.setAttribute('start', String(marker));
    if (open?.item) open.item.append(list);
    else place.before(list);
    open = { level, list, ordered: marker !== null, next: marker ?? 1 };
    lists.push(open);
  }
  const item = doc.createElement('li');
  const line = doc.createElement('p');
  line.append(...paragraph.childNodes);
  item.append(line);
  open.list.append(item);
  open.item = item;
  open.next += 1;
  paragraph.remove();
}

const goesOn = (open: OpenList, marker: Marker): boolean => (marker === null ? !open.ordered : open.ordered && open.next === marker);

const levelOf = (element: Element): number | undefined => {
  const level = element.localName === 'p' ? /mso-list:[^;]*level(\d+)/.exec(element.getAttribute('style') ?? '')?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
};

/** Removes the bullet or number that Word wrote as text. @returns undefined when it stays: no bullet, and no plain number */
function takeMarker(paragraph: HTMLElement): Marker | undefined {
  const element = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  const text = element?.textContent.replace(/[\s\u00a0]+/g, ' ').trim() ?? '';
  const number = /^(\d{1,4})[.)]$/.exec(text)?.[1];
  // One sign that is no number and no word; `o` is how Word writes the bullet of its second level.
  const isBullet = text === '' || text === 'o' || /^[^\p{L}\p{N}§]$/u.test(text) || inSymbolFont(element);
  if (number === undefined && !isBullet) {
    element?.replaceWith(`${text} `);
    return undefined;
  }
  element?.remove();
  return number === undefined ? null : Number(number);
}

/** `§` and `Ø` of Wingdings are a square and an arrow. */
const inSymbolFont = (element: Element | null): boolean =>
  /font-family\s*:\s*["']?(?:wingdings|symbol)/i.test(
    `${element?.getAttribute('style')} ${element?.parentElement?.getAttribute('style')}`,
  ) || element?.querySelector('[style*="Wingdings" i], [style*="Symbol" i], [face*="Wingdings" i], [face*="Symbol" i]') != null;
