import { defineConfig } from '@playwright/test'

// lib/setup/browser-tests.mjs sets up the server, the database and this environment
const { CHROMIUM_PATH, WAYMARK_BROWSER_SITES, WAYMARK_BROWSER_REPORT, TEST_PARALLEL_INDEX } = process.env
if (!WAYMARK_BROWSER_SITES) throw new Error('Run the browser tests with: node lib/setup/browser-tests.mjs')

// every worker reads this file, and takes the site that is its own: a web server, a database and a clock
const sites = JSON.parse(WAYMARK_BROWSER_SITES) as Record<string, string>[]
const site = sites[Number(TEST_PARALLEL_INDEX ?? 0)]
Object.assign(process.env, site)

export default defineConfig({
  testDir: './e2e',
  outputDir: './results/browser',
  workers: sites.length,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(WAYMARK_BROWSER_REPORT ? [['json', { outputFile: WAYMARK_BROWSER_REPORT }] as const] : [])],
  use: {
    baseURL: site?.WAYMARK_BROWSER_URL,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
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
