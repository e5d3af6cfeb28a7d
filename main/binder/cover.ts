import { type PDFContext, type PDFDict, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { wrapped } from './appearance.ts';
import { fontName, fontResources, type Lettering } from './lettering.ts';
import { name, text } from './objects.ts';
import type { TagTree } from './tags.ts';

const [width, height, edge] = [595.28, 841.89, 62];
const titleSize = 22;
const headSize = 13;
const rowSize = 11;
const leading = 18;

/** A row of the contents: what it is called, its first page in the bundle from 1, and where it leads. */
export type Row = { title: string; page: number; target: PDFRef };
/** The tags of the cover. */
type Structure = { headings: PDFRef[]; rows: PDFRef[] };
type Line = { kind: 'H1' | 'H2' | 'TOCI'; words: string; size: number; y: number; row?: number };

/** How a cover falls on pages; made before the numbers of pages are known, since it decides them. */
export class Cover {
  private readonly pages: Line[][] = [[]];
  private readonly context: PDFContext;
  private readonly lettering: Lettering;
  readonly refs: PDFRef[];

  constructor(context: PDFContext, lettering: Lettering, title: string, titles: readonly string[]) {
    this.context = context;
    this.lettering = lettering;
    let y = height - edge - titleSize;
    const put = (line: Omit<Line, 'y'>, gap: number) => {
      if (y < edge) {
        this.pages.push([]);
        y = height - edge - rowSize;
      }
      this.pages.at(-1)?.push({ ...line, y });
      y -= gap;
    };
    for (const words of this.lines(title, titleSize)) put({ kind: 'H1', words, size: titleSize }, titleSize * 1.3);
    y -= leading;
    put({ kind: 'H2', words: 'Innehåll', size: headSize }, leading * 1.4);
    for (const [row, own] of titles.entries())
      for (const words of this.lines(own, rowSize, 60)) put({ kind: 'TOCI', words, size: rowSize, row }, leading);
    this.refs = this.pages.map(() => context.nextRef());
  }

  /** Writes the pages. With tags, as a heading and a table of contents whose rows are links. */
  write(parent: PDFRef, rows: readonly Row[], tags: TagTree | null): void {
    const structure: Structure = { headings: [], rows: [] };
    const begun = new Set<number>();
    for (const [index, lines] of this.pages.entries()) this.writePage(index, lines, parent, rows, tags, structure, begun);
    if (tags) tags.addCover('Försättsblad', (part) => this.adopt(structure, part));
  }

  private adopt({ headings, rows }: Structure, part: PDFRef): PDFRef[] {
    const contents = this.context.register(this.context.obj({ Type: 'StructElem', S: 'TOC', P: part, K: rows }));
    for (const heading of headings) (this.context.lookup(heading) as PDFDict).set(name('P'), part);
    for (const row of rows) (this.context.lookup(row) as PDFDict).set(name('P'), contents);
    return [...headings, contents];
  }

  private writePage(
    index: number,
    lines: readonly Line[],
    parent: PDFRef,
    rows: readonly Row[],
    tags: TagTree | null,
    structure: Structure,
    begun: Set<number>,
  ): void {
    const { context, lettering } = this;
    const ref = this.refs[index];
    if (!ref) return;
    const marks: PDFRef[] = [];
    const annotations: PDFRef[] = [];
    const content = lines.map((line) => {
      const row = line.row === undefined ? undefined : rows[line.row];
      const first = line.row !== undefined && !begun.has(line.row);
      if (line.row !== undefined) begun.add(line.row);
      const mark = marks.length;
      const element: PDFDict = context.obj({ Type: 'StructElem', S: line.kind, Pg: ref, K: mark });
      const elementRef = context.register(element);
      marks.push(elementRef);
      structure[line.kind === 'TOCI' ? 'rows' : 'headings'].push(elementRef);
      const shown = [`1 0 0 1 ${edge} ${round(line.y)} Tm ${lettering.encode(line.words)} Tj`];
      if (row && first) {
        const number = String(row.page);
        shown.push(
          `1 0 0 1 ${round(width - edge - lettering.width(number, line.size))} ${round(line.y)} Tm ${lettering.encode(number)} Tj`,
        );
      }
      if (row) {
        const link: PDFDict = context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [edge, round(line.y - 4), width - edge, round(line.y + line.size)],
          Border: [0, 0, 0],
          F: 4,
          Dest: [row.target, 'Fit'],
        });
        link.set(name('Contents'), text(`${row.title}, sida ${row.page}`));
        const linkRef = context.register(link);
        annotations.push(linkRef);
        if (tags) this.tagLink(tags, link, linkRef, elementRef, ref, mark);
      }
      return `/${line.kind} <</MCID ${mark}>> BDC BT 0 g /${fontName} ${line.size} Tf ${shown.join(' ')} ET EMC`;
    });
    const page: PDFDict = context.obj({ Type: 'Page', Parent: parent, MediaBox: [0, 0, width, height], Rotate: 0 });
    page.set(name('Resources'), fontResources(context, lettering.ref));
    page.set(name('Contents'), context.register(PDFRawStream.of(context.obj({}), Buffer.from(content.join('\n'), 'latin1'))));
    if (annotations.length > 0) page.set(name('Annots'), context.obj(annotations));
    if (tags) {
      const key = tags.nextKey();
      page.set(name('StructParents'), context.obj(key));
      page.set(name('Tabs'), PDFName.of('S'));
      tags.setKey(key, context.obj(marks));
    }
    context.assign(ref, page);
  }

  private tagLink(tags: TagTree, link: PDFDict, linkRef: PDFRef, row: PDFRef, page: PDFRef, mark: number): void {
    const { context } = this;
    const inner: PDFDict = context.obj({
      Type: 'StructElem',
      S: 'Link',
      P: row,
      Pg: page,
      K: [mark, { Type: 'OBJR', Obj: linkRef, Pg: page }],
    });
    const innerRef = context.register(inner);
    (context.lookup(row) as PDFDict).set(name('K'), context.obj([innerRef]));
    const key = tags.nextKey();
    link.set(name('StructParent'), context.obj(key));
    tags.setKey(key, innerRef);
  }

  private lines(words: string, size: number, right = 0): string[] {
    return wrapped(words, width - 2 * edge - right, size, this.lettering);
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
