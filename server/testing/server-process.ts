import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export type Running = ChildProcessByStdio<null, Readable, Readable>;

const started: Running[] = [];

/** `npm run server` as a process of its own. */
export function start(env: NodeJS.ProcessEnv, ...args: string[]): Running {
  const server = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), '--log-level', 'silent', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  started.push(server);
  return server;
}

/** Only after a test that failed is one left. */
export async function endStarted(): Promise<void> {
  const left = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(
    left.map((server) => {
      server.kill('SIGTERM');
      return new Promise((resolve) => server.once('close', resolve));
    }),
  );
}

/** Resolves with the line a server says when it listens. */
export const listening = (server: Running): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
      const url = /listens on (http:\S+:\d+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    server.once('exit', () => reject(new Error(said)));
  });

export async function ended(server: Running): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  server.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  server.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => server.once('close', resolve));
  return { code, out, err };
}

/** The process of the folder's PostgreSQL and where it listens, or did last. */
export async function postgresLock(dataDir: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}
