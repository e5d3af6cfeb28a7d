import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', 'dist/**', 'tests/e2e/**'];
// Budgets live in `npm run bench`; here a limit only ends a test that hangs.
const limits = { testTimeout: 120_000, hookTimeout: 120_000 };
/** Files that put something in the place of a module: each has its modules to itself. */
const alone = globSync('{main,renderer,scripts,server,tests}/**/*.test.{ts,tsx}').filter((file) =>
  readFileSync(file, 'utf8').includes('vi.mock('),
);

export default defineConfig({
  test: {
    // The default leaves a core alone: on a small machine that is half of it.
    maxWorkers: '100%',
    // All but those share one load of what they test, which is a third of their time; no file leaves anything behind for the next.
    projects: [
      { test: { name: 'shared', include: ['shared/**/*.test.ts'], exclude, isolate: false, ...limits } },
      {
        test: {
          name: 'rest',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, 'shared/**', ...alone],
          isolate: false,
          setupFiles: ['renderer/testing/each-file.ts'],
          ...limits,
        },
        resolve: { alias: [{ find: /^zustand$/, replacement: join(import.meta.dirname, 'renderer/testing/zustand.ts') }] },
      },
      { test: { name: 'alone', include: alone, exclude, ...limits } },
    ],
  },
});
