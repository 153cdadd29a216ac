import { PLAN_SECTIONS } from '../pathway/plan'
import { SHEET } from '../services/sheet'

/** The words that stand on every family copy, whatever is planned. Their reading age is tested. */
export const FAMILY = {
  title: 'Your safety plan',
  intro: 'We made this plan with you. It says what helps you, and what each of us will do to keep you safe. Tell us if you want to change it.',
  worker: 'Your worker is',
  saidByYou: 'What you told us',
  saidByFamily: 'What your family told us',
  actions: 'Who will do what',
  you: 'You',
  by: 'By',
  done: 'Done',
  review: 'When we look at this plan again',
  reviewOn: 'We will look at it with you by',
  danger: SHEET.danger,
  anyTime: SHEET.anyTime,
  close: SHEET.close,
} as const

/** Those words as one text, with the plain headings of the sections. */
export function familyText(): string {
  const { danger, anyTime, ...words } = FAMILY
  const numbers = [...danger.lines, ...anyTime.lines].map((line) => line.words)
  return [...Object.values(words), danger.title, anyTime.title, ...numbers, ...PLAN_SECTIONS.map(({ heading }) => heading).filter(Boolean)].join('\n')
}
