import type { Page, Request } from '@playwright/test'
import { openContactForm, PLAIN_CALL, typeCall } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

/** Everything that the server answers but the build's own files, while somebody works. */
async function answersWhile(page: Page, work: () => Promise<void>): Promise<{ what: string; headers: Record<string, string> }[]> {
  const answers: { what: string; headers: Record<string, string> }[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/_next/static/') || pathname === '/icon.svg') return
    answers.push({ what: `${response.request().method()} ${pathname}`, headers: response.headers() })
  })
  await work()
  return answers
}

test('no answer to somebody who is signed in may be kept by a browser or a proxy, and each carries its headers', async ({ as }) => {
  const page = await as('advisor')
  const { id } = await one<{ id: string }>(`SELECT c.id FROM contact c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' ORDER BY c.reference LIMIT 1`)
  const answers = await answersWhile(page, async () => {
    await page.goto('/today')
    await page.getByRole('link', { name: 'Contacts', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
    await page.goto(`/contacts/${id}`)
    await openContactForm(page)
    await typeCall(page, { said: 'A draft' })
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await page.goto('/children')
    await page.getByLabel('Find a child').fill('Iqbal')
    await expect(page.getByRole('list', { name: 'Children found' })).toContainText('Iqbal')
  })
  for (const kind of [/^GET \/contacts$/, /^PUT \/api\/drafts$/, /^POST \/children$/]) expect(answers.map(({ what }) => what)).toContainEqual(expect.stringMatching(kind))
  for (const { what, headers } of answers) {
    expect(headers['cache-control'], what).toContain('no-store')
    expect(headers, what).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers, what).not.toHaveProperty('x-powered-by')
  }
})

test('the content security policy names each script by a nonce that is new each time, and stops any other', async ({ as, allow }) => {
  allow(/inline event handler violates the following Content Security Policy/, /ERR_INVALID_URL/)
  const page = await as('advisor')
  const policyOf = async () => (await page.goto('/today'))?.headers()['content-security-policy'] ?? ''
  const policy = await policyOf()
  const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src ')) ?? ''
  expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)
  expect(policy).not.toContain('unsafe-eval')
  for (const rule of [`default-src 'self'`, `object-src 'none'`, `base-uri 'self'`, `form-action 'self'`, `frame-ancestors 'none'`]) expect(policy.split('; ')).toContain(rule)
  expect(await policyOf()).not.toBe(policy)
  // markup that found its way onto a page
  await page.evaluate(
    () =>
      new Promise((tried) => {
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">')
        document.body.lastElementChild?.addEventListener('error', tried)
      }),
  )
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test('the session’s cookie cannot be read by a script, goes to no other site’s requests, and names nobody', async ({ as }) => {
  const page = await as('advisor')
  const session = (await page.context().cookies()).filter(({ name }) => name.includes('next-auth'))
  expect(session.map(({ name }) => name)).toContain('next-auth.session-token')
  for (const cookie of session) {
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(`${cookie.value}${Buffer.from(cookie.value, 'base64')}`).not.toMatch(/bryony|achterberg|advisor|demo\.test/i)
  }
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
})

test.describe('what was not sent from a page of Waymark', () => {
  /** The request of a contact's Save, held back. */
  async function heldSave(page: Page, said: string): Promise<Request> {
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, said })
    const sent = new Promise<Request>((resolve) => {
      void page.route('**/contacts/new/*', async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        resolve(route.request())
        await route.abort()
      })
    })
    await page.getByRole('button', { name: 'Save contact' }).click()
    return sent
  }

  const count = async (said: string) => (await sql('SELECT FROM contact WHERE what_was_said = $1', [said])).length

  test('saves nothing: the very request of a form is refused without its origin or with another’s', async ({ as, allow }) => {
    allow(/ERR_FAILED/)
    const page = await as('advisor')
    const said = 'Sent from somewhere else.'
    const request = await heldSave(page, said)
    const { origin, cookie: _cookie, 'content-length': _length, ...headers } = await request.allHeaders()
    const send = (over: Record<string, string>) => page.request.post(request.url(), { headers: { ...headers, ...over }, data: request.postDataBuffer() ?? '' })
    expect(headers).toHaveProperty('next-action')

    const without = await send({})
    expect(await without.text()).toContain('This was not sent from a page of Waymark, so nothing was done.')
    expect(await count(said)).toBe(0)
    for (const other of ['https://evil.example', 'null']) {
      expect(await (await send({ origin: other })).text(), other).not.toContain('"ok":true')
      expect(await count(said), other).toBe(0)
    }
    // that it was the origin and nothing else
    expect(await (await send({ origin: origin ?? '' })).text()).toContain('"ok":true')
    expect(await count(said)).toBe(1)
  })

  test('keeps no draft, changes no role and ends no session', async ({ as }) => {
    const page = await as('police', { ownSession: true })
    const roles = await page.getByLabel('Working as').locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    const strangers: Record<string, string>[] = [{}, { origin: 'https://evil.example' }]
    for (const headers of strangers) {
      await page.request.post('/api/session', { headers, form: { assignmentId: roles[1] ?? '' }, maxRedirects: 0 })
      expect(await (await page.request.put('/api/session', { headers })).json()).toEqual({ ok: false })
    }
    await page.goto('/today')
    await expect(page.getByRole('banner')).toContainText('Police CSE team · Wrenmoor')
    const kept = await page.context().cookies()
    await page.request.post('/api/sign-out', { headers: { origin: 'https://evil.example' }, maxRedirects: 0 })
    await page.context().addCookies(kept)
    await page.goto('/today')
    await expect(page.getByRole('banner')).toContainText('Siobhan Kerrigan-Adair')

    const advisor = await as('advisor')
    const draftId = 'd7a7f0de-0000-4000-8000-00000000beef'
    const answer = await advisor.request.put('/api/drafts', { data: { draftId, kind: 'contact', content: { whatWasSaid: 'x' } } })
    expect(await answer.json()).toMatchObject({ ok: false, kind: 'refused' })
    expect(await sql('SELECT FROM draft WHERE id = $1', [draftId])).toEqual([])
  })
})
