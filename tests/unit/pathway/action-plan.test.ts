import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../lib/csv'
import { readCsv } from '../../../lib/csv-read'
import { dueOf, dueText, isOverdue, monthsAfter, statusOf, statusProblem, updatesWanted } from '../../../lib/pathway/action-plan'
import { readPlanTable } from '../../../lib/pathway/plan-table'

const row = (...updates: { status: 'under_way' | 'done'; milestone: 'six_months' | 'between'; newDue: string | null }[]) => ({ dueOn: '2026-11-19', addedOn: '2026-05-01', updates })

describe('a row of the plan', () => {
  it('is overdue after its day, and neither on the day nor once it is done', () => {
    expect([isOverdue(row(), '2026-11-19'), isOverdue(row(), '2026-11-20')]).toEqual([false, true])
    expect(isOverdue(row({ status: 'done', milestone: 'between', newDue: null }), '2027-01-01')).toBe(false)
  })

  it('is due when it was last agreed, and says when it was due before', () => {
    const moved = row({ status: 'under_way', milestone: 'between', newDue: '2027-03-31' }, { status: 'under_way', milestone: 'six_months', newDue: null })
    expect([statusOf(moved), dueOf(moved), dueText(moved), isOverdue(moved, '2026-12-01')]).toEqual(['under_way', '2027-03-31', '31 Mar 2027 (was 19 Nov 2026)', false])
  })

  it('wants an update at 6 and at 12 months until it has ended', () => {
    expect(updatesWanted(row(), '2026-10-31')).toEqual([])
    expect(updatesWanted(row(), '2026-11-01')).toEqual(['six_months'])
    expect(updatesWanted(row({ status: 'under_way', milestone: 'six_months', newDue: null }), '2027-05-01')).toEqual(['twelve_months'])
    expect(updatesWanted(row({ status: 'done', milestone: 'between', newDue: null }), '2028-01-01')).toEqual([])
    expect([monthsAfter('2026-08-31', 6), monthsAfter('2023-08-29', 6), monthsAfter('2026-12-15', 12)]).toEqual(['2027-02-28', '2024-02-29', '2027-12-15'])
    expect([statusProblem('done', ''), statusProblem('done', 'Minutes'), statusProblem('behind', '')]).toEqual(['Say what shows that it is done', null, null])
  })
})

describe('a table', () => {
  const HEAD = ['Recommendation', 'Action', 'Lead', 'How', 'Due', 'Status', 'Update', 'Evidence']
  const read = (...rows: string[][]) => readPlanTable([HEAD, ...rows])

  it('is read row by row, dates in either way of writing, in any order of columns', () => {
    expect(read(['R', 'A', 'The board', 'H', '31/3/2027', '', '', ''])).toEqual({ rows: [{ line: 2, row: { recommendation: 'R', action: 'A', lead: 'The board', how: 'H', due: '2027-03-31', status: null, update: '', evidence: '' } }] })
    expect(readPlanTable([['due', 'how', 'lead', 'action', 'recommendation'], ['2027-03-31', 'H', 'L', 'A', 'R']])).toMatchObject({ rows: [{ row: { due: '2027-03-31', recommendation: 'R' } }] })
  })

  it('says of each refused row everything that is wrong with it', () => {
    expect(read(['', 'A', 'L', 'H', '2027-02-30', 'Finished', '', ''], ['R', 'A', 'L', 'H', '2027-03-31', 'Done', '', ''])).toEqual({ rows: [
      { line: 2, problems: ['recommendation is empty', 'due is not a date: “2027-02-30”. Write it as 2027-03-31 or 31/3/2027', 'status is none that Waymark knows: “Finished”. Use not started, under way, behind, done, not going on'] },
      { line: 3, problems: ['update is empty, and the status says that something was done', 'Say what shows that it is done'] },
    ] })
    expect(readPlanTable([])).toEqual({ problem: 'The table is empty' })
    expect(readPlanTable([['action'], ['A']])).toEqual({ problem: 'The first row has no column called recommendation, lead, how, due' })
    expect(readPlanTable([HEAD])).toEqual({ problem: 'The table has a header and no rows' })
  })

  it('is read out of CSV as it was written, whatever its cells hold', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, '')).filter((text) => text.trim() !== '' && !/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && !text.includes('\t'))
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      expect(readCsv(csvOf(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows])
    }))
    expect(readCsv('a\tb\n1, 2\t3\n')).toEqual([['a', 'b'], ['1, 2', '3']])
    expect(readCsv('a,b\n"1,2')).toBeNull()
  })
})
