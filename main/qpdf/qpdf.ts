import { createRequire } from 'node:module';
import type createQpdf from '@neslinesli93/qpdf-wasm';

/** What qpdf made of a file. */
export type Rewritten = { kind: 'ok'; bytes: Uint8Array } | { kind: 'password' } | { kind: 'damaged'; why: string };

const require = createRequire(import.meta.url);
/** Built, it lies as it is beside the thread that asks for it: it finds its parts by what a bundle changes. */
const library = require.resolve(import.meta.url.endsWith('.ts') ? '@neslinesli93/qpdf-wasm' : './qpdf.cjs');
const wasm = library.replace(/qpdf\.c?js$/, 'qpdf.wasm');
let loaded: typeof createQpdf | undefined;

/**
 * Writes a PDF anew by qpdf, which reads what is encrypted and what is not quite as the standard says: the second way into a document. The
 * content stays as it is.
 * @param password empty where none is known: a file that only restricts editing opens with it
 */
export async function rewrite(bytes: Uint8Array, password: string): Promise<Rewritten> {
  const { code, said, made } = await run(bytes, [
    `--password=${password}`,
    '--decrypt',
    '--object-streams=disable',
    '--stream-data=preserve',
  ]);
  // With warnings it ends with 3: it guessed.
  if (code === 0) return { kind: 'ok', bytes: made() };
  if (said.some((line) => line.endsWith('invalid password'))) return { kind: 'password' };
  return { kind: 'damaged', why: said.join('\n') };
}

/**
 * A PDF that opens with the password alone, in any reader of PDF: AES with 256 bits (ISO 32000-2, revision 6).
 * @throws when qpdf does not take the file, which was made here
 */
export async function lockPdf(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const key = password.normalize('NFC');
  const { code, said, made } = await run(bytes, ['--encrypt', `--user-password=${key}`, `--owner-password=${key}`, '--bits=256', '--']);
  if (code !== 0) throw new Error(`qpdf ended with ${code}: ${said.join('\n')}`);
  return made();
}

async function run(bytes: Uint8Array, args: string[]): Promise<{ code: number; said: string[]; made: () => Uint8Array }> {
  let lines = '';
  loaded ??= require(library) as typeof createQpdf;
  const qpdf = await loaded({
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
  const code = qpdf.callMain([...args, '/in.pdf', '/out.pdf']);
  return { code, said: lines.split('\n').filter(Boolean), made: () => qpdf.FS.readFile('/out.pdf') };
}
