import type { Definition } from './definition'

const inTime = (of: string) => ({ flag: 'in_time', of })

/** Figure 5 of DOMAIN 6. Each says what it is late against. Something not yet due is in none of them. */
export const TIMELINESS = {
  panel_in_time: {
    title: 'Risk panel within its time', unit: 'cases', at: 'in', fact: 'panel', among: ['due'], by: ['practitioner'], share: inTime('cases referred in the period whose panel has met or should have'),
    words: 'Of the cases referred in the period whose first risk panel has met or should have met by now, those whose panel met by its date: six weeks from the referral unless the area says otherwise.',
  },
  reviews_in_time: {
    title: 'Reviews held by their date', unit: 'reviews', at: 'in', fact: 'review', among: ['due'], by: ['practitioner'], share: inTime('reviews that fell due in the period'),
    words: 'Of the reviews that fell due in the period, held or not, those held by their date. High is reviewed every 4 weeks, Medium-High 6, Medium 8, Low-Medium and Low 12, unless the area says otherwise.',
  },
  strategy_in_time: {
    title: 'Strategy meetings held on the day planned', unit: 'meetings', at: 'in', fact: 'strategy', among: ['due'], by: [], share: inTime('strategy meetings planned for the period'),
    words: 'Of the strategy meetings planned for a day of the period that has come, those held on that day or before.',
  },
  minutes_in_time: {
    title: 'Minutes out within one working day', unit: 'meetings', at: 'in', fact: 'strategy', among: ['minutes'], within: ['due'], by: [], share: { flag: 'minutes_in_time', of: 'strategy meetings held whose minutes are out or should be' },
    words: 'Of the strategy meetings planned for the period and held, whose minutes are out or should be, those whose minutes were out by the same time on the next working day.',
  },
  conferences_in_time: {
    title: 'Initial conferences within 15 working days', unit: 'conferences', at: 'in', fact: 'conference', among: ['due'], by: [], share: inTime('conferences due in the period'),
    words: 'Of the initial child protection conferences due in the period, where section 47 began at a strategy meeting, those held within 15 working days of it (Working Together). A conference that was found not to be needed is not counted.',
  },
  acknowledged_in_time: {
    title: 'Referrals acknowledged in time', unit: 'referrals', at: 'in', fact: 'referral', among: ['due'], by: ['receiver'], share: inTime('referrals sent in the period that were acknowledged or should have been'),
    words: 'Of all referrals sent in the period that were acknowledged or should have been by now, those whose receiver acknowledged or answered within its time: one working day unless the area says otherwise.',
  },
  actions_overdue: {
    title: 'Agreed actions that are overdue', unit: 'actions', at: 'end', fact: 'action', by: ['owner'], share: { flag: 'overdue', of: 'actions open at the end of the period' },
    words: 'Of the actions agreed at panels, in plans, at strategy meetings and reviews that were open at the end of the period, those whose day had passed. Somebody who signs in counts under their agency.',
  },
  enquiries_in_time: {
    title: 'Enquiries answered in time', unit: 'requests', at: 'in', fact: 'enquiry', among: ['due'], by: ['agency'], share: inTime('agencies’ answers asked for in the period that came or should have'),
    words: 'Of the answers that agencies were asked for in the period and that came or should have come by now, those that came by the time that was set. “Nothing known” is an answer.',
  },
  returns_in_time: {
    title: 'Panel returns in time', unit: 'returns', at: 'in', fact: 'return', among: ['due'], by: ['agency'], share: inTime('returns to panels of the period that came or should have'),
    words: 'Of the returns that agencies were asked for, one for each case of a panel planned for the period, that came or should have come by now, those that came by the panel’s day for returns.',
  },
} as const satisfies Record<string, Definition>
