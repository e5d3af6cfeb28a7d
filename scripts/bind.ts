import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BindError, type BindErrorCode, bindPdfs, type PdfSource } from '../main/documents/bind.ts';
import { isMain } from './lib/is-main.ts';
import { writeWhole } from './lib/write-whole.ts';

const usage = 'usage: npm run bind -- --out OUT.pdf A.pdf B.pdf …';

const words: Record<BindErrorCode, (name: string) => string> = {
  'inga-dokument': () => usage,
  'inte-pdf': (name) => `${name}: not a PDF`,
  losenordsskyddad: (name) => `${name}: protected by a password; save it without one first`,
  skadad: (name) => `${name}: damaged, or cut short; not all of its pages can be read`,
};

/**
 * Joins PDFs in the order named. OUT is written whole or not at all.
 * @param args as on the command line
 * @returns the line to print and the exit code: 0 done, 1 refused, 2 called wrongly
 */
export async function bind(args: string[]): Promise<{ code: 0 | 1 | 2; text: string }> {
  let out: string | undefined;
  let inputs: string[];
  try {
    const parsed = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
    out = parsed.values.out;
    inputs = parsed.positionals;
  } catch (error) {
    return { code: 2, text: `${text(error)}\n${usage}` };
  }
  if (!out || inputs.length === 0) return { code: 2, text: usage };

  try {
    const sources: PdfSource[] = [];
    for (const name of inputs) sources.push({ name, bytes: await readSource(name) });
    await writeWhole(out, await bindPdfs(sources));
    return { code: 0, text: `${out}: ${inputs.length} documents joined` };
  } catch (error) {
    return { code: 1, text: error instanceof BindError ? words[error.code](error.source) : text(error) };
  }
}

async function readSource(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Error(`${name}: no such file`);
    if (code === 'EISDIR') throw new Error(`${name}: a folder, not a PDF`);
    throw error;
  }
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error));

if (isMain(import.meta.url)) {
  const result = await bind(process.argv.slice(2));
  console[result.code === 0 ? 'log' : 'error'](result.text);
  process.exitCode = result.code;
}
