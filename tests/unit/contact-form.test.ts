import { describe, expect, it } from 'vitest'
import { contactFromDraft, emptyContact, goesToCase, toContactInput, type ContactForm } from '../../lib/contacts/form'
import { contactSchema } from '../../lib/contacts/schema'

const KEY = '7f1a3c52-6f0e-4a5b-9a0c-2f9f5f2b9c11'
const filled = (over: Partial<ContactForm> = {}): ContactForm => ({
  ...emptyContact(KEY), danger: 'no', referrerName: 'Gwen Hart', sourceCode: '2A', whatWasSaid: 'Something', childKind: 'unidentified', exploitation: 'no', consent: 'given', ...over,
})
const child = (openCase: { practitioner: string | null } | null) => ({ id: KEY, title: 'Robin Test', openCase })

describe('a contact form', () => {
  it('has every field of the command and no other', () => {
    const answer = contactSchema.safeParse(toContactInput(filled()))
    expect(answer.success ? [] : answer.error.issues).toEqual([])
  })

  it('sends only what its answers ask for', () => {
    const typed = { medicalConsentNote: 'kept', sharingNote: 'kept', schoolDaysMissed: '9', separateReason: 'kept', dangerAction: 'kept' }
    expect(toContactInput(filled(typed))).toMatchObject({ medicalConsentNote: '', sharingNote: '', schoolDaysMissed: '', separateReason: '', dangerAction: '' })
    const asked = filled({
      ...typed, danger: 'yes', medicalConsent: 'refused', sharingBasis: 'not_to_share', concerns: ['school_absence'], childKind: 'known', knownChild: child({ practitioner: null }), recordOn: 'contact',
    })
    expect(toContactInput(asked)).toMatchObject(typed)
  })

  it('goes to the case only where the chosen child has one open and nobody says that it is separate', () => {
    const open = { childKind: 'known', knownChild: child({ practitioner: 'Maya' }), recordOn: 'case' } as const
    expect(goesToCase(open)).toBe(true)
    expect(goesToCase({ ...open, recordOn: 'contact' })).toBe(false)
    expect(goesToCase({ ...open, childKind: 'new' })).toBe(false)
    expect(goesToCase({ ...open, knownChild: child(null) })).toBe(false)
    expect(goesToCase({ ...open, knownChild: null })).toBe(false)
  })

  it('comes back whole from its draft, and from one of an older form with what fits', () => {
    const form = filled({ childKind: 'known', knownChild: child({ practitioner: 'Maya' }), callTemplate: 'school/waymark-1', subjects: [{ kind: 'place', label: 'The Crown', note: '' }], recordOn: 'contact' })
    expect(contactFromDraft(KEY, JSON.parse(JSON.stringify(form)) as Record<string, unknown>)).toEqual(form)
    const older = contactFromDraft(KEY, { whatWasSaid: 'Half', knownChild: { id: KEY, title: 'Robin Test' }, subjects: [null, { kind: 'boat', label: 'x' }, { kind: 'person', label: 'Daz' }] })
    expect(older).toMatchObject({ whatWasSaid: 'Half', knownChild: child(null), sharingBasis: 'public_task', subjects: [{ kind: 'person', label: 'Daz', note: '' }] })
    expect(contactFromDraft(KEY, undefined)).toEqual(emptyContact(KEY))
  })
})
