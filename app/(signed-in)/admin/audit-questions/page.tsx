import type { Metadata } from 'next'
import { QuestionsForm } from '@/components/admin/questions-form'
import { SetVersions } from '@/components/admin/indicator-versions'
import { FilterTabs } from '@/components/filter-tabs'
import { setText } from '@/components/quality-audits/how-drawn'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { AUDIT_KINDS } from '@/lib/pathway/audit-questions'
import { setName } from '@/lib/pathway/indicators'
import { readQuestions } from '@/lib/quality-audits/questions'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'
import { saveQuestionsAction } from '../actions'

export const metadata: Metadata = { title: 'Questions of audits' }

export default async function QuestionsPage({ searchParams }: { searchParams: SearchParams }) {
  const kind = choiceOf((await searchParams).kind, ['contacts', 'safety_plans', 'assessments', 'closed_cases', 'break_glass'])
  const page = await ask(readQuestions, { kind })
  return (
    <>
      <PageHeader
        title="Questions of audits"
        caption={setText(page.number ? setName(page.number) : 'waymark-1')}
        lede="What a quality audit asks of each record. Each change is a new version: audits drawn after it use it, and those drawn before keep theirs."
        back={<BackLink href="/admin">People</BackLink>}
      />
      <FilterTabs label="Kind of audit" tabs={AUDIT_KINDS.map(({ id, label }) => ({ label, href: withQuery('/admin/audit-questions', { kind: id }), current: id === kind }))} />
      <div className="space-y-6">
        <QuestionsForm key={`${kind} ${page.number}`} kind={kind} from={page.number} questions={page.questions} save={saveQuestionsAction} />
        <SetVersions versions={page.versions} none="This area asks what Waymark came with, and has not changed it." />
      </div>
    </>
  )
}
