'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useForm, type DefaultValues, type FieldErrors, type FieldValues, type Path } from 'react-hook-form'
import type { z } from 'zod'
import type { Failure, Outcome } from '@/lib/access/outcome'
import { heardFromServer } from '../session/activity'
import type { ErrorItem } from '../ui/error-summary'
import { useResend } from './use-resend'
import { useDraft, type DraftPlace } from './use-draft'

type Options<F extends FieldValues, O> = {
  /** The command's own schema: what the form checks is what the server checks, with the same messages. */
  schema: z.ZodType
  defaultValues: DefaultValues<F>
  /** The command's input out of what stands in the form; the form as it is, unless said. Errors go by its paths. */
  toInput?: (form: F) => unknown
  /** The server action that hands the input to its command. */
  action: (input: never) => Promise<Outcome<O>>
  /** Another action, where what stands in the form decides which. */
  actionOf?: (form: F) => (input: never) => Promise<Outcome<O>>
  done: (output: O) => void
  /** Where what is typed is kept meanwhile: from the first key until it is saved. */
  draft?: DraftPlace | undefined
  /** Sends again by itself while Waymark cannot be reached: for a command that makes one record however often it is sent. */
  resend?: boolean
}

const UNREACHABLE: Failure = {
  ok: false,
  kind: 'unavailable',
  message: 'Waymark cannot be reached, so this is not saved yet. What you typed is still on this page: try again in a minute.',
  reference: '',
  fields: {},
}

const never = () => () => {}

/**
 * A form of one command: checks it, sends it, and shows what comes back. Nothing typed is lost, whatever fails:
 * field messages stand at their fields and in the summary, everything else is a message above the form.
 */
export function useCommand<F extends FieldValues, O>({ schema, defaultValues, toInput = (form) => form, action, actionOf = () => action, done, draft, resend = false }: Options<F, O>) {
  const check = zodResolver(schema as z.ZodType<F, F>)
  const form = useForm<F>({
    resolver: (values, context, options) => check(toInput(values) as F, context, options),
    defaultValues,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [finished, setFinished] = useState(false)
  // false on the server and until the page listens: the browser tests wait for it
  const ready = useSyncExternalStore(never, () => true, () => false)

  const kept = useDraft(draft, () => form.getValues())
  const { keeper, pocket } = kept
  const { waiting, stopWaiting, untilReached } = useResend()
  useEffect(() => form.subscribe({ formState: { values: true, isDirty: true }, callback: ({ isDirty }) => isDirty && keeper?.changed() }), [form, keeper])

  const submit = form.handleSubmit(async () => {
    await keeper?.hold()
    const values = form.getValues()
    const input = toInput(values)
    const send = () => actionOf(values)(input as never).catch(() => UNREACHABLE)
    const answer = resend ? await untilReached(send) : await send()
    if (answer.ok) {
      heardFromServer()
      keeper?.stop()
      setFailure(null)
      setFinished(true)
      return done(answer.output)
    }
    keeper?.release()
    const known = Object.entries(answer.fields).filter(([path]) => path !== 'form')
    for (const [path, message] of known) form.setError(path as Path<F>, { message })
    setFailure(known.length ? null : { ...answer, message: answer.fields.form ?? answer.message })
  })
  const { errors, isSubmitting, submitCount } = form.formState

  return {
    form,
    submit,
    failure,
    /** While it is sent, and after that until the next page stands. */
    pending: isSubmitting || finished,
    ready,
    /** Whether it waits to be sent again, and how to stop that to change something. */
    waiting,
    stopWaiting,
    pocket,
    keeper,
    /** Whether what is typed is safe, for `SaveStatus`. */
    kept: kept.state,
    errors: errorList(errors),
    attempt: submitCount,
    errorOf: (path: string) => messageAt(errors, path),
  }
}

function messageAt(errors: FieldErrors, path: string): string | undefined {
  let at: unknown = errors
  for (const part of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined
  const message = typeof at === 'object' && at !== null && 'message' in at ? at.message : undefined
  return typeof message === 'string' ? message : undefined
}

function errorList(errors: object, prefix = ''): ErrorItem[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]): ErrorItem[] => {
    if (typeof error !== 'object' || error === null || key === 'ref') return []
    const path = prefix ? `${prefix}.${key}` : key
    if ('message' in error && typeof error.message === 'string') return [{ href: `#${path}`, message: error.message }]
    return errorList(error, path)
  })
}
