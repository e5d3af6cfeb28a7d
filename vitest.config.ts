import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', 'tests/e2e/**'],
    // Budgets live in `npm run bench`; here a limit only ends a test that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
