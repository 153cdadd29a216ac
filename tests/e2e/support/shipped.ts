import { expect, type Page } from '@playwright/test'

/** Everything the server sends for a page: the HTML, and the data that React asks for when it comes by a link. */
export async function shipped(page: Page, path: string): Promise<string> {
  const html = await page.request.get(path)
  const data = await page.request.get(path, { headers: { RSC: '1', 'Next-Url': path } })
  expect(data.headers()['content-type']).toContain('text/x-component')
  return `${await html.text()}\n${await data.text()}`
}
