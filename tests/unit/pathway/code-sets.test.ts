import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as codes from '../../../lib/pathway/codes'
import * as concerns from '../../../lib/pathway/concerns'
import { LEVELS_OF_NEED } from '../../../lib/pathway/need'
import * as words from '../../../lib/pathway/words'

const listed = (set: readonly { code: string }[]) => set.map((entry) => entry.code).join(' ')

describe('census code sets', () => {
  it('hold every code the pathway names, and no other', () => {
    expect(listed(codes.SOURCES)).toBe('1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10')
    expect(listed(codes.ETHNICITIES)).toBe(
      'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT')
    expect([...listed(codes.SEXES).split(' ')].sort()).toEqual(['F', 'M', 'U'])
    expect(listed(codes.DISABILITIES)).toBe('NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA')
    expect(listed(codes.PRIMARY_NEEDS)).toBe('N1 N2 N3 N4 N5 N6 N7 N8 N9 N0')
    expect(listed(codes.CLOSURE_REASONS)).toBe('RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9')
    expect(listed(codes.ASSESSMENT_FACTORS)).toBe('10A 11A 12A 13A 15A 16A 24A 21')
  })

  it('group sources and ethnicities, with the unknown in a group of its own or the rest', () => {
    const local = codes.SOURCES.filter((source) => source.group === 'local_authority')
    expect(listed(local)).toBe('5A 5B 5C 5D')
    expect(['6', '2A', '2B', '4', '9', 'ZZ', null].map(codes.sourceGroup)).toEqual([
      'police', 'education', 'education', 'other', 'other', 'other', 'other',
    ])
    expect(['WBRI', 'WROM', 'MWAS', 'CHNE', 'BAFR', 'OOTH', 'REFU', undefined].map(codes.ethnicityGroup)).toEqual([
      'white_british', 'white_other', 'mixed', 'asian', 'black', 'other', 'not_known', 'not_known',
    ])
  })

  it('give words for any code and never throw', () => {
    expect(codes.labelOf(codes.SOURCES, '6')).toBe('Police')
    expect(codes.labelOf(words.CHANNELS, 'in_person')).toBe('In person')
    for (const missing of ['ZZ', '', null, undefined]) {
      expect(codes.labelOf(codes.SEXES, missing)).toBe('Not known')
      expect(codes.isCodeOf(codes.SEXES, missing)).toBe(false)
    }
    expect(codes.isCodeOf(codes.SEXES, 'F')).toBe(true)
  })

  it('keep "none" apart from the rest', () => {
    expect(codes.standsAlone(['NONE'])).toBe(true)
    expect(codes.standsAlone(['NONE', 'NONE'])).toBe(true)
    expect(codes.standsAlone(['NONE', 'LD'])).toBe(false)
    expect(codes.standsAlone(['11A', '21'])).toBe(false)
    expect(codes.standsAlone(['11A', '10A'])).toBe(true)
    expect(codes.standsAlone([])).toBe(true)
  })
})

describe('every list', () => {
  const sets = Object.entries({ ...codes, ...concerns, ...words }).filter(([, value]) => Array.isArray(value))

  it.each(sets)('%s has no key twice and a label for each', (_name, set) => {
    const entries = (set as readonly (string | codes.Labelled)[]).map((entry) =>
      typeof entry === 'string' ? { key: entry, label: entry } : { key: entry.code ?? entry.id, label: entry.label })
    expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length)
    for (const { key, label } of entries) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/)
      expect(label.trim()).not.toBe('')
    }
  })

  it('has concerns that are ordinary and concerns that raise exploitation, all with a level of need', () => {
    const exploitation = concerns.CONCERN_TYPES.filter((concern) => concern.exploitation)
    expect(exploitation.length).toBeGreaterThan(8)
    expect(concerns.CONCERN_TYPES.length - exploitation.length).toBeGreaterThan(8)
    for (const concern of concerns.CONCERN_TYPES) expect(LEVELS_OF_NEED).toContain(concern.need)
    for (const group of concerns.CONCERN_GROUPS) {
      expect(concerns.CONCERN_TYPES.some((concern) => concern.group === group.id)).toBe(true)
    }
  })

  it('blames no child', () => {
    const shown = JSON.stringify(sets)
    expect(shown).not.toMatch(/promiscu|lifestyle choice|at risk herself|hard to engage|abscond|recruit|unacceptable/i)
  })
})

describe('the folder', () => {
  const folder = new URL('../../../lib/pathway/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const source = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const imports = (name: string) => [...source(name).matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '')

  it('imports nothing but itself and its date libraries, and has no clock of its own', () => {
    for (const name of files) {
      for (const from of imports(name)) expect(from).toMatch(/^(\.\/[a-z-]+|date-fns|@date-fns\/tz|date-holidays)$/)
      expect(source(name)).not.toMatch(/Date\.now|new Date\(\)|\bany\b[\])>,;]/)
    }
  })

  it('keeps the holiday library out of what a browser may load', () => {
    const heavy = files.filter((name) => imports(name).some((from) => /date-holidays|\/working-days|\/clocks/.test(from)))
    expect(heavy.sort()).toEqual(['access-clock.ts', 'assessment-parts.ts', 'clocks.ts', 'enquiry.ts', 'panel-agenda.ts', 'referral-clock.ts', 'shifts.ts', 'strategy.ts', 'working-days.ts'])
  })
})
