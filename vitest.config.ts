import { defineConfig } from 'vitest/config'

/** Rules, deeds and house tests share one process and one database a worker; journeys drive a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'deeds',
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          globalSetup: ['tests/setup/database.ts'],
          pool: 'forks',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/*.spec.ts'],
          globalSetup: ['tests/setup/database.ts'],
          pool: 'forks',
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
