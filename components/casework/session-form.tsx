'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { isSeen, sessionSchema } from '@/lib/casework/schema'
import { fromDraft } from '@/lib/drafts/restore'
import { SAFETY_FEELINGS, SESSION_TYPES } from '@/lib/pathway/sessions'
import { CommandForm } from '../forms/command-form'
import { LanguageHints } from '../forms/language-hints'
import { useCommand } from '../forms/use-command'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { ToldFields, type SessionValues } from './told-fields'

type Props = {
  /** What stands in the form unless something was kept; in a correction, the entry that it corrects. */
  empty: SessionValues
  /** What was told in this session already: it is not asked again. */
  told?: boolean
  save: (input: never) => Promise<Outcome<{ id: string }>>
  draft: { id: string; pocketKey: string; content: Record<string, unknown> | undefined }
}

const options = (list: readonly { id: string; label: string; hint?: string }[]) => list.map(({ id, label, hint }) => ({ value: id, label, hint }))

/** A session, written on a phone after a visit. It outlives a lost signal, and is sent once. */
export function SessionForm({ empty, told = false, save, draft }: Props) {
  const router = useRouter()
  const [before] = useState(draft.content)
  const [found, setFound] = useState(false)
  const fixed = { caseId: empty.caseId, correctsId: empty.correctsId }
  const command = useCommand<SessionValues, { id: string }>({
    schema: sessionSchema,
    defaultValues: { ...fromDraft(empty, before), ...fixed },
    draft: { kind: 'session', id: draft.id, pocketKey: draft.pocketKey },
    action: save,
    resend: true,
    // in place of the form, so that going back does not open it again
    done: ({ id }) => router.replace(`/sessions/${id}?saved=1` as Route),
  })
  const { form, errorOf, pocket, keeper, waiting } = command
  const { register, control, setValue, reset } = form
  useEffect(() => {
    let here = true
    void pocket?.take().then((content) => {
      if (!content || !here) return
      reset({ ...fromDraft(empty, content), ...fixed }, { keepDefaultValues: true })
      keeper?.changed()
      setFound(true)
    })
    return () => {
      here = false
    }
    // once, as the page opens: what is kept afterwards is what stands in the form
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const [type, account] = useWatch({ control, name: ['type', 'account'] })
  const seen = isSeen(type)
  const field = (name: keyof SessionValues) => ({ id: name, error: errorOf(name), ...register(name) })
  return (
    <CommandForm command={{ ...command, unsaved: before && !found ? draft.id : undefined }} className="max-w-form space-y-6">
      {found ? <Banner title="What you typed without a signal is here" announce>Look it through, then save it.</Banner> : null}
      <div inert={waiting} className="space-y-6">
        <Card title="When and where" fields>
          <TextInput label="When was it?" type="datetime-local" width="m" {...field('happenedAt')} />
          <TextInput label="How long did it take?" suffix="minutes" inputMode="numeric" width="s" {...field('minutes')} />
          <TextInput label="Where?" hint="At home, at school, a café, by phone" {...field('place')} />
          <Radios legend="What kind of session was it?" options={options(SESSION_TYPES)} {...field('type')} />
          <TextInput label="Who else was there?" optional {...field('present')} />
        </Card>
        {seen ? (
          <Card title="The young person" fields>
            <TextArea label="What did they say?" hint="In their own words" optional rows={4} {...field('childWords')} />
            <Radios legend="How safe do they feel?" options={options(SAFETY_FEELINGS)} {...field('safety')} />
            {told ? null : <ToldFields form={form} errorOf={errorOf} />}
          </Card>
        ) : null}
        <Card title="You" fields>
          <div>
            <TextArea label="What did you do and notice?" hint="Write as you would want it read back to the young person" rows={6} {...field('account')} />
            <LanguageHints controlId="account" text={account} onReplace={(text) => setValue('account', text, { shouldDirty: true })} />
          </div>
          <TextInput label="What is the next step?" optional {...field('nextStep')} />
          <DateInput legend="On what day?" optional name="nextOn" error={errorOf('nextOn')} part={(part) => register(`nextOn.${part}`)} />
        </Card>
      </div>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t bg-paper px-4 py-3 no-print sm:mx-0 sm:px-0">
        {waiting ? <Waiting stop={command.stopWaiting} /> : (
          <>
            <Button type="submit" pending={command.pending} pendingLabel="Saving…">{empty.correctsId ? 'Save the correction' : 'Save the session'}</Button>
            <SaveStatus {...command.kept} />
          </>
        )}
      </div>
    </CommandForm>
  )
}

/** There is no signal: nothing is lost, and nobody has to press again. */
function Waiting({ stop }: { stop: () => void }) {
  return (
    <>
      <p role="status" className="min-w-0 flex-1">
        <span className="font-semibold">No signal yet.</span> This is kept on your phone and is sent by itself, once, when the signal is back. Leave this page open.
      </p>
      <Button variant="secondary" size="small" onClick={stop}>Change something first</Button>
    </>
  )
}
