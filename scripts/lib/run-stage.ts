import { spawn } from 'node:child_process';

export type StageRun = { code: number; output: string };
export type StageOptions = { cwd: string; env?: NodeJS.ProcessEnv; limitMs: number; write?: (chunk: Buffer) => void };

/** How to end what is now at work: groups of their own, which neither Ctrl+C nor the end of this process reaches by itself. */
const running = new Set<() => void>();
process.on('exit', () => {
  for (const stop of running) stop();
});

/**
 * Runs a program, showing its output as it comes.
 * @param command the program and its arguments; no shell reads them
 * @param options `limitMs`: a stage that takes longer hangs, and is ended with all it started
 * @returns its exit code (124 when ended for time, 127 when it could not start) and all it wrote
 */
export function runStage(command: readonly [string, ...string[]], options: StageOptions): Promise<StageRun> {
  const { cwd, env = process.env, limitMs, write = (chunk) => process.stdout.write(chunk) } = options;
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: ownGroup });
    const output: Buffer[] = [];
    const take = (chunk: Buffer) => {
      output.push(chunk);
      write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    let endedForTime = false;
    const stop = () => {
      if (child.pid === undefined) return;
      if (ownGroup) process.kill(-child.pid, 'SIGKILL');
      else spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    };
    running.add(stop);
    const limit = setTimeout(() => {
      endedForTime = true;
      stop();
    }, limitMs);
    const finish = (code: number, note = '') => {
      clearTimeout(limit);
      running.delete(stop);
      if (note) take(Buffer.from(`${note}\n`));
      resolve({ code, output: Buffer.concat(output).toString() });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code) => {
      if (endedForTime) finish(124, `ended after ${Math.round(limitMs / 60_000)} minutes: it hung`);
      else finish(code ?? 1);
    });
  });
}
