'use client'

import { useWatch, type Control } from 'react-hook-form'
import type { ContactForm } from '@/lib/contacts/form'
import { LEVEL_OF_NEED_LABELS, levelOfNeed } from '@/lib/pathway/need'
import { EXPLOITATION_FLAGS } from '@/lib/pathway/words'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'

/** What the rules make of what is written so far, and what to remember on a call. */
export function AsYouWrite({ control }: { control: Control<ContactForm> }) {
  const [concerns, flag, danger] = useWatch({ control, name: ['concerns', 'exploitation', 'danger'] })
  const exploitation = EXPLOITATION_FLAGS.find((known) => known === flag) ?? 'no'
  const { level, reasons } = levelOfNeed({ concerns, exploitation, immediateDanger: danger === 'yes' })
  return (
    <div className="space-y-6 lg:sticky lg:top-4">
      <Card title="Level of need so far">
        <p aria-live="polite">
          <Tag tone={level === 'acute' ? 'red' : level === 'complex' ? 'amber' : 'neutral'}>{LEVEL_OF_NEED_LABELS[level]}</Tag>
        </p>
        <ul className="mt-2 list-disc space-y-0.5 pl-5 text-[0.9375rem]">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Card>
      <Card title="On a call">
        <ul className="list-disc space-y-1.5 pl-5 text-[0.9375rem]">
          <li>Write down a worry even where nothing is certain. It makes the next contact make sense.</li>
          <li>Ask for the child’s own words and keep them apart from everyone else’s.</li>
          <li>You do not need consent to share where a child is at risk of harm.</li>
          <li>Search before you add a child. Spelling need not be exact.</li>
        </ul>
      </Card>
    </div>
  )
}
