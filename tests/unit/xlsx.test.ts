import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvPieces } from '../../lib/csv'
import { csvFile } from '../../lib/exports/csv-file'
import { xlsxOf } from '../../lib/exports/xlsx'
import { sheetOf } from '../support/sheet'

const header = ['Reference', 'What was said']
const TEXT = /<t xml:space="preserve">([^<]*)<\/t>/g

/** The cells of a file as a spreadsheet reads them. */
async function cells(rows: (string | null)[][]): Promise<string[]> {
  const xml = sheetOf(await buffer(xlsxOf({ title: 'Contacts', header, rows })))
  const read = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return [...xml.matchAll(TEXT)].map(([, text = '']) => read(text)).slice(header.length)
}

/** So many rows, and how many of them have been asked for. */
function counted(most: number) {
  const state = { taken: 0 }
  function* rows() {
    for (; state.taken < most; ) yield [`C${state.taken++}`, 'Something was said '.repeat(20)]
  }
  return { state, rows: rows() }
}

describe('an Excel file', () => {
  it('is made as it is read, and not before', async () => {
    const { state, rows } = counted(200_000)
    const file = xlsxOf({ title: 'Contacts', header, rows })
    for await (const _ of file) if (state.taken > 0) break
    expect(state.taken).toBeGreaterThan(0)
    expect(state.taken).toBeLessThan(50_000)
  })

  it('gives back what was typed, whatever it is', async () => {
    const typed = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('_x0041_', '<f>1+1</f>', 'a & b "c"', ' spaces ', '\nline', 'Zoë 你好')), { minLength: 1, maxLength: 5 })
    await fc.assert(fc.asyncProperty(typed, async (rows) => {
      const back = await cells(rows.map(([a, b]) => [a, `.${b}`]))
      expect(back.filter((_, at) => at % 2)).toEqual(rows.map(([, b]) => `.${b}`))
    }), { numRuns: 30 })
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('never begins a formula with %j', async (typed) => {
    const [cell = ''] = await cells([[typed, null]])
    expect(cell.startsWith("'")).toBe(true)
  })

  it('leaves out what XML cannot hold and ends what no cell can, and says so', async () => {
    const [a = '', b = ''] = await cells([['a\u0000b\u000Bc\uFFFE\uD800', 'x'.repeat(40_000)]])
    expect(a).toBe('abc\uFFFD')
    expect(b).toHaveLength(32_767)
    expect(b.endsWith('…')).toBe(true)
  })

  it('fails as a whole where a row cannot be read', async () => {
    function* rows(): Generator<string[]> {
      yield ['C1', '']
      throw new Error('gone')
    }
    await expect(buffer(xlsxOf({ title: 'Contacts', header, rows: rows() }))).rejects.toThrow('gone')
  })
})

it('makes CSV as it is read, too', () => {
  const { state, rows } = counted(10_000)
  const pieces = csvPieces(header, rows)
  expect(pieces.next().value).toContain('"C0"')
  expect(state.taken).toBeLessThan(1_000)
})

it('sends CSV as the body of an answer, whatever script is in it', async () => {
  const body = Readable.toWeb(csvFile({ header, rows: [['C1', 'Zoë 你好']] })) as unknown as BodyInit
  expect(await new Response(body).text()).toBe('"Reference","What was said"\r\n"C1","Zoë 你好"\r\n')
})
