import type { Definition } from './definition'

/** Figures 4, 6 and 7 of DOMAIN 6: the specialist team’s work and what changes. */
export const CATE = {
  cate_referrals: {
    title: 'Referrals to CATE', unit: 'referrals', at: 'in', fact: 'cate_referral', by: ['month', 'source_group', 'sex', 'age', 'ethnicity'],
    words: 'Referrals that were sent to the CATE team in the period, whatever the team answered.',
  },
  open_cases: {
    title: 'Open CATE cases', unit: 'cases', at: 'end', fact: 'case', by: ['level', 'sex', 'age', 'ethnicity', 'practitioner'],
    words: 'Cases that were open at the end of the last day of the period. Level, practitioner and age are those of that day.',
  },
  level_change: {
    title: 'Level now beside the first level', fine: true, unit: 'cases', at: 'end', fact: 'case', among: ['assessed'], by: ['change'],
    words: 'Of the cases that were open at the end of the period and had a level, whether the last level agreed by then was lower than, the same as or higher than the first. A lower level is a judgement that the risk fell; nobody is called safe.',
  },
  steps: {
    title: 'Levels agreed', unit: 'levels', at: 'in', fact: 'level', by: ['step'],
    words: 'Every level that was agreed in the period, beside the one before it in the same case: a first level, a step up, a step down, or the same level again.',
  },
  closed: {
    title: 'Cases closed', unit: 'cases', at: 'in', fact: 'closed', by: ['length', 'reason'],
    words: 'Cases that were closed in the period and are closed still. Length of work is the time from opening to closing.',
  },
  referred_again: {
    title: 'Referred again within 12 months', unit: 'referrals', at: 'in', fact: 'cate_referral', by: [],
    share: { flag: 'again', of: 'referrals to CATE sent in the period' },
    words: 'Of the referrals sent to CATE in the period, those about a child who had been referred to CATE in the twelve months before. A referral that takes the place of one that was declined does not count as another.',
  },
  assessments: {
    title: 'Risk assessments finished', unit: 'assessments', at: 'in', fact: 'assessment', by: ['model', 'indicator'],
    words: 'Risk assessments that were finished in the period. One may name several kinds of exploitation and several indicators, so that these add up to more than the assessments. An indicator counts where it was answered yes or suspected; “not known” is not “no”.',
  },
} as const satisfies Record<string, Definition>

/** Figure 8 of DOMAIN 6: whose voice the work has. */
export const VOICE = {
  plans: {
    title: 'Open cases with an issued plan', unit: 'cases', at: 'end', fact: 'case', by: ['practitioner'],
    share: { flag: 'plan', of: 'cases open at the end of the period' },
    words: 'Of the cases that were open at the end of the period, those whose safety plan had been issued by then.',
  },
  plan_both: {
    title: 'Plans with both voices evidenced', unit: 'plans', at: 'end', fact: 'case', among: ['plan'], within: [], by: ['practitioner'],
    share: { flag: 'both', of: 'issued plans of cases open at the end of the period' },
    words: 'Of the safety plans last issued in cases open at the end of the period, those that say how the young person and how at least one parent or carer was involved. That somebody was involved does not count until it says how (Rec 11).',
  },
  plan_young: {
    title: 'Plans with the young person’s involvement', fine: true, unit: 'plans', at: 'end', fact: 'case', among: ['plan'], by: [],
    share: { flag: 'young', of: 'issued plans of cases open at the end of the period' },
    words: 'Of the same plans, those that say how the young person was involved.',
  },
  plan_parent: {
    title: 'Plans with a parent’s involvement', fine: true, unit: 'plans', at: 'end', fact: 'case', among: ['plan'], by: [],
    share: { flag: 'parent', of: 'issued plans of cases open at the end of the period' },
    words: 'Of the same plans, those that say how at least one parent or carer was involved.',
  },
  assessment_young: {
    title: 'Assessments with the young person’s view', unit: 'assessments', at: 'in', fact: 'assessment', by: [],
    share: { flag: 'young', of: 'risk assessments finished in the period' },
    words: 'Of the risk assessments finished in the period, those that hold what the young person said.',
  },
  assessment_parent: {
    title: 'Assessments with the parents’ view', unit: 'assessments', at: 'in', fact: 'assessment', by: [],
    share: { flag: 'parent', of: 'risk assessments finished in the period' },
    words: 'Of the risk assessments finished in the period, those that hold what a parent or carer said.',
  },
} as const satisfies Record<string, Definition>
