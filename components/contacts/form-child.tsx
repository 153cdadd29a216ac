'use client'

import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'
import type { Proposal } from '@/lib/screening/identity'
import { ChildPicker } from '../children/child-picker'
import { MayBeOnRecord } from '../children/may-be-on-record'
import { NewChildFields } from '../children/new-child-fields'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

type Props = SectionProps & {
  kind: string
  search: (query: string) => Promise<Outcome<ChildMatch[]>>
  /** Records that a new child may have already. */
  possible: (input: never) => Promise<Outcome<Proposal[]>>
  /** Not offered where a contact already says that no child could be named. */
  unidentified?: boolean
}

/** Which child: on record, new, or not identified. What was typed for one stays while another is chosen. */
export function ChildSection({ form, errorOf, kind, search, possible, unidentified = true }: Props) {
  const { register, setValue, getValues } = form
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
          ...(unidentified ? [{ value: 'unidentified', label: 'We do not know which child' }] : []),
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
      {kind === 'new' ? (
        <>
          <NewChildFields register={register} errorOf={errorOf} />
          <MayBeOnRecord form={form} possible={possible} />
        </>
      ) : null}
      {kind === 'unidentified' ? (
        <TextArea label="What you know of the child" optional hint="Anything that could make the next contact make sense: age, look, school, who they were with" rows={3} id="child.description" error={errorOf('child.description')} {...register('unidentified')} />
      ) : null}
    </Card>
  )
}
