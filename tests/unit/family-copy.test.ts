import { describe, expect, it } from 'vitest'
import { runsOf } from '../../lib/pdf/fonts'
import { familyCopyPdf } from '../../lib/pdf/family-copy'
import { readingGrade } from '../../lib/pathway/reading'
import { familyText } from '../../lib/plans/family-words'
import type { FamilyCopy } from '../../lib/plans/print'

const copy: FamilyCopy = {
  name: 'Zoë Ní Bhraonáin', version: 3, issuedAt: '2026-11-19T10:00:00Z', reviewOn: '2026-12-17', worker: 'Łukasz Wójcik-Ștefănescu',
  sections: [
    { id: 'works_well', heading: 'What is going well', text: 'You go to dance on **Tuesdays**.\n\n- Your gran\n- Your friend Aoife, who has known you since you were both five and lives two doors down' },
    { id: 'missing', heading: 'If you are away from home', text: `Send one message by ten. ${'We will ring you, then your mum. '.repeat(40)}` },
  ],
  said: [{ name: 'Zoë', young: true, words: 'I am fine at my gran’s' }, { name: 'Sinéad Ní Bhraonáin', young: false, words: 'I want to know she is in' }],
  actions: [{ what: 'Ring the school nurse', owner: 'Your mum', dueOn: '2026-11-30', done: false }, { what: 'Choose a dance class', owner: 'You', dueOn: '2026-11-25', done: true }],
}

describe('the family copy', () => {
  it('has fixed words that are read at eleven or younger', () => {
    expect(readingGrade(familyText())).toBeLessThan(6)
  })

  it('is a tagged PDF in British English, titled without a name', async () => {
    const file = (await familyCopyPdf(copy)).toString('latin1')
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file).toContain('(Safety plan)')
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toContain('/Lang (en-GB)')
    expect(file).toContain('/StructTreeRoot')
  })

  it('sets every letter of a name, from whichever file has it, and shows that one is missing', () => {
    for (const name of ['Zoë Ní Bhraonáin', 'Łukasz Wójcik', 'Ștefănescu', 'Жанна', 'Nguyễn Thị Ánh', 'Ελένη']) {
      expect(runsOf(name, 400).map(({ text }) => text).join('')).toBe(name.normalize('NFC'))
    }
    expect(runsOf('Zoë', 400)).toEqual([{ font: 'latin-400', text: 'Zoë' }])
    expect(runsOf('آمنہ', 700).map(({ text }) => text).join('')).toBe('????')
  })
})
