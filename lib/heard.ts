import { z } from 'zod'
import { oneOf, text } from './input'

export type Heard = { heard: 'yes' | 'no'; view: string; notHeard: string; plan: string }

/**
 * Whether somebody was heard and what they say; or why not, and how and when it will be tried (DOMAIN 3: the young
 * person's and the parents' views are required). `who` ends the question: 'the young person has'.
 */
export const heardSchema = (who: string) =>
  z
    .strictObject({
      view: text('What they say', { max: 4_000 }),
      notHeard: text('Why they were not heard', { max: 1_000 }),
      plan: text('What will be tried', { max: 1_000 }),
      heard: oneOf(['yes', 'no'], `Say whether ${who} been heard`),
    })
    .superRefine(({ heard, view, notHeard, plan }, context) => {
      const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (heard === 'yes' && !view) ask('view', 'Write what they say, in their own words where you can')
      if (heard === 'no' && !notHeard) ask('notHeard', 'Say why they were not heard')
      if (heard === 'no' && !plan) ask('plan', 'Say how and when you will try to hear them')
    })

/** The columns of a row that keeps it: what they say, or why not and what will be tried. */
export const heardAs = <W extends 'young' | 'parents'>(who: W, { heard, view, notHeard, plan }: Heard) =>
  ({ [`${who}View`]: heard === 'yes' ? view : null, [`${who}NotHeard`]: heard === 'no' ? notHeard : null, [`${who}Plan`]: heard === 'no' ? plan : null }) as Record<`${W}View` | `${W}NotHeard` | `${W}Plan`, string | null>

export type HeardView = { view: string | null; notHeard: string | null; plan: string | null }
