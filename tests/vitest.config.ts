import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': fileURLToPath(new URL('./support/empty.ts', import.meta.url)) } },
  test: {
    // each file has a database of its own: left alone, a machine of two cores would use one
    maxWorkers: 2,
    // a slow machine is no failure, and a test that hangs still is one
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/access/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          // the files of a worker share its modules, which take longer to load than most of them to run
          isolate: false,
        },
      },
    ],
  },
})
