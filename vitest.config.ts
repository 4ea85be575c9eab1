import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': at('.'),
      'server-only': at('./lib/testing/server-only.ts'), // the package throws unless a server component is being built
    },
  },
  test: {
    environment: 'node',
    include: ['{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['lib/testing/postgres.ts'],
    setupFiles: ['lib/testing/database.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // lib/testing/database.ts gives each file what a process of its own would
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
