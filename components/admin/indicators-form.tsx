'use client'

import { useRouter } from 'next/navigation'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { setSchema } from '@/lib/indicators/schema'
import { BLOCKS, type Block, type Indicator } from '@/lib/pathway/indicators'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { ErrorMessage, TextArea, TextInput } from '../ui/field'

type Form = { from: number; rows: { id: string; block: Block; label: string }[]; note: string }

type Props = { from: number; indicators: readonly Indicator[]; save: (input: never) => Promise<Outcome<unknown>> }

/** Edits the set into its next version: words, order, what is added and what is taken out, and why. */
export function IndicatorsForm({ from, indicators, save }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: setSchema,
    defaultValues: { from, rows: indicators.map(({ id, block, label }) => ({ id, block, label })), note: '' },
    action: save,
    done: () => router.refresh(),
  })
  const { form, errorOf } = command
  const { fields, insert, remove, move } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
  const typed = useWatch({ control: form.control, name: 'rows' })
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      {BLOCKS.map((block) => {
        // where each of the block stands among all rows: they move among their own
        const places = fields.flatMap((row, at) => (row.block === block.id ? [at] : []))
        const error = errorOf(`blocks.${block.id}`)
        return (
          <Card key={block.id} title={block.label} id={`blocks.${block.id}`} fields>
            <p className="text-ink-soft">{block.hint}</p>
            {error ? <ErrorMessage id={`blocks.${block.id}-error`}>{error}</ErrorMessage> : null}
            <ol className="space-y-3">
              {places.map((at, place) => {
                const [before, after] = [places[place - 1], places[place + 1]]
                const name = typed[at]?.label || 'the new indicator'
                return (
                  <li key={fields[at]?.key} className="grid gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto] sm:items-center">
                    <TextInput label={`${block.label}, indicator ${place + 1}`} labelHidden id={`rows.${at}.label`} error={errorOf(`rows.${at}.label`)} {...form.register(`rows.${at}.label`)} />
                    <p className="flex flex-wrap gap-1">
                      <Button variant="quiet" size="small" disabled={before === undefined} aria-label={`Move up: ${name}`} onClick={() => before !== undefined && move(at, before)}>Up</Button>
                      <Button variant="quiet" size="small" disabled={after === undefined} aria-label={`Move down: ${name}`} onClick={() => after !== undefined && move(at, after)}>Down</Button>
                      <Button variant="quiet" size="small" aria-label={`Remove: ${name}`} onClick={() => remove(at)}>Remove</Button>
                    </p>
                  </li>
                )
              })}
            </ol>
            <Button
              variant="secondary"
              size="small"
              aria-label={`Add an indicator: ${block.label}`}
              onClick={() => {
                const at = (places.at(-1) ?? fields.length - 1) + 1
                insert(at, { id: '', block: block.id, label: '' }, { focusName: `rows.${at}.label` })
              }}
            >
              Add an indicator
            </Button>
          </Card>
        )
      })}
      <Card title="The new version" fields>
        <TextArea label="Why is it changed?" hint="Kept with the version. Name nobody" rows={3} error={errorOf('note')} {...form.register('note')} />
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save as a new version</Button>
      </Card>
    </CommandForm>
  )
}
