import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { added, asOne, type Counts, fromLine, fromPlaywright, fromVitest } from './lib/counts.ts';
import { ensureChromium } from './lib/ensure-chromium.ts';
import { runStage } from './lib/run-stage.ts';

const root = dirname(import.meta.dirname);
const cache = join(root, '.cache');
const bin = (path: string) => join(root, 'node_modules', ...path.split('/'));
const minutes = 60_000;

/** Runs one of this project's tools on this very Node. */
const tool = (script: string, args: string[], limitMs: number, env: NodeJS.ProcessEnv = {}) =>
  runStage([process.execPath, '--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    limitMs,
    env: { ...process.env, ...env },
  });

const check = async (name: string, script: string, args: string[]) => asOne((await tool(script, args, 10 * minutes)).code, name);

/** @param part which of the seeds, see `npm run sim -- --help` */
async function simulate(part: string): Promise<Counts> {
  const { code, output } = await tool(join(root, 'tests', 'sim', 'main.ts'), ['--today', '--part', part], 15 * minutes);
  return fromLine(output, code, `simulation ${part}`);
}

/** A report that this run wrote; null when the tool did not come that far. */
function report<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
function fresh(name: string): string {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, name);
  rmSync(file, { force: true });
  return file;
}

type Stage = { name: string; run: () => Promise<Counts> };
const stages: Stage[] = [
  {
    // Side by side: alone each of them leaves a core idle half of its time.
    name: 'types, lint, promises, layers',
    run: () =>
      added([
        check('tsc -b', bin('typescript/bin/tsc'), ['-b']),
        check('biome check', bin('@biomejs/biome/bin/biome'), ['check', '.']),
        check('oxlint', bin('oxlint/bin/oxlint'), ['--type-aware']),
        check('fences', join(root, 'scripts', 'fences', 'main.ts'), []),
      ]),
  },
  {
    name: 'unit',
    async run() {
      const file = fresh('unit.json');
      const { code } = await tool(
        bin('vitest/vitest.mjs'),
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        40 * minutes,
      );
      return fromVitest(report(file), code);
    },
  },
  {
    name: 'simulation',
    run: () => added(['1/2', '2/2'].map(simulate)),
  },
  { name: 'build', run: async () => asOne((await tool(join(root, 'scripts', 'build.ts'), [], 10 * minutes)).code, 'build') },
  {
    name: 'end to end',
    async run() {
      const file = fresh('e2e.json');
      const { code } = await tool(bin('@playwright/test/cli.js'), ['test', '--reporter=list,json'], 45 * minutes, {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      });
      return fromPlaywright(report(file), code);
    },
  },
  {
    name: 'smoke',
    async run() {
      const { code, output } = await tool(join(root, 'scripts', 'start.ts'), ['--smoke'], 10 * minutes);
      return fromLine(output, code, 'smoke');
    },
  },
];

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const noChromium = await ensureChromium(root, console.log);
if (noChromium) console.error(noChromium);

let passed = 0;
const failures: string[] = [];
let failed = 0;
for (const { name, run } of stages) {
  console.log(`\n=== ${name} ===`);
  const began = performance.now();
  const counts = await run();
  passed += counts.passed;
  failed += counts.failed;
  failures.push(...counts.failures);
  console.log(`--- ${name}: ${counts.passed} passed, ${counts.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
