'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { keptKey, type KeptForm, type KeptForms } from '@/lib/drafts/kept-form'
import type { ReferralState } from '@/lib/pathway/states'
import { acceptSchema, acknowledgeSchema, actSchema, closeSchema, declineSchema, openCaseSchema } from '@/lib/referrals/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useCommand } from '../forms/use-command'
import { useKeptCommand } from '../forms/use-kept-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'

export type Answer = (input: never) => Promise<Outcome<unknown>>

export type Answers = {
  acknowledge: Answer
  takeOn: Answer
  decline: Answer
  act: Answer
  close: Answer
  /** CATE alone: it accepts by opening a case. */
  openCase?: (input: never) => Promise<Outcome<{ caseId: string }>>
}

type Referral = { id: string; version: number; state: ReferralState }

type Props = {
  referral: Referral
  answers: Answers
  drafts: KeptForms
  /** A service outside Waymark: the front door writes down who there said it. */
  outside?: boolean
  /** CATE: how long until the panel, once a case is open. */
  panelDays?: number
  /** CATE: accepted through a challenge, and no case is open yet. */
  opensCase?: boolean
  /** CATE: the case stands for what is done. */
  inCase?: boolean
}

/** What the receiver may say next, and no more: acknowledge, accept or decline, what was done, what came of it. */
export function AnswerForms({ referral, answers, drafts, outside = false, panelDays, opensCase = false, inCase = false }: Props) {
  const { state } = referral
  const open = state === 'sent' || state === 'acknowledged'
  const { openCase } = answers
  const part = { referral, outside, drafts }
  if ((state === 'closed' || state === 'declined' || inCase) && !opensCase) return null
  return (
    <Card title={outside ? 'What they said' : 'Your answer'}>
      {state === 'sent' ? <AcknowledgeForm {...part} action={answers.acknowledge} /> : null}
      {openCase && (open || opensCase) ? <OpenCaseForm referral={referral} action={openCase} panelDays={panelDays ?? 42} /> : null}
      {!openCase && open ? <TakeOnForm {...part} action={answers.takeOn} /> : null}
      {state === 'accepted' && !opensCase ? <ActForm {...part} action={answers.act} /> : null}
      {state === 'action_taken' ? <CloseForm {...part} action={answers.close} /> : null}
      {open || (state === 'accepted' && !openCase) ? <DeclineForm {...part} action={answers.decline} /> : null}
    </Card>
  )
}

type Part = { referral: Referral; action: Answer; outside: boolean; drafts: KeptForms }
type Form = { referralId: string; version: number; saidBy: string; reason?: string; action?: string; outcome?: string }
type How = { schema: z.ZodType; to: KeptForm; saidById: string; words?: 'reason' | 'action' | 'outcome' }

/** A form of one answer; several stand on one page, so the field of who said so has an id of its own in each. */
function useAnswer({ schema, to, saidById, words }: How, { referral, action, drafts }: Part) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema,
    empty: { referralId: referral.id, version: referral.version, saidBy: '', ...(words ? { [words]: '' } : {}) },
    // the version that stands on the page now: it refreshes itself while an answer is being typed
    toInput: (form) => ({ ...form, referralId: referral.id, version: referral.version }),
    draft: drafts[keptKey(to, referral.id)],
    action,
    done: () => router.refresh(),
  })
  const errors = command.errors.map((error) => (error.href === '#saidBy' ? { ...error, href: `#${saidById}` as const } : error))
  const saidBy = <TextInput label="Who at the service said so?" hint="Name and role" id={saidById} error={command.errorOf('saidBy')} {...command.form.register('saidBy')} />
  return { command: { ...command, errors }, saidBy }
}

function AcknowledgeForm(part: Part) {
  const { command, saidBy } = useAnswer({ schema: acknowledgeSchema, to: 'acknowledged', saidById: 'acknowledgedBy' }, part)
  return (
    <CommandForm command={command} className="mb-5 space-y-3">
      <p>{part.outside ? 'If they have it and are looking at it:' : 'Tell the sender that you have it and are looking at it:'}</p>
      {part.outside ? saidBy : null}
      <SendRow command={command} variant="secondary" sending="Saving…">Acknowledge</SendRow>
    </CommandForm>
  )
}

function TakeOnForm(part: Part) {
  const { command, saidBy } = useAnswer({ schema: acceptSchema, to: 'accepted', saidById: 'acceptedBy' }, part)
  return (
    <CommandForm command={command} className="space-y-3">
      <p>{part.outside ? 'If they take it on:' : 'If you take it on, you are asked next what you did.'}</p>
      {part.outside ? saidBy : null}
      <SendRow command={command} sending="Accepting…">Accept</SendRow>
    </CommandForm>
  )
}

function OpenCaseForm({ referral, action, panelDays }: { referral: Referral; action: NonNullable<Answers['openCase']>; panelDays: number }) {
  const router = useRouter()
  const accepting = useCommand<{ referralId: string; version: number }, { caseId: string }>({
    schema: openCaseSchema,
    defaultValues: { referralId: referral.id, version: referral.version },
    toInput: (form) => ({ ...form, version: referral.version }),
    action,
    done: ({ caseId }) => router.push(`/cases/${caseId}` as Route),
  })
  return (
    <CommandForm command={accepting}>
      <p className="mb-3">Accepting opens a case. The risk panel is then due {panelDays} days after the referral was sent.</p>
      <Button type="submit" pending={accepting.pending} pendingLabel="Accepting…">
        Accept and open a case
      </Button>
    </CommandForm>
  )
}

/** Folded away until it is wanted, or until there is something in it that was not sent. */
function DeclineForm(part: Part) {
  const { command, saidBy } = useAnswer({ schema: declineSchema, to: 'declined', saidById: 'declinedBy', words: 'reason' }, part)
  return (
    <Details summary="Decline this referral" open={command.unsaved !== undefined}>
      <CommandForm command={command} className="space-y-4">
        <TextArea label="Why is it declined?" hint="Family Connect reads this and decides again" rows={3} error={command.errorOf('reason')} {...command.form.register('reason')} />
        {part.outside ? saidBy : null}
        <SendRow command={command} variant="secondary" sending="Declining…">Decline</SendRow>
      </CommandForm>
    </Details>
  )
}

function ActForm(part: Part) {
  const { command, saidBy } = useAnswer({ schema: actSchema, to: 'action_taken', saidById: 'actedBy', words: 'action' }, part)
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label={part.outside ? 'What did they do?' : 'What have you done?'} hint="When, and with whom" rows={4} error={command.errorOf('action')} {...command.form.register('action')} />
      {part.outside ? saidBy : null}
      <SendRow command={command} sending="Saving…">Save what was done</SendRow>
    </CommandForm>
  )
}

function CloseForm(part: Part) {
  const { command, saidBy } = useAnswer({ schema: closeSchema, to: 'closed', saidById: 'closedBy', words: 'outcome' }, part)
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label="What came of it?" hint="Family Connect passes this on to whoever told them" rows={4} error={command.errorOf('outcome')} {...command.form.register('outcome')} />
      {part.outside ? saidBy : null}
      <SendRow command={command} sending="Closing…">Close with this outcome</SendRow>
    </CommandForm>
  )
}
