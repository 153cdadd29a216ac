import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { ask } from '@/lib/access/web'
import { readOverseenChallenges } from '@/lib/challenges/overseen'
import { formatDateTime } from '@/lib/pathway/dates'
import { Live } from '../../../live'

export const metadata: Metadata = { title: 'Where a challenge stands' }

type Props = { params: Promise<{ contactId: string }> }

export default async function OverseenChallengesPage({ params }: Props) {
  const { contactId } = await params
  const { reference, challenges, people } = await ask(readOverseenChallenges, { contactId })
  const when = (at: string) => formatDateTime(new Date(at))
  return (
    <>
      <PageHeader
        title={`Challenge on ${reference}`}
        lede="Where it stands and with whom. Who disagrees, and with what, is for those who answer."
        back={<BackLink href="/today">Today</BackLink>}
      />
      <Live topics={['challenge']} />
      <div className="max-w-3xl space-y-6">
        {challenges.map(({ id, at, due, late, answeredAt }) => (
          <Card key={id} title={late ? 'This challenge is overdue' : answeredAt ? 'This challenge is answered' : 'This challenge waits for an answer'}>
            <SummaryList
              rows={[
                { key: 'at', label: 'Written down', value: when(at) },
                { key: 'due', label: answeredAt ? 'Was due' : 'Answer by', value: when(due) },
                ...(late ? [{ key: 'late', label: 'Late by', value: late }] : []),
                ...(answeredAt ? [{ key: 'answered', label: 'Answered', value: when(answeredAt) }] : []),
              ]}
            />
          </Card>
        ))}
        <Card title="Who to ask">
          <p>The safeguarding lead answers challenges: {people.join(', ') || 'nobody holds that role today; ask your administrator'}.</p>
        </Card>
      </div>
    </>
  )
}
