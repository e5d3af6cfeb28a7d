import { spawn } from 'node:child_process';
import type { CoreWorkerOptions } from '../core/core-host.ts';

type SkrivarPort = NonNullable<CoreWorkerOptions['skrivare']>;
type Jobb = Parameters<SkrivarPort['skrivUt']>[0];

/** Milliseconds a command may take; CUPS answers at once or not at all. */
const limitMs = 30_000;
const sides = { nej: 'one-sided', langsida: 'two-sided-long-edge', kortsida: 'two-sided-short-edge' };

export type CupsOptions = {
  /** Where `lp` and `lpstat` are looked for; the environment's own when left out. */
  path?: string | undefined;
};

/**
 * The printers of CUPS, by its commands. A document goes to `lp` through a pipe: the program writes no file of it, and the job has a name
 * that says nothing of anybody.
 * @returns undefined where there is no CUPS
 */
export async function cupsSkrivare({ path = process.env.PATH }: CupsOptions = {}): Promise<SkrivarPort | undefined> {
  const run = (command: string, args: string[], input?: Uint8Array) => runCommand(command, args, path, input);
  const lista = async () => {
    const [names, standard] = [await run('lpstat', ['-e']), await run('lpstat', ['-d'])];
    const forvald = /:\s*(\S+)\s*$/.exec(standard)?.[1];
    return names
      .split('\n')
      .map((line) => line.trim())
      .filter((id) => id !== '')
      .map((id) => ({ id, namn: id.replaceAll('_', ' '), forvald: id === forvald }));
  };
  if (!(await isThere('lpstat', path))) return undefined;
  return {
    tar: 'pdf',
    lista,
    async skrivUt({ skrivare, antal, dubbelsidigt, bytes }: Jobb) {
      if (!bytes) throw new RangeError('CUPS prints bytes');
      // A name that is not in the list could be an option.
      if (!(await lista()).some(({ id }) => id === skrivare)) throw Object.assign(new Error('no such printer'), { code: 'finns-inte' });
      await run('lp', ['-d', skrivare, '-n', String(antal), '-o', `sides=${sides[dubbelsidigt]}`, '-t', 'Aktnara', '-'], bytes);
    },
  };
}

/** Whether a command can be started; how it goes is not waited for: a print server that does not answer keeps no program from opening. */
function isThere(command: string, path: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, ['-e'], { env: { PATH: path, LC_ALL: 'C' }, stdio: 'ignore' });
    child.on('error', (error) => resolve((error as { code?: unknown }).code !== 'ENOENT'));
    child.on('spawn', () => {
      child.kill('SIGKILL');
      resolve(true);
    });
  });
}

function runCommand(command: string, args: string[], path: string | undefined, input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { PATH: path, LC_ALL: 'C', HOME: process.env.HOME, CUPS_SERVER: process.env.CUPS_SERVER },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limitMs,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(Object.assign(new Error(`${command} ended`), { code: `${command}-${code ?? 'killed'}` }));
    });
    child.stdin.on('error', () => undefined); // it ended before it had read all: its code says why
    child.stdin.end(input);
  });
}
