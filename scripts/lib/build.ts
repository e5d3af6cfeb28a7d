import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build as viteBuild } from 'vite';
import { mainBundle, preloadBundle } from './bundles.ts';
import { sourceHash } from './source-hash.ts';
import { thirdPartyText } from './third-party.ts';

type Part = 'renderer' | 'preload' | 'main';
const parts: readonly Part[] = ['renderer', 'preload', 'main'];
const repository = dirname(dirname(import.meta.dirname));

/** What each part is made of; package-lock.json stands for the libraries. */
const sources: Record<Part, readonly string[]> = {
  renderer: ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'],
  preload: ['main/preload', 'shared/ipc', 'scripts/lib/bundles.ts', 'package-lock.json'],
  main: ['main', 'shared', 'resources', 'scripts/lib/bundles.ts', 'scripts/lib/third-party.ts', 'package-lock.json'],
};

const makers: Record<Part, (root: string) => Promise<unknown>> = {
  renderer: (root) => viteBuild({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  preload: (root) => viteBuild(preloadBundle(root)),
  main: async (root) => {
    await viteBuild(mainBundle(root));
    writeFileSync(join(root, 'dist', 'main', 'THIRD-PARTY.txt'), thirdPartyText(root));
  },
};

const stampOf = (root: string, part: Part) => join(root, 'dist', `.${part}.built`);

/** Whether a part was built from the sources as they are. */
const isFresh = (root: string, part: Part): boolean =>
  existsSync(join(root, 'dist', part)) &&
  existsSync(stampOf(root, part)) &&
  readFileSync(stampOf(root, part), 'utf8') === sourceHash(root, sources[part]);

/**
 * Builds into dist/ those of `wanted` that are not fresh.
 * @returns the parts that were built
 */
export async function build(wanted: readonly Part[] = parts, { root = repository, say = console.log } = {}): Promise<Part[]> {
  const built: Part[] = [];
  for (const part of wanted) {
    if (isFresh(root, part)) continue;
    say(`Building ${part} …`);
    const hash = sourceHash(root, sources[part]); // of before: a file saved during the build makes the result stale
    await makers[part](root);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stampOf(root, part), hash);
    built.push(part);
  }
  return built;
}
