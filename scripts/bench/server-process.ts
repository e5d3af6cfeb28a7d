import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real server in a process of its own. */
export type ServerProcess = {
  url: string /** The citizens' e-service, when it was asked for. */;
  portalUrl: string;
  stop(): Promise<void>;
};

const here = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param importDir what `npm run demo` wrote
 * @param options.measured the server is what is measured. Else it gives way to the client: in life it has a computer of its own,
 *   and what is measured is the client's work and not two programs on the cores of one
 * @param options.root of the product, when it is another build than this one
 * @param options.portal the citizens' e-service too, as behind a proxy that tells who asks
 */
export async function startServerProcess(
  importDir: string,
  { measured = false, root = here, portal = false }: { measured?: boolean; root?: string; portal?: boolean } = {},
): Promise<ServerProcess> {
  const main = join(root, 'server/main.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'aktnara-bench-server-'));
  const args = ['--port', '0', '--demo', '--import', importDir, '--data-dir', dataDir, '--log-level', 'silent', '--rate-limit', '1000000'];
  if (portal) args.push('--portal-port', '0', '--trust-proxy');
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  // Its PostgreSQL inherits it.
  if (!measured && child.pid !== undefined) setPriority(child.pid, 10);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const listening = /listens on (http\S+)/.exec(said);
      if (listening?.[1]) resolve(listening[1].replace(/\.$/, ''));
    });
    void ended.then(() => reject(new Error(`the server ended: ${said}`)));
  });
  return {
    url,
    portalUrl: /e-service is at (http\S+)\./.exec(said)?.[1] ?? '',
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
