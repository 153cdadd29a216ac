'use client'

import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'
import type { Proposal } from '@/lib/screening/identity'
import { ChildPicker } from '../children/child-picker'
import { MayBeOnRecord } from '../children/may-be-on-record'
import { NewChildFields } from '../children/new-child-fields'
import { LanguageHints } from '../forms/language-hints'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { OpenCaseChoice } from './form-open-case'
import type { SectionProps } from './form-section'
import { SubjectFields } from './form-subjects'

type Props = SectionProps & {
  kind: string
  search: (query: string) => Promise<Outcome<ChildMatch[]>>
  /** Records that a new child may have already. */
  possible: (input: never) => Promise<Outcome<Proposal[]>>
  /** Saying later which child a contact is about: what the contact says already is not asked again. */
  naming?: boolean
}

/** Which child: on record, new, or not identified. What was typed for one stays while another is chosen. */
export function ChildSection({ form, errorOf, kind, search, possible, naming = false }: Props) {
  const { register, setValue, getValues, control } = form
  const [known, unidentified] = useWatch({ control, name: ['knownChild', 'unidentified'] })
  return (
    <Card title="Which child" fields>
      <Radios
        legend="Which child is this about?"
        legendHidden
        id="child"
        error={errorOf('child')}
        options={[
          { value: 'known', label: 'A child on record', hint: 'Search first: most children are' },
          { value: 'new', label: 'A child not on record' },
          ...(naming ? [] : [{ value: 'unidentified', label: 'We do not know which child', hint: 'Also where the call is about a person, a place or a vehicle' }]),
        ]}
        {...register('childKind')}
      />
      {kind === 'known' ? (
        <ChildPicker
          id="child.childId"
          label="Find the child"
          search={search}
          error={errorOf('child.childId')}
          initial={getValues('knownChild')}
          onChoose={(child) => setValue('knownChild', child, { shouldDirty: true })}
        />
      ) : null}
      {kind === 'known' && !naming && known?.openCase ? <OpenCaseChoice form={form} errorOf={errorOf} child={known} /> : null}
      {kind === 'new' ? (
        <>
          <NewChildFields register={register} errorOf={errorOf} />
          <MayBeOnRecord form={form} possible={possible} />
        </>
      ) : null}
      {kind === 'unidentified' ? (
        <div>
          <TextArea label="What you know of the child" optional hint="Anything that could make the next contact make sense: age, look, school, who they were with" rows={3} id="child.description" error={errorOf('child.description')} {...register('unidentified')} />
          <LanguageHints controlId="child.description" text={unidentified} onReplace={(text) => setValue('unidentified', text, { shouldDirty: true })} />
        </div>
      ) : null}
      {naming ? null : <SubjectFields form={form} errorOf={errorOf} open={kind === 'unidentified'} />}
    </Card>
  )
}
