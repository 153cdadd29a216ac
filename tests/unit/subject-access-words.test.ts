import { describe, expect, it } from 'vitest'
import { compose } from '../../lib/subject-access/compose'
import { logSchema } from '../../lib/subject-access/schema'
import { CASE_TABLES, TOLD_TABLES } from '../../lib/subject-access/tables'

const table = (name: string) => [...TOLD_TABLES, ...CASE_TABLES].find((one) => one.name === name) ?? expect.fail(name)
const textOf = (name: string, row: Record<string, unknown>) => compose(table(name), row, [], new Map(), null).text

describe('what a young person reads of their record', () => {
  it('has words where the store has codes of the census', () => {
    expect(textOf('child', { sex: 'F', ethnicity: 'APKN', disabilities: ['LD', 'AUT'], legal_status: 'V2' }).split('\n')).toEqual(['Sex: Female', 'Ethnicity: Pakistani', 'Disability: Learning disability; Autism', 'Legal status: Looked after by agreement (section 20)'])
    expect(textOf('cate_case', { closure_reason: 'RC9' })).toBe('Why it closed: Closed after assessment, referred to early help')
    expect(textOf('contact', { source_code: '2A' })).toBe('Kind of source: School')
  })

  it('keeps a code that has no words, and says nothing of what is not there', () => {
    expect(textOf('child', { ethnicity: 'ZZZZ', sex: null, disabilities: [] })).toBe('Ethnicity: ZZZZ')
  })
})

describe('logging a request', () => {
  const problems = (over: object) => {
    const answer = logSchema.safeParse({ submissionKey: crypto.randomUUID(), childId: crypto.randomUUID(), requester: '', requesterName: '', reach: '', asked: '', identity: '', authority: '', youngView: '', receivedOn: { day: '', month: '', year: '' }, checkedOn: { day: '', month: '', year: '' }, ...over })
    return answer.success ? [] : answer.error.issues.map(({ path }) => path.join('.'))
  }

  it('tells everything that is missing at once, and asks for the right only of whoever asks for another', () => {
    expect(problems({ requester: 'parent' })).toEqual(expect.arrayContaining(['requesterName', 'receivedOn', 'authority', 'youngView']))
    for (const requester of ['', 'young_person']) expect(problems({ requester })).not.toContain('authority')
  })

  it('refuses what is no form at all', () => {
    for (const nothing of [null, 'x', []]) expect(logSchema.safeParse(nothing).success).toBe(false)
  })
})
