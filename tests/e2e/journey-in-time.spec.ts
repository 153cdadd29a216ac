import { forgetSignIns } from './support/clock'
import { expect, test } from './support/test'
import { walk } from './support/whole-way'

test.afterEach(() => forgetSignIns())

test('a young person’s way with every clock met: nobody is shown anything late, from the call to the first review', async ({ as }) => {
  test.setTimeout(240_000)
  const { references, visit, goTo } = await walk({ as, child: { first: 'Perran', last: 'Wetherhill' }, miss: false })
  goTo(57)
  await visit('manager', '/today', async (page) => {
    const table = page.getByRole('table', { name: /^Late now/ })
    await expect(table).toBeVisible()
    for (const his of references) await expect(table.getByText(his)).toHaveCount(0)
  })
})
