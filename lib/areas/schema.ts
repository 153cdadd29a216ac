import { z } from 'zod'
import { oneOf, text, version } from '../input'

export const AGENCY_KINDS = ['council', 'police', 'health', 'education', 'housing', 'probation', 'licensing', 'voluntary', 'board'] as const

export const AGENCY_KIND_LABELS: Record<(typeof AGENCY_KINDS)[number], string> = {
  council: 'Council',
  police: 'Police',
  health: 'Health',
  education: 'School or college',
  housing: 'Housing',
  probation: 'Probation',
  licensing: 'Licensing',
  voluntary: 'Voluntary sector',
  board: 'Safeguarding Children Board',
}

/** What the area calls the enquiry that asks the agencies. */
export const labelsSchema = z.strictObject({
  version,
  enquiry: text('The name in full', { max: 80, required: 'Enter the name in full' }),
  enquiryShort: text('The name in short', { max: 20, required: 'Enter the name in short' }),
})

export const agencySchema = z.strictObject({
  name: text('Name', { max: 150, required: 'Enter the agency’s name' }),
  kind: oneOf(AGENCY_KINDS, 'Choose what kind of agency it is'),
})
