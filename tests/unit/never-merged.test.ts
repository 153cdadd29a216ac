import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { may, PERMISSIONS } from '../../lib/access/permissions'
import { filesBelow, root } from '../support/source'

/** Two children are never joined by the machine (DOMAIN 2): there is no way from a rule or a job to a judgement. */
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const files = filesBelow('lib', 'app', 'prisma').filter((file) => !file.startsWith('lib/database/generated/'))
const naming = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file))).sort()

describe('a judgement of two records', () => {
  it('is written in one place', () => {
    expect(naming(/childJudgement\.(create|update|upsert|delete)|(INSERT INTO|UPDATE) child_judgement/)).toEqual(['lib/screening/judge.ts'])
  })

  it('is reached from a person’s own actions alone', () => {
    expect(naming(/from '[^']*screening\/judge'/)).toEqual(['app/(signed-in)/children/actions.ts'])
    expect(naming(/import '[^']*screening\/judge'/)).toEqual(['lib/operations.ts'])
  })

  it('is nothing that the rule knows of, nor a job', () => {
    const imported = [...textOf('lib/pathway/matching.ts').matchAll(/from '([^']+)'/g)].map(([, from]) => from)
    expect(imported.sort()).toEqual(['./identifiers', './likeness', './london'])
    expect(filesBelow('lib/jobs').filter((file) => /screening/.test(textOf(file)))).toEqual([])
  })

  it('is not the system’s to make: it holds none of the permissions', () => {
    for (const permission of PERMISSIONS.filter((name) => /^child:(merge|tell-apart|match)$/.test(name))) expect([permission, may('system', permission)]).toEqual([permission, false])
    expect(may('safeguarding_lead', 'child:merge')).toBe(true)
  })
})
