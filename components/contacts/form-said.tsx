'use client'

import { useWatch } from 'react-hook-form'
import type { CallTemplate } from '@/lib/pathway/call-templates'
import { LanguageHints } from '../forms/language-hints'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'
import type { SectionProps } from './form-section'

/** What was said, with the child's own words apart, and beside it what to ask on a call of this kind. */
export function SaidSection({ form, errorOf, templates }: SectionProps & { templates: readonly CallTemplate[] }) {
  const { register, control, setValue } = form
  const [said, others, ref] = useWatch({ control, name: ['whatWasSaid', 'othersAtRisk', 'callTemplate'] })
  const template = templates.find((one) => one.ref === ref)
  const replace = (field: 'whatWasSaid' | 'othersAtRisk') => (text: string) => setValue(field, text, { shouldDirty: true })
  return (
    <Card title="What was said" fields>
      <div className={template ? 'grid gap-x-6 gap-y-4 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : undefined}>
        <div className="min-w-0">
          <TextArea label="What was said" hint="Who saw or heard what, when and where. Write as you would want it read back to the child." rows={8} error={errorOf('whatWasSaid')} {...register('whatWasSaid')} />
          <LanguageHints controlId="whatWasSaid" text={said} onReplace={replace('whatWasSaid')} />
        </div>
        {template ? <Prompts template={template} /> : null}
      </div>
      <Details summary="The child’s own words, where the child is, who else is at risk" open={Boolean(errorOf('childWords') ?? errorOf('whereabouts') ?? errorOf('othersAtRisk')) || undefined}>
        <TextArea label="The child’s own words" optional rows={3} error={errorOf('childWords')} {...register('childWords')} />
        <TextInput label="Where the child is now" optional error={errorOf('whereabouts')} {...register('whereabouts')} />
        <TextArea label="Who else is at risk" optional rows={2} error={errorOf('othersAtRisk')} {...register('othersAtRisk')} />
        <LanguageHints controlId="othersAtRisk" text={others} onReplace={replace('othersAtRisk')} />
      </Details>
    </Card>
  )
}

function Prompts({ template }: { template: CallTemplate }) {
  return (
    <section aria-label={`What to ask: ${template.name}`} className="rounded border-l-4 border-blue-line bg-blue-wash px-4 py-3 text-[0.9375rem]">
      <h3 className="mb-1.5">What to ask</h3>
      <ul className="list-disc space-y-1.5 pl-5">
        {template.prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
    </section>
  )
}
