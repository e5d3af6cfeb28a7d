import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser, hasDisplay, openWindow } from '../main/webhost/browser.ts';
import { DataFolderTakenError, PortTakenError, startWebHost } from '../main/webhost/start-web-host.ts';
import { startServer } from '../server/start.ts';
import { makeDataDir } from '../server/util/data-dir.ts';
import { endProcess } from '../server/util/end-process.ts';
import { StartupError } from '../server/util/startup-error.ts';
import { readArguments } from './demo/arguments.ts';
import { generateDemo } from './demo/generate.ts';
import { build } from './lib/build.ts';
import { defaultDataDir } from './lib/data-dir.ts';
import { electronBinary } from './lib/electron-binary.ts';
import { ensureChromium } from './lib/ensure-chromium.ts';
import { firstPort, readStartArgs, type StartArgs, startHelp } from './lib/start-args.ts';
import { startOnFreePort } from './lib/start-on-free-port.ts';

const root = dirname(import.meta.dirname);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const say = (line: string) => console.log(line);

/** What runs, last started first; each ends within the time it needs to write what it holds. */
const closers: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((error: unknown) => {
        console.error(error);
        code = 1;
      });
    }
    endProcess(code);
  })();
  return stopping;
}

async function start({ data, port, persons, web, open }: StartArgs): Promise<void> {
  await makeDataDir(data);
  const electron = web || !open || !hasDisplay() ? null : electronBinary(root);
  await build(electron ? ['renderer', 'preload', 'main'] : ['renderer']);

  const demo = join(data, 'demo');
  const isFirst = !existsSync(join(demo, 'manifest.json'));
  if (isFirst) {
    say(`First start: making an invented municipality of ${persons} persons …`);
    // The same municipality on every machine, so that what one person sees another can find.
    const options = readArguments(['--out', demo, '--persons', String(persons)], new Date());
    if (!options.ok || options.value === 'help') throw new Error(options.ok ? 'no demo' : options.error);
    generateDemo(options.value);
  }
  say(`${isFirst ? 'Starting a server and loading the municipality' : 'Starting the server'} …`);
  const server = await startServer({ dataDir: join(data, 'server'), importDir: demo, demo: true, portal: { port: 0 } });
  if (stopping) return server.close();
  closers.push(() => server.close());
  if (server.tenant === undefined) throw new Error('the demo municipality has no tenant');
  say(`Server: ${server.url} (real PostgreSQL in ${join(data, 'server')}), demo sign-in: choose any user.`);
  say(`The citizens' e-service: ${server.portal?.url} (sign in as any invented person).`);

  if (electron) {
    runElectron(electron, { AKTNARA_SERVER: server.url, AKTNARA_TENANT: server.tenant, AKTNARA_DATA: join(data, 'electron') });
    return;
  }
  const { tenant, url } = server;
  const client = join(data, 'client');
  const host = await startOnFreePort(
    port,
    firstPort,
    (one) => startWebHost({ dataDir: client, serverUrl: url, tenant, port: one, rendererDir: join(root, 'dist', 'renderer') }),
    say,
  );
  closers.push(() => host.close());
  say(`Client data: ${client}. Its key lies in a file beside it: for trial, not for real persons.`);

  const browser = open && hasDisplay() ? findBrowser() : null;
  if (browser) {
    showWindow(browser, host.url, host.newUrl, join(data, 'window'));
  } else {
    if (open)
      say(
        hasDisplay()
          ? 'No Chrome, Edge or Chromium is installed to show a window with.'
          : 'This computer has no screen to show a window on.',
      );
    say(byHand(host.url));
  }
  say('Ctrl+C stops everything.');
}

const byHand = (url: string) => `Open this address once, in a browser on this computer:\n  ${url}`;

/** A window that ends sooner than a person can close it never opened. */
const shortestVisitMs = 3000;

function showWindow(browser: string, url: string, newUrl: () => string, profile: string): void {
  say(`Opening the window with ${browser}.`);
  const opened = performance.now();
  const window = openWindow(browser, url, profile);
  closers.push(() => {
    window.close();
    return window.closed;
  });
  window.closed.then(
    () => {
      if (stopping) return;
      if (performance.now() - opened > shortestVisitMs) {
        say('The window was closed. Stopping …');
        void stop(0);
      } else {
        say(`The window did not stay open. ${byHand(newUrl())}`);
      }
    },
    (error: unknown) => say(`The window did not open (${String(error)}). ${byHand(newUrl())}`),
  );
}

function runElectron(program: string, env: Record<string, string>): void {
  say('Opening Aktnära in Electron. Ctrl+C stops everything.');
  const child: ChildProcess = spawn(program, [root], { stdio: 'inherit', env: { ...process.env, ...env } });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', reject);
  });
  closers.push(() => {
    child.kill();
    return ended;
  });
  ended.then(
    (code) => stop(code),
    (error: unknown) => {
      console.error(`Electron did not start: ${String(error)}. Try npm start -- --web.`);
      void stop(1);
    },
  );
}

const command = readStartArgs(process.argv.slice(2), defaultDataDir());
if (command.kind === 'help') {
  say(startHelp.replace('{dataDir}', defaultDataDir()).replace('{port}', String(firstPort)));
} else if (command.kind === 'wrong') {
  console.error(command.message);
  process.exitCode = 2;
} else if (command.kind === 'smoke') {
  await smoke();
} else {
  for (const signal of signals) {
    process.on(signal, () => {
      if (!stopping) say('Stopping …');
      void stop(0);
    });
  }
  try {
    await start(command.args);
  } catch (error) {
    console.error(words(error));
    await stop(1);
  }
}

/** Ends the process: 0 when every step passed. */
async function smoke(): Promise<never> {
  const interrupted = () => process.exit(1);
  for (const signal of signals) process.on(signal, interrupted);
  const noChromium = await ensureChromium(root, say);
  if (noChromium) {
    console.error(noChromium);
    process.exit(1);
  }
  // From here on there is more to end than this process.
  for (const signal of signals) process.off(signal, interrupted);
  const { runSmoke } = await import('../tests/smoke/main.ts');
  const { passed, failed } = await runSmoke();
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

/** A known hindrance in its words alone; anything else with where it happened. */
function words(error: unknown): unknown {
  if (error instanceof PortTakenError)
    return `Port ${error.port} is in use by another program. Choose another with --port, or none to take a free one.`;
  if (error instanceof DataFolderTakenError) return error.message;
  if (error instanceof StartupError) {
    if (error.code === 'data-dir-in-use') return 'Aktnära is already started with this folder. Stop it, or choose another with --data.';
    return error.message.replaceAll('--data-dir', '--data');
  }
  return error;
}
