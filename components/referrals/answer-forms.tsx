'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import type { ReferralState } from '@/lib/pathway/states'
import { acceptSchema, acknowledgeSchema, actSchema, closeSchema, declineSchema, openCaseSchema } from '@/lib/referrals/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
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
export function AnswerForms({ referral, answers, outside = false, panelDays, opensCase = false, inCase = false }: Props) {
  const { state } = referral
  const open = state === 'sent' || state === 'acknowledged'
  const { openCase } = answers
  if ((state === 'closed' || state === 'declined' || inCase) && !opensCase) return null
  return (
    <Card title={outside ? 'What they said' : 'Your answer'}>
      {state === 'sent' ? <AcknowledgeForm referral={referral} action={answers.acknowledge} outside={outside} /> : null}
      {openCase && (open || opensCase) ? <OpenCaseForm referral={referral} action={openCase} panelDays={panelDays ?? 42} /> : null}
      {!openCase && open ? <TakeOnForm referral={referral} action={answers.takeOn} outside={outside} /> : null}
      {state === 'accepted' && !opensCase ? <ActForm referral={referral} action={answers.act} outside={outside} /> : null}
      {state === 'action_taken' ? <CloseForm referral={referral} action={answers.close} outside={outside} /> : null}
      {open || (state === 'accepted' && !openCase) ? (
        <Details summary="Decline this referral">
          <DeclineForm referral={referral} action={answers.decline} outside={outside} />
        </Details>
      ) : null}
    </Card>
  )
}

type Part = { referral: Referral; action: Answer; outside: boolean }
type Form = { referralId: string; version: number; saidBy: string; reason?: string; action?: string; outcome?: string }

/** A form of one answer; several stand on one page, so the field of who said so has an id of its own in each. */
function useAnswer(schema: z.ZodType, { referral, action }: Part, saidById: string, words?: 'reason' | 'action' | 'outcome') {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema,
    defaultValues: { referralId: referral.id, version: referral.version, saidBy: '', ...(words ? { [words]: '' } : {}) },
    // the version that stands on the page now: it refreshes itself while an answer is being typed
    toInput: (form) => ({ ...form, version: referral.version }),
    action,
    done: () => router.refresh(),
  })
  const errors = command.errors.map((error) => (error.href === '#saidBy' ? { ...error, href: `#${saidById}` as const } : error))
  const saidBy = <TextInput label="Who at the service said so?" hint="Name and role" id={saidById} error={command.errorOf('saidBy')} {...command.form.register('saidBy')} />
  return { command: { ...command, errors }, saidBy }
}

function AcknowledgeForm(part: Part) {
  const { command, saidBy } = useAnswer(acknowledgeSchema, part, 'acknowledgedBy')
  return (
    <CommandForm command={command} className="mb-5 space-y-3">
      <p>{part.outside ? 'If they have it and are looking at it:' : 'Tell the sender that you have it and are looking at it:'}</p>
      {part.outside ? saidBy : null}
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
        Acknowledge
      </Button>
    </CommandForm>
  )
}

function TakeOnForm(part: Part) {
  const { command, saidBy } = useAnswer(acceptSchema, part, 'acceptedBy')
  return (
    <CommandForm command={command} className="space-y-3">
      <p>{part.outside ? 'If they take it on:' : 'If you take it on, you are asked next what you did.'}</p>
      {part.outside ? saidBy : null}
      <Button type="submit" pending={command.pending} pendingLabel="Accepting…">
        Accept
      </Button>
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

function DeclineForm(part: Part) {
  const { command, saidBy } = useAnswer(declineSchema, part, 'declinedBy', 'reason')
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label="Why is it declined?" hint="Family Connect reads this and decides again" rows={3} error={command.errorOf('reason')} {...command.form.register('reason')} />
      {part.outside ? saidBy : null}
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Declining…">
        Decline
      </Button>
    </CommandForm>
  )
}

function ActForm(part: Part) {
  const { command, saidBy } = useAnswer(actSchema, part, 'actedBy', 'action')
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label={part.outside ? 'What did they do?' : 'What have you done?'} hint="When, and with whom" rows={4} error={command.errorOf('action')} {...command.form.register('action')} />
      {part.outside ? saidBy : null}
      <Button type="submit" pending={command.pending} pendingLabel="Saving…">
        Save what was done
      </Button>
    </CommandForm>
  )
}

function CloseForm(part: Part) {
  const { command, saidBy } = useAnswer(closeSchema, part, 'closedBy', 'outcome')
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label="What came of it?" hint="Family Connect passes this on to whoever told them" rows={4} error={command.errorOf('outcome')} {...command.form.register('outcome')} />
      {part.outside ? saidBy : null}
      <Button type="submit" pending={command.pending} pendingLabel="Closing…">
        Close with this outcome
      </Button>
    </CommandForm>
  )
}
