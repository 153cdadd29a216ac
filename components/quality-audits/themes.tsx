import type { ComponentProps } from 'react'
import { formatDate } from '@/lib/pathway/dates'
import type { AuditPage } from '@/lib/quality-audits/read'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { ThemeForm } from './theme-form'

/** What auditors see across the records, and the form for another. */
export function Themes({ themes, form }: { themes: AuditPage['themes']; form?: ComponentProps<typeof ThemeForm> | undefined }) {
  return (
    <Card title="Themes">
      {themes.length ? (
        <ul className="space-y-3">
          {themes.map(({ id, words, at, by }) => (
            <li key={id}>
              <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{words}</p>
              <p className="text-sm text-ink-soft">{by}, {formatDate(new Date(at))}</p>
            </li>
          ))}
        </ul>
      ) : <p className="text-ink-soft">No theme is written yet.</p>}
      {form ? <div className="mt-5 border-t pt-5 no-print"><ThemeForm key={form.submissionKey} {...form} /></div> : null}
    </Card>
  )
}

/** What came of the audit in the board’s action plan. */
export function AuditActions({ actions, opens, add }: { actions: AuditPage['actions']; opens: boolean; add?: string | undefined }) {
  return (
    <Card title="Actions from it">
      {actions.length ? (
        <ul className="list-disc space-y-1 pl-5">
          {actions.map(({ id, number, action, lead }) => (
            <li key={id} className="wrap-anywhere">{opens ? <TextLink href={`/action-plan/${id}`}>{number}. {action}</TextLink> : `${number}. ${action}`} ({lead})</li>
          ))}
        </ul>
      ) : <p className="text-ink-soft">None is in the action plan yet.</p>}
      {add ? <p className="mt-4 no-print"><ButtonLink href={add} variant="secondary" size="small">Add an action to the plan</ButtonLink></p> : null}
    </Card>
  )
}
