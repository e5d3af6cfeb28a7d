import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { BindError, type BindErrorCode } from '../main/binder/bind-error.ts';
import { type BinderOptions, bindInThread } from '../main/binder/binder.ts';
import type { Bound, BoundPart, PdfSource, Remark } from '../main/binder/bundle.ts';
import { isMain } from './lib/is-main.ts';
import { writeWhole } from './lib/write-whole.ts';

const usage = `usage: npm run bind -- --out OUT.pdf A.pdf B.pdf …
  --pages NAME=1-3,8-   only these pages of a document, in this order
  --password NAME=WORD  opens a document
  --skip-bad            goes on without documents that cannot be bound
  --title TEXT          what the bound document is called
  --language sv-SE      the language of the whole, where the documents do not agree
  --cover               a first page with the title and the contents
  --page-numbers        "Sida 1 av 20" on every page
NAME is the document as named, or the last part of its path.`;

const words: Record<BindErrorCode, string> = {
  'inga-dokument': 'nothing to bind',
  'inte-pdf': 'not a PDF',
  'losenord-behovs': 'needs a password; give it by --password NAME=WORD',
  'fel-losenord': 'the password is wrong',
  skadad: 'damaged, or cut short; not all of its pages can be read',
  'sidor-saknas': 'does not have the pages that --pages names',
  'formular-xfa': 'a form that only Adobe Reader can show (XFA); print it to a PDF first',
  'lases-olika': 'two readers read it differently, so it cannot be told what is right',
  'for-lang-tid': 'takes too long; it may be made to',
  'for-mycket-minne': 'takes too much memory; it may be made to',
  avbruten: 'cancelled',
};

const remarkWords = (remark: Remark): string => {
  switch (remark.slag) {
    case 'signerad':
      return 'signed: the signature does not hold for the bound document, keep the original';
    case 'bilagor':
      return `files inside it, bound too: ${remark.namn.join(', ')}`;
    case 'skydd-mot-andring':
      return 'was restricted against editing; the bound document is not';
    case 'losenord':
      return 'opened with its password; the bound document has none';
    case 'lagad':
      return 'its table of contents was wrong and was made anew';
    case 'falt-ritade':
      return `${remark.antal} form fields were drawn, which the document left to its reader`;
    case 'taggar-borta':
      return 'its tags for screen readers are not in the bound document';
    case 'otaggad':
      return 'not tagged for screen readers';
  }
};

const partLine = ({ name, pages, remarks }: BoundPart): string =>
  `${name}: ${pages} ${pages === 1 ? 'page' : 'pages'}${remarks.map((remark) => `; ${remarkWords(remark)}`).join('')}`;

export type BindRun = {
  /** 0 done, 1 refused, 2 called wrongly. */
  code: 0 | 1 | 2;
  /** A line for each part; the reason when there is none. */
  text: string;
  /** What is said of the whole, and of what was left out. */
  notes: string[];
};

/**
 * Binds PDFs in the order named. OUT is written whole or not at all.
 * @param args as on the command line
 * @param ask asks the user for the password of a document; none is asked for without it
 */
export async function bind(args: string[], ask?: (name: string) => Promise<string>, options: BinderOptions = {}): Promise<BindRun> {
  const asked = parse(args);
  if (typeof asked === 'string') return { code: 2, text: asked, notes: [] };
  try {
    const missing: string[] = [];
    const sources = await readAll(asked, missing);
    if (sources.length === 0) return { code: 1, text: missing.join('\n'), notes: [] };
    const bound = await askingFor(sources, asked.values, ask, options);
    await writeWhole(asked.out, bound.bytes);
    const pages = bound.coverPages + bound.parts.reduce((sum, part) => sum + part.pages, 0);
    const tagged = bound.tagged ? 'tagged for screen readers as its parts are' : 'not tagged for screen readers';
    return {
      code: 0,
      text: bound.parts.map(partLine).join('\n'),
      notes: [
        ...[...missing, ...bound.left.map(({ name, code }) => `${name}: ${words[code]}`)].map((one) => `left out: ${one}`),
        `${asked.out}: ${pages} pages, ${tagged}`,
      ],
    };
  } catch (error) {
    const told = error instanceof BindError ? (error.source ? `${error.source}: ${words[error.code]}` : words[error.code]) : text(error);
    return { code: 1, text: told, notes: [] };
  }
}

