import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Look = {
  pages: { text: string; size: [number, number]; rotate: number }[];
  /** Each bookmark with its level, and the page from 1 that it leads to. */
  bookmarks: [number, string, number | null][];
  /** The values of the form by the full names of its fields. */
  fields: Record<string, unknown>;
  /** Links of each page from 1: the page that they lead to, or the address. */
  links: Record<number, (number | string)[]>;
  /** Layers by name, and whether they are seen. */
  layers: Record<string, boolean>;
  attachments: Record<string, string>;
  title: string | undefined;
  language: string | undefined;
  tagged: boolean;
  /** The roles of the tags of each page, in order. */
  roles: string[][];
};

type Item = { title: string; dest: string | unknown[] | null; items: Item[] };
type Node = { role?: string; children?: Node[] };

/** What a reader that shares no code with the binder finds in a PDF. */
export async function look(bytes: Uint8Array, password?: string): Promise<Look> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...(password === undefined ? {} : { password }) });
  try {
    const document = await task.promise;
    const pageOf = async (dest: string | unknown[] | null): Promise<number | null> => {
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      const first = place?.[0];
      if (typeof first === 'number') return first + 1;
      return first ? (await document.getPageIndex(first as Parameters<typeof document.getPageIndex>[0])) + 1 : null;
    };
    const found: Look = {
      pages: [],
      bookmarks: [],
      fields: {},
      links: {},
      layers: {},
      attachments: {},
      title: undefined,
      language: undefined,
      tagged: entries(await document.getMarkInfo()).some(([key, value]) => key === 'Marked' && value === true),
      roles: [],
    };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [x0, y0, x1, y1] = page.view as [number, number, number, number];
      found.pages.push({
        text: items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
        size: [x1 - x0, y1 - y0],
        rotate: page.rotate,
      });
      const links: (number | string)[] = [];
      for (const annotation of await page.getAnnotations()) {
        if (annotation.subtype === 'Link')
          links.push(annotation.dest ? ((await pageOf(annotation.dest)) ?? 'nowhere') : (annotation.unsafeUrl ?? 'nowhere'));
      }
      if (links.length > 0) found.links[number] = links;
      const roles: string[] = [];
      const walk = (node: Node | null) => {
        if (node?.role) roles.push(node.role);
        for (const child of node?.children ?? []) walk(child);
      };
      walk((await page.getStructTree()) as Node | null);
      found.roles.push(roles);
    }
    const list = async (items: Item[] | null, level: number) => {
      for (const item of items ?? []) {
        found.bookmarks.push([level, item.title, await pageOf(item.dest)]);
        await list(item.items, level + 1);
      }
    };
    await list((await document.getOutline()) as Item[] | null, 0);
    for (const [field, widgets] of entries(await document.getFieldObjects()))
      for (const widget of widgets as { value?: unknown; type?: string }[]) if (widget.type) found.fields[field] = widget.value;
    const layers = await document.getOptionalContentConfig();
    for (const [id, group] of layers) found.layers[(group as { name: string }).name] = layers.isVisible({ type: 'OCG', id });
    for (const [key, file] of entries(await document.getAttachments())) {
      const { fileId = key } = file as { fileId?: string };
      const content = (await document.getAttachmentContent(fileId)) as Uint8Array | null;
      found.attachments[key] = content ? Buffer.from(content).toString('latin1') : 'nothing';
    }
    const { info } = (await document.getMetadata()) as unknown as { info: { Title?: string; Language?: string } };
    found.title = info.Title;
    found.language = info.Language;
    return found;
  } finally {
    await task.destroy();
  }
}

/** pdf.js says some things in a Map and some in an object. */
const entries = (of: unknown): [string, unknown][] => (of instanceof Map ? [...of] : Object.entries(of ?? {}));
