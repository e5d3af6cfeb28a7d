// Runs a script of this project on a machine that has only some Node and npm: installs what package-lock.json names when
// that has not been done, then starts the script on the project's own Node 24. Plain JavaScript, because the machine's
// Node may not read TypeScript.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ci = ['ci', '--no-fund', '--no-audit', '--no-engine-strict'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error('usage: node scripts/ready.mjs SCRIPT [ARGUMENT...]');

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stamp = join(root, 'node_modules', '.aktnara-installed');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node);

if (!installed) {
  // `npm ci` empties the folder first: through a link it would empty another project's.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules is a link to another folder, whose packages are not those of package-lock.json. Remove the link and start again.',
    );
    process.exit(1);
  }
  console.error('Installing dependencies (npm ci)…');
  const npm = process.env.npm_execpath;
  const stdio = ['ignore', 2, 'pipe'];
  const status = await ended(
    npm ? spawn(process.execPath, [npm, ...ci], { cwd: root, stdio }) : spawn(`npm ${ci.join(' ')}`, { cwd: root, stdio, shell: true }),
  );
  if (status !== 0 || !existsSync(node)) {
    console.error('npm ci failed. It needs the npm registry (or a filled npm cache) and about 1.5 GB of disk; see its message above.');
    process.exit(status || 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const command = ['--disable-warning=ExperimentalWarning', join(root, script), ...args];
// What Node has made of the sources is kept, for this process and every one it starts: a thread of the core loads in half the time.
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node') };
process.exit(await ended(spawn(node, command, { cwd: process.cwd(), stdio: 'inherit', env })));

/** Passes signals on to a child and waits for its end. @returns its exit code, 1 when it was killed or did not start */
function ended(child) {
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  // npm hands a signal to the shell that it runs this in. The shell dies of it and tells nobody: what shows is another parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 250);
  // npm measures with the machine's Node what will run on the project's own, so that one of its warnings is untrue here.
  if (child.stderr) createInterface(child.stderr).on('line', (line) => /^npm warn EBADENGINE/i.test(line) || console.error(line));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  });
}
