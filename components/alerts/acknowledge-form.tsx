'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { acknowledgeSchema } from '@/lib/alerts/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'

type Props = { alertId: string; version: number; asks: boolean; about: string; afterwards?: Route; acknowledge: (input: never) => Promise<Outcome<unknown>> }

/** Says that one has an alert, with what was done; with the answer, where it asks. */
export function AcknowledgeForm({ alertId, version, asks, about, afterwards, acknowledge }: Props) {
  const router = useRouter()
  const command = useCommand({
    schema: acknowledgeSchema,
    defaultValues: { alertId, version, note: '' },
    action: acknowledge,
    // where answering ends one's sight of the record, the next page is another
    done: () => (afterwards ? router.push(afterwards) : router.refresh()),
  })
  // several of these forms stand on one page, so that each field has an id of its own
  const errors = command.errors.map((error) => ({ ...error, href: `${error.href}-${alertId}` as const }))
  return (
    <CommandForm command={{ ...command, errors }}>
      <TextArea
        label={asks ? 'What you found' : 'What was done'}
        optional={!asks}
        rows={2}
        id={`note-${alertId}`}
        error={command.errorOf('note')}
        {...command.form.register('note')}
      />
      <div className="mt-3">
        <Button type="submit" variant="secondary" size="small" pending={command.pending} pendingLabel="Saving…" aria-label={`Acknowledge: ${about}`}>
          Acknowledge
        </Button>
      </div>
    </CommandForm>
  )
}
