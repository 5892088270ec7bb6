import { defineConfig } from 'vitest/config'

const skipped = ['**/node_modules/**', '**/.next/**', '**/dist/**', '.lectern/**']
/** Milliseconds. Generous for a busy machine with two cores; a test that needs them is still a slow test. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/src/**/*.test.{ts,tsx}'], exclude: skipped, testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [
            '{cms,site,scripts,content-schemas}/test/**/*.test.{ts,tsx}',
            'plugins/*/test/**/*.test.{ts,tsx}',
            'test/integration/**/*.test.ts',
          ],
          exclude: skipped,
          globalSetup: ['scripts/src/vitest/databaseServer.ts'],
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: skipped,
          globalSetup: ['scripts/src/vitest/runningApp.ts'],
          // One browser and one installation for all; two cores.
          fileParallelism: false,
          ...patient,
        },
      },
    ],
  },
})
