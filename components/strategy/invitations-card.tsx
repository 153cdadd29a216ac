'use client'

import type { Outcome } from '@/lib/access/outcome'
import { inviteSchema, withdrawSchema } from '@/lib/strategy/schema'
import type { MeetingView } from '@/lib/strategy/view'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Select, TextArea } from '../ui/field'
import { Tag } from '../ui/tag'
import { useAgain } from './again'

type Command = (input: never) => Promise<Outcome<unknown>>
type Named = { id: string; name: string }
type Props = { meeting: Pick<MeetingView, 'id' | 'invitations' | 'state'>; answering: readonly Named[]; invite?: Command; withdraw?: Command }

/** Who is invited; for the lead, one more or one fewer. */
export function InvitationsCard({ meeting, answering, invite, withdraw }: Props) {
  const { id, invitations, state } = meeting
  const { key, again } = useAgain()
  const more = answering.filter((agency) => !invitations.some(({ agencyId }) => agencyId === agency.id))
  const invited = invitations.filter(({ withdrawn }) => !withdrawn).map(({ agencyId, agency }) => ({ id: agencyId, name: agency }))
  return (
    <Card title="Invited">
      <ul className="divide-y">
        {invitations.map(({ agencyId, agency, withdrawn }) => (
          <li key={agencyId} className="py-2 first:pt-0">
            <p className="wrap-anywhere">{agency} {withdrawn ? <Tag>Taken back</Tag> : null}</p>
            {withdrawn ? <p className="text-[0.9375rem] text-ink-soft wrap-anywhere">{withdrawn.why}</p> : null}
          </li>
        ))}
      </ul>
      {invite && state === 'called' && more.length ? <Details summary="Invite one more agency"><InviteForm key={key} meetingId={id} agencies={more} invite={invite} done={again} /></Details> : null}
      {withdraw && invited.length ? <Details summary="Take an invitation back"><WithdrawForm key={key} meetingId={id} agencies={invited} withdraw={withdraw} done={again} /></Details> : null}
    </Card>
  )
}

const options = (agencies: readonly Named[]) => agencies.map(({ id, name }) => ({ value: id, label: name }))

function InviteForm({ meetingId, agencies, invite, done }: { meetingId: string; agencies: readonly Named[]; invite: Command; done: () => void }) {
  const command = useCommand<{ meetingId: string; inviteId: string }, unknown>({ schema: inviteSchema, defaultValues: { meetingId, inviteId: '' }, action: invite, done })
  return (
    <CommandForm command={command} className="space-y-4">
      <p>It is told what the others were.</p>
      <Select label="Agency" placeholder="Choose" width="full" options={options(agencies)} error={command.errorOf('inviteId')} {...command.form.register('inviteId')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Inviting…">Invite</Button>
    </CommandForm>
  )
}

function WithdrawForm({ meetingId, agencies, withdraw, done }: { meetingId: string; agencies: readonly Named[]; withdraw: Command; done: () => void }) {
  const command = useCommand<{ meetingId: string; withdrawId: string; why: string }, unknown>({ schema: withdrawSchema, defaultValues: { meetingId, withdrawId: '', why: '' }, action: withdraw, done })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-4">
      <p>From then on the agency sees nothing of this meeting.</p>
      <Select label="Which agency" placeholder="Choose" width="full" options={options(agencies)} error={errorOf('withdrawId')} {...register('withdrawId')} />
      <TextArea label="Why" rows={2} error={errorOf('why')} {...register('why')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Taking back…">Take it back</Button>
    </CommandForm>
  )
}
