/** Between the cells of a row: what stands in one is not read as going on in the next. */
const between = ' | ';
const blocks = 'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, table, tr';

/**
 * Tables become lines, one a row, with the cells apart. Cells with as many lines each are read line by line, so that a need keeps
 * its minutes; a cell that has more than the others is one.
 */
export function tables(doc: Document): void {
  // The innermost first: a table in a cell is lines in that cell.
  for (const table of [...doc.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].flatMap((row) => linesOf(doc, row));
    const caption = table.querySelector('caption');
    table.replaceWith(...(caption ? [paragraph(doc, [[...caption.childNodes]])] : []), ...rows);
  }
}

/** Hidden columns, as Excel says them: of the column alone. Their cells are marked, each by itself, to go with what is hidden. */
export function hideColumns(doc: Document): void {
  for (const table of doc.querySelectorAll('table')) {
    const columns = [...table.querySelectorAll(':scope > col, :scope > colgroup > col')].flatMap((col) =>
      Array<boolean>(spanOf(col, 'span')).fill(
        /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*collapse)/i.test(col.getAttribute('style') ?? ''),
      ),
    );
    if (!columns.includes(true)) continue;
    /** How many more rows each column is taken in by a cell from above. */
    const taken: number[] = [];
    for (const row of table.querySelectorAll(':scope > tr, :scope > * > tr')) {
      let at = 0;
      for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
        while ((taken[at] ?? 0) > 0) at += 1;
        const end = at + spanOf(cell, 'colspan');
        if (columns.slice(at, end).every(Boolean) && end <= columns.length) cell.setAttribute('style', 'display:none');
        for (; at < end; at += 1) taken[at] = spanOf(cell, 'rowspan');
      }
      for (let n = 0; n < taken.length; n += 1) taken[n] = Math.max((taken[n] ?? 0) - 1, 0);
    }
  }
}

const spanOf = (element: Element, name: string): number => Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), 1000);

function linesOf(doc: Document, row: Element): Element[] {
  const cells = [...row.children].filter((one) => one.matches('td, th')).map((cell) => linesInCell(doc, cell));
  const counts = new Set(cells.map((lines) => lines.length).filter((count) => count > 1));
  const [count = 1] = counts;
  if (counts.size > 1)
    return [
      paragraph(
        doc,
        cells.map((lines) => joined(doc, lines)),
      ),
    ];
  return Array.from({ length: count }, (_, n) =>
    paragraph(
      doc,
      cells.flatMap((lines) => (lines[n] ? [lines[n]] : n === 0 ? [[]] : [])),
    ),
  );
}

const joined = (doc: Document, lines: Node[][]): Node[] =>
  lines.flatMap((line, n) => (n === 0 ? line : [doc.createTextNode('; '), ...line]));

function paragraph(doc: Document, cells: Node[][]): Element {
  const line = doc.createElement('p');
  for (const [n, cell] of cells.entries()) line.append(...(n === 0 ? [] : [between]), ...cell);
  return line;
}

/** A cell's lines, each the nodes it is made of; those without a word are none. */
function linesInCell(doc: Document, cell: Element): Node[][] {
  const lines: Node[][] = [[]];
  const walk = (nodes: Iterable<ChildNode>, wrap: (node: Node) => Node) => {
    for (const node of nodes) {
      if (!(node instanceof Element)) lines.at(-1)?.push(wrap(node.cloneNode()));
      else if (node.localName === 'br') lines.push([]);
      else if (node.matches(blocks)) {
        lines.push([]);
        walk(node.childNodes, wrap);
        lines.push([]);
      } else {
        // Bold and italic go on over a line break within them.
        walk(node.childNodes, (inner) => {
          const shell = node.cloneNode();
          shell.appendChild(inner);
          return wrap(shell);
        });
      }
    }
  };
  const bold = (node: Node) => {
    const strong = doc.createElement('strong');
    strong.append(node);
    return strong;
  };
  walk([...cell.childNodes], cell.localName === 'th' ? bold : (node) => node);
  return lines.filter((line) => line.some((node) => node.textContent?.trim()));
}
