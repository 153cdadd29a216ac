import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { scratchFile, setClock } from './clock'
import { PASSWORD, PEOPLE, type PersonKey } from './people'

type Options = BrowserContextOptions & {
  /** A session of one's own, for a test that ends it. */
  ownSession?: boolean
}

type Fixtures = {
  /** A page of somebody who is signed in, in a browser of their own; at today's work. */
  as: (who: PersonKey, options?: Options) => Promise<Page>
  /** A page of nobody. */
  nobody: (options?: BrowserContextOptions) => Promise<Page>
  /** What the console may complain of in this test; anything else fails it. */
  allow: (...complaints: RegExp[]) => void
  /** Fails the test where a page complained of anything that was not allowed. */
  complaints: { seen: string[]; allowed: RegExp[] }
  clockAtNow: void
}

export const test = base.extend<Fixtures>({
  complaints: async ({}, use) => {
    const complaints = { seen: [] as string[], allowed: [] as RegExp[] }
    await use(complaints)
    const wrong = complaints.seen.filter((text) => !complaints.allowed.some((allowed) => allowed.test(text)))
    if (wrong.length) throw new Error(`The browser complained:\n${wrong.join('\n')}`)
  },
  allow: async ({ complaints }, use) => {
    await use((...allowed) => void complaints.allowed.push(...allowed))
  },
  clockAtNow: [
    async ({}, use) => {
      setClock()
      await use()
    },
    { auto: true },
  ],
  nobody: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context, complaints.seen)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  as: async ({ nobody }, use) => {
    await use(async (who, { ownSession, ...options } = {}) => {
      const kept = scratchFile(`signed-in/${who}.json`)
      if (ownSession || !kept.there) {
        const page = await signIn(await nobody(options), who)
        if (!ownSession) await page.context().storageState({ path: kept.path })
        return page
      }
      const page = await nobody({ ...options, storageState: kept.path })
      await page.goto('/today')
      return page
    })
  },
})

export { expect } from '@playwright/test'

/** Signs in by hand, at the sign-in page. */
export async function signIn(page: Page, who: PersonKey): Promise<Page> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(PEOPLE[who][0])
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/today')
  return page
}

function watch(context: BrowserContext, seen: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => seen.push(`uncaught: ${error.error().message}`))
}
