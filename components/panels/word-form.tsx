'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { declareSchema, deferSchema, liftSchema, moveSchema } from '@/lib/panels/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import type { Command } from './press'

// a schema does not travel from a server component: the page names it
const SCHEMAS = { defer: deferSchema, declare: declareSchema, lift: liftSchema, check: moveSchema } as const

type Props = { schema: keyof typeof SCHEMAS; fixed: Readonly<Record<string, unknown>>; name: string; id: string; label: string; hint?: string; command: Command; children: string }

/** A command that takes a few words beside what it is about, such as why a case is put off. It begins again once it is sent. */
export function WordForm(props: Props) {
  const [sent, setSent] = useState(0)
  const router = useRouter()
  return <Once key={sent} {...props} done={() => startTransition(() => { router.refresh(); setSent((times) => times + 1) })} />
}

function Once({ schema, fixed, name, id, label, hint, command: action, children, done }: Props & { done: () => void }) {
  const command = useCommand<Record<string, string>, unknown>({ schema: SCHEMAS[schema], defaultValues: { [name]: '' }, toInput: (form) => ({ ...fixed, [name]: form[name] }), action, done })
  // several of these stand on one page, each with an id of its own
  const errors = command.errors.map((error) => ({ ...error, href: `#${id}` as const }))
  return (
    <CommandForm command={{ ...command, errors }} className="space-y-3">
      <TextArea label={label} hint={hint} rows={2} {...command.form.register(name)} id={id} error={command.errorOf(name)} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">{children}</Button>
    </CommandForm>
  )
}
