'use client'

import { useFormContext } from 'react-hook-form'
import type { PLAN_SECTIONS } from '@/lib/pathway/plan'
import type { PlanForm } from '@/lib/plans/flat'
import { Card } from '../ui/card'
import { Checkbox } from '../ui/checkboxes'
import { TextArea } from '../ui/field'

/** A safety plan as it stands in its form. */
export type EditForm = PlanForm & { caseId: string; version: number; note: string }

type Props = { section: (typeof PLAN_SECTIONS)[number]; errorOf: (path: string) => string | undefined }

/** One section: its questions to think along, its text, and whether the family copy has it. */
export function SectionFields({ section: { id, label, prompts, family, heading }, errorOf }: Props) {
  const { register } = useFormContext<EditForm>()
  return (
    <Card fields>
      <TextArea
        label={label}
        labelSize="large"
        rows={5}
        hint={<ul className="list-disc pl-5">{prompts.map((prompt) => <li key={prompt}>{prompt}</li>)}</ul>}
        error={errorOf(`sections.${id}`)}
        {...register(`sections.${id}`)}
      />
      {family ? (
        <Checkbox
          label={<>Keep this off the family copy<span className="sr-only">: {label}</span></>}
          hint={`There it is called “${heading}”`}
          small
          value={id}
          {...register('withheld')}
          id={`withheld-${id}`}
        />
      ) : null}
    </Card>
  )
}
