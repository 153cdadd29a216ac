import type { Today } from '@/lib/today/view'
import { DecisionState } from '../contacts/tags'
import { ContactTable } from '../contacts/contact-table'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { PageHeader } from '../ui/page-header'
import { Stat, StatGroup } from '../ui/stat'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { When } from '../when'
import { AccessStat } from './access-stat'

/** The front door's day: what waits for a decision, what is unfinished. */
export function FrontDoorToday({ page }: { page: Today.FrontDoor }) {
  const { waiting, late, loggedToday, referralsWaiting, alerts } = page.counts
  return (
    <>
      <PageHeader title="Today" lede="Contacts waiting for a decision, the most urgent first." actions={<ButtonLink href="/contacts/new">Log a contact</ButtonLink>} />
      <div className="space-y-6">
        <StatGroup>
          <Stat label="Waiting for a decision" value={waiting} href="/contacts" context={waiting > page.waiting.length ? `The first ${page.waiting.length} are below` : undefined} />
          <Stat label="Late" value={late} href="/contacts?show=late" tone={late ? 'red' : 'plain'} context={late ? 'Over one working day' : 'Nothing is late'} />
          <Stat label="Alerts for you" value={alerts} href="/alerts" tone={alerts ? 'amber' : 'plain'} />
          <Stat label="Contacts today" value={loggedToday} />
          <Stat label="Referrals with no answer yet" value={referralsWaiting} href="/referrals" />
          {page.enquiries ? <OpenEnquiries enquiries={page.enquiries} /> : null}
          {page.access ? <AccessStat access={page.access} /> : null}
        </StatGroup>
        {page.drafts.length ? (
          <Card title="Not finished yet">
            <ul className="space-y-2">
              {page.drafts.map((draft) => (
                <li key={draft.id} className="flex flex-wrap gap-x-3">
                  <TextLink href={`/contacts/new/${draft.id}`}>
                    Go on with the contact kept <When at={draft.savedAt} />
                  </TextLink>
                  <span dir="auto" className="text-ink-soft">{draft.about}</span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {page.pressing ? <Pressing pressing={page.pressing} /> : null}
        <ContactTable
          caption="Waiting for a decision"
          contacts={page.waiting}
          empty={
            <Empty title="No contact is waiting for a decision" action={<ButtonLink href="/contacts/new">Log a contact</ButtonLink>}>
              When a call, a form or a message comes in, log it here and decide where it goes.
            </Empty>
          }
        />
      </div>
    </>
  )
}

/** For the safeguarding lead: how many enquiries are open, and where an agency is late, her own too. */
function OpenEnquiries({ enquiries: { open, overdue, waiting } }: { enquiries: NonNullable<Today.FrontDoor['enquiries']> }) {
  const late = overdue ? `${overdue} overdue to answer` : open ? 'No answer is overdue' : undefined
  return <Stat label="Open enquiries" value={open} href="/enquiries" tone={overdue ? 'red' : 'plain'} context={[late, waiting ? `${waiting} for your agency to answer` : null].filter(Boolean).join('; ') || undefined} />
}

/** For the safeguarding lead: decisions that are late or close to their limit, and with whom. */
function Pressing({ pressing: { items, count } }: { pressing: NonNullable<Today.FrontDoor['pressing']> }) {
  const table = (
    <DataTable
      caption="Decisions late or close to their limit"
      rows={items}
      rowKey={(one) => one.id}
      empty={
        <Card title="Decisions late or close to their limit">
          <p>None is late, and none is due in the next three office hours.</p>
        </Card>
      }
      columns={[
        { key: 'reference', header: 'Reference', cell: (one) => one.reference, href: (one) => `/contacts/${one.id}`, className: 'whitespace-nowrap' },
        { key: 'state', header: 'Clock', cell: (one) => <DecisionState contact={{ state: 'logged', outcomes: [], clock: one }} /> },
        { key: 'due', header: 'Due', cell: (one) => <When at={one.due} /> },
        { key: 'by', header: 'Logged by', cell: (one) => one.loggedBy },
      ]}
    />
  )
  if (count === items.length) return table
  return (
    <div className="space-y-2">
      {table}
      <TextLink href="/contacts?show=late">All {count} that are late or close</TextLink>
    </div>
  )
}
