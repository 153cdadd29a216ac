import { defineConfig } from '@playwright/test'

// lib/setup/browser-tests.mjs sets up the server, the database and this environment
const { CHROMIUM_PATH, WAYMARK_BROWSER_URL, WAYMARK_BROWSER_REPORT } = process.env
if (!WAYMARK_BROWSER_URL) throw new Error('Run the browser tests with: node lib/setup/browser-tests.mjs')

export default defineConfig({
  testDir: './e2e',
  outputDir: './results/browser',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: [['list'], ...(WAYMARK_BROWSER_REPORT ? [['json', { outputFile: WAYMARK_BROWSER_REPORT }] as const] : [])],
  use: {
    baseURL: WAYMARK_BROWSER_URL,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 8_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
