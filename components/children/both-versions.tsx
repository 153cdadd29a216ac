'use client'

import { formatDate } from '@/lib/pathway/dates'
import { Button } from '../ui/button'

type Props = {
  /** The newer version, as the command gives it. */
  current: Readonly<Record<string, unknown>>
  /** What stands in the form. */
  mine: Readonly<Record<string, unknown>>
  /** Goes on from the newer version with what stands in the form. */
  takeVersion: (version: number) => void
  /** The fields that are compared, and what they are called: a child's unless said. */
  labels?: Readonly<Record<string, string>>
}

const LABELS: Record<string, string> = {
  givenName: 'First name', familyName: 'Last name', knownAs: 'Known as', dateOfBirth: 'Date of birth', birthEstimated: 'Birth is an estimate',
  sex: 'Sex', ethnicity: 'Ethnicity', disabilities: 'Disability', firstLanguage: 'First language', interpreterNeeded: 'Interpreter needed',
  legalStatus: 'Legal status', nhsNumber: 'NHS number', upn: 'UPN', school: 'School or college', gpPractice: 'GP practice', howToSpeak: 'Speaking with them', pronouns: 'Pronouns',
  communicationNeeds: 'Communication needs', ifMissing: 'If they are missing', ifInDanger: 'If they are in danger', ifAtNight: 'At night',
}

/** A stale edit: what differs between the newer version and one's own, side by side. */
export function BothVersions({ current, mine, takeVersion, labels = LABELS }: Props) {
  const differing = Object.keys(labels).filter((key) => shown(current[key]) !== shown(mine[key]))
  return (
    <div className="mt-3">
      <table className="w-full text-left text-table">
        <caption className="sr-only">What differs</caption>
        <thead>
          <tr>
            <th scope="col" className="pr-4 pb-1">Field</th>
            <th scope="col" className="pr-4 pb-1">Saved meanwhile</th>
            <th scope="col" className="pb-1">Yours, not saved</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((key) => (
            <tr key={key} className="border-t align-baseline">
              <th scope="row" className="py-1 pr-4 font-semibold">{labels[key]}</th>
              <td className="py-1 pr-4 wrap-anywhere">{shown(current[key]) || 'Empty'}</td>
              <td className="py-1 wrap-anywhere">{shown(mine[key]) || 'Empty'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differing.length === 0 ? <p>Both are the same. You can leave this page.</p> : null}
      <p className="mt-3">Change the form below to what is right, then:</p>
      <Button variant="secondary" size="small" type="submit" onClick={() => takeVersion(Number(current.version))}>
        Save mine over the newer version
      </Button>
    </div>
  )
}

function shown(value: unknown): string {
  if (value === true) return 'Yes'
  if (value === false || value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object' && 'year' in value && 'month' in value && 'day' in value) {
    const parts = [value.year, String(value.month).padStart(2, '0'), String(value.day).padStart(2, '0')]
    return parts.every(Boolean) && value.year ? dateOr(parts.join('-')) : ''
  }
  return typeof value === 'string' ? dateOr(value) : String(value)
}

function dateOr(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? formatDate(text) : text
}