type Values = { 'skip-bad'?: boolean; title?: string; language?: string; cover?: boolean; 'page-numbers'?: boolean };
type Asked = { out: string; inputs: string[]; passwords: Map<string, string>; pages: Map<string, string>; values: Values };

function parse(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        password: { type: 'string', multiple: true, default: [] },
        pages: { type: 'string', multiple: true, default: [] },
        'skip-bad': { type: 'boolean' },
        title: { type: 'string' },
        language: { type: 'string' },
        cover: { type: 'boolean' },
        'page-numbers': { type: 'boolean' },
      },
    });
    const { out, password, pages, ...rest } = values;
    if (!out || positionals.length === 0) return usage;
    return { out, inputs: positionals, passwords: named(password, positionals), pages: named(pages, positionals), values: rest };
  } catch (error) {
    return `${text(error)}\n${usage}`;
  }
}

/** `NAME=VALUE` of each, by the document that NAME means. */
function named(pairs: readonly string[], inputs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.flatMap((pair) => {
      // A name may have = in it too: the longest that names a document is meant.
      const cuts = [...pair.matchAll(/=/g)].map(({ index }) => index).toReversed();
      for (const cut of cuts) {
        const own = pair.slice(0, cut).normalize('NFC');
        const meant = inputs.filter((input) => [input, basename(input)].some((one) => one.normalize('NFC') === own));
        if (meant.length > 0) return meant.map((input): [string, string] => [input, pair.slice(cut + 1)]);
      }
      throw new Error(`${pair.replace(/=.*/s, '')}: not among the documents`);
    }),
  );
}

/** Files that cannot be read are in `missing` where they may be left out, and end the binding otherwise. */
async function readAll({ inputs, passwords, pages, values }: Asked, missing: string[]): Promise<PdfSource[]> {
  const sources: PdfSource[] = [];
  for (const name of inputs) {
    const password = passwords.get(name);
    const chosen = pages.get(name);
    let bytes: Uint8Array;
    try {
      bytes = await readSource(name);
    } catch (error) {
      if (!values['skip-bad']) throw error;
      missing.push(text(error));
      continue;
    }
    sources.push({
      name,
      bytes,
      ...(password === undefined ? {} : { password }),
      ...(chosen === undefined ? {} : { pages: chosen }),
    });
  }
  return sources;
}

/** Binds; asks for each password that is missing, once. */
async function askingFor(
  sources: PdfSource[],
  { 'skip-bad': skipBad, 'page-numbers': pageNumbers, ...rest }: Values,
  ask: ((name: string) => Promise<string>) | undefined,
  options: BinderOptions,
): Promise<Bound> {
  const wanted = { ...rest, ...(skipBad ? { skipBad } : {}), ...(pageNumbers ? { pageNumbers } : {}) };
  const known = new Map<string, string>();
  for (;;) {
    const now = sources.map((source) => ({ ...source, ...(known.has(source.name) ? { password: known.get(source.name) as string } : {}) }));
    try {
      return await bindInThread(now, ask ? { ...wanted, skipBad: false } : wanted, options);
    } catch (error) {
      if (!(error instanceof BindError)) throw error;
      if (ask && error.code === 'losenord-behovs' && !known.has(error.source)) known.set(error.source, await ask(error.source));
      else if (ask && skipBad) return bindInThread(now, wanted, options);
      else throw error;
    }
  }
}

async function readSource(name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Error(`${name}: no such file`);
    if (code === 'EISDIR') throw new Error(`${name}: a folder, not a PDF`);
    throw error;
  }
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Asks on the terminal; what is typed is not shown. */
async function askOnTerminal(name: string): Promise<string> {
  process.stderr.write(`Password of ${name}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

if (isMain(import.meta.url)) {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const shown = process.stderr.isTTY;
  const onStep: BinderOptions['onStep'] = ({ steg, namn, klart, av }) => {
    const doing = { laser: 'reading', skriver: 'binding', jamfor: 'comparing' }[steg];
    if (shown) process.stderr.write(`\r\u001b[K${doing} ${klart + 1} of ${av}: ${basename(namn)}`);
  };
  const ask = process.stdin.isTTY ? askOnTerminal : undefined;
  const result = await bind(process.argv.slice(2), ask, { signal: cancel.signal, onStep });
  if (shown) process.stderr.write('\r\u001b[K');
  for (const note of result.notes) console.error(note);
  console[result.code === 0 ? 'log' : 'error'](result.text);
  process.exitCode = result.code;
}
