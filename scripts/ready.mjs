// Runs a script of this project on a machine that has only some Node and npm: installs what package-lock.json names when
// that has not been done, then starts the script on the project's own Node 24. Plain JavaScript, because the machine's
// Node may not read TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm ci --no-fund --no-audit', { cwd: root, stdio: ['ignore', 2, 2], shell: true });
  if (result.status !== 0 || !existsSync(node)) {
    console.error('npm ci failed. It needs the npm registry (or a filled npm cache) and about 1.5 GB of disk; see its message above.');
    process.exit(result.status || 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { cwd: process.cwd(), stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
