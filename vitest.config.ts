import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const shared: TestProjectInlineConfiguration['test'] = {
  environment: 'node',
  pool: 'forks',
  // What is marked `server-only` runs in plain Node under this condition alone.
  execArgv: ['--conditions=react-server'],
  setupFiles: ['lib/testing/console-guard.ts'],
};

const never = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  ssr: { resolve: { conditions: ['react-server', 'node', 'development|production'] } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...never, '**/*.db.test.ts', '**/*.corpus.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'corpus',
          include: ['**/*.corpus.test.ts'],
          exclude: never,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: never,
          globalSetup: ['db/testing/global-setup.ts'],
          // A cluster is made in half a second, unless the machine has much else to do.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
