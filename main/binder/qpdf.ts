import { createRequire } from 'node:module';
import createQpdf from '@neslinesli93/qpdf-wasm';

/** What qpdf made of a file. */
export type Rewritten = { kind: 'ok'; bytes: Uint8Array } | { kind: 'password' } | { kind: 'damaged'; why: string };

const wasm = createRequire(import.meta.url)
  .resolve('@neslinesli93/qpdf-wasm')
  .replace(/qpdf\.js$/, 'qpdf.wasm');

/**
 * Writes a PDF anew by qpdf, which reads what is encrypted and what is not quite as the standard says: the second way into a document. The
 * content stays as it is.
 * @param password empty where none is known: a file that only restricts editing opens with it
 */
export async function rewrite(bytes: Uint8Array, password: string): Promise<Rewritten> {
  let lines = '';
  const qpdf = await createQpdf({
    locateFile: () => wasm,
    noInitialRun: true,
    // What it says on standard error would otherwise go to ours.
    preRun: [
      ({ FS }) =>
        FS.init(
          null,
          () => undefined,
          (byte) => (lines += String.fromCharCode(byte & 255)),
        ),
    ],
  });
  qpdf.FS.writeFile('/in.pdf', bytes);
  const code = qpdf.callMain([
    `--password=${password}`,
    '--decrypt',
    '--object-streams=disable',
    '--stream-data=preserve',
    '/in.pdf',
    '/out.pdf',
  ]);
  const said = lines.split('\n').filter(Boolean);
  // With warnings it ends with 3: it guessed.
  if (code === 0) return { kind: 'ok', bytes: qpdf.FS.readFile('/out.pdf') };
  if (said.some((line) => line.endsWith('invalid password'))) return { kind: 'password' };
  return { kind: 'damaged', why: said.join('\n') };
}
