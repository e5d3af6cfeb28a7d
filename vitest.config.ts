import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', 'dist/**', 'tests/e2e/**'];
// Budgets live in `npm run bench`; here a limit only ends a test that hangs.
const limits = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // The default leaves a core alone: on a small machine that is half of it.
    maxWorkers: '100%',
    projects: [
      {
        // Pure: no file leaves anything behind for the next, so that they share one load of the rulebook.
        test: { name: 'shared', include: ['shared/**/*.test.ts'], exclude, isolate: false, ...limits },
      },
      { test: { name: 'rest', include: ['**/*.test.ts', '**/*.test.tsx'], exclude: [...exclude, 'shared/**'], ...limits } },
    ],
  },
});
