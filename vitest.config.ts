import { defineConfig } from 'vitest/config'

/** One process runs many files, which is five times as fast; whoever changes something global must change it back. */
const setup = { globalSetup: ['tests/setup/database.ts'], pool: 'forks' as const, isolate: false }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...setup,
          name: 'deeds',
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...setup,
          name: 'journeys',
          include: ['tests/journeys/*.spec.ts'],
          fileParallelism: false, // two browsers and two programs at once only wait for each other
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
