'use client'

import { useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { fromDraft } from '@/lib/drafts/restore'
import { useCommand } from './use-command'

type Options<F extends FieldValues, O> = Omit<Parameters<typeof useCommand<F, O>>[0], 'draft' | 'defaultValues'> & {
  /** What stands in the form unless something was kept. */
  empty: F
  /** What is the page's and not the writer's, such as ids and versions: never taken from a draft. */
  fixed?: Partial<F>
  /** Left out for those who keep no drafts. */
  draft: FormDraft | undefined
}

/**
 * A form that goes on from what was typed and not sent. What is kept while the page is open does not come back
 * into it: a page that refreshes itself would say, to whoever is typing, that something was left unsaved.
 */
export function useKeptCommand<F extends FieldValues, O>({ empty, fixed, draft, ...rest }: Options<F, O>) {
  const [before] = useState(draft?.content)
  const command = useCommand<F, O>({
    ...rest,
    defaultValues: { ...fromDraft(empty, before), ...fixed } as DefaultValues<F>,
    draft: draft ? { kind: 'form', id: draft.id } : undefined,
  })
  return { ...command, unsaved: before && draft ? draft.id : undefined }
}
