import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DocumentsWorker } from '../main/documents/documents-worker.ts';
import { makeFolder } from '../server/util/make-folder.ts';
import { dokumentfelText } from '../shared/words/dokumentfel.ts';
import { exempel } from './demo/exempeldokument.ts';
import { isMain } from './lib/is-main.ts';

const usage = `npm run mallar -- --out DIR

Makes a PDF of each mall in resources/catalogue/mallar.json, of the demo municipality's records: to look at letterhead and texts.`;

/** Writes one document of each mall. @returns the lines to print, and the exit code: 0 all made, 1 not all, 2 called wrongly */
export async function mallar(args: string[]): Promise<{ code: 0 | 1 | 2; text: string }> {
  let out: string | undefined;
  try {
    out = parseArgs({ args, options: { out: { type: 'string' } } }).values.out;
  } catch (error) {
    return { code: 2, text: `${error instanceof Error ? error.message : error}\n${usage}` };
  }
  if (!out) return { code: 2, text: usage };
  try {
    makeFolder(out);
  } catch (error) {
    return { code: 2, text: `${out}: no folder can be made there (${error instanceof Error ? error.message : error})` };
  }
  const documents = new DocumentsWorker();
  const lines: string[] = [];
  let code: 0 | 1 = 0;
  const refuse = (line: string) => {
    lines.push(line);
    code = 1;
  };
  try {
    for (const [namn, byggd] of Object.entries(exempel())) {
      if (!byggd.ok) {
        refuse(`${namn}: ${byggd.error.map(dokumentfelText).join(' ')}`);
        continue;
      }
      const result = await documents.render(byggd.value);
      if (!result.ok) {
        refuse(`${namn}: ${result.error.code} ${result.error.detail}`);
        continue;
      }
      const file = join(out, `${namn}.pdf`);
      writeFileSync(file, result.value.bytes);
      lines.push(`${file}: ${result.value.pages} pages, mall ${byggd.value.mall.kod} ${byggd.value.mall.version}`);
    }
  } finally {
    await documents.close();
  }
  return { code, text: lines.join('\n') };
}

if (isMain(import.meta.url)) {
  const result = await mallar(process.argv.slice(2));
  console[result.code === 0 ? 'log' : 'error'](result.text);
  process.exitCode = result.code;
}
