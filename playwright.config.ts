import { defineConfig } from '@playwright/test'
import { browserPath } from './e2e/browser.ts'

const PORT = Number(process.env.E2E_PORT ?? 3290)
const executablePath = await browserPath()

export default defineConfig({
  testDir: 'e2e',
  timeout: 180_000, // some walk through every page type; a busy machine takes its time
  expect: { timeout: 15_000 },
  workers: 2,
  globalSetup: './e2e/seeded-cluster.ts',
  forbidOnly: !!process.env.CI,
  reporter: process.env.E2E_JSON ? [['dot'], ['json', { outputFile: process.env.E2E_JSON }]] : [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--js-flags=--single-threaded'], // the workers keep every processor busy: more threads only wait for each other
    },
  },
  // The program a newcomer starts, on a database of its own that is made anew for each run.
  webServer: {
    command: 'node e2e/fresh-archive.mjs',
    url: `http://localhost:${PORT}/healthz`,
    env: { PORT: String(PORT) },
    timeout: 240_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
