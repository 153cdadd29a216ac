import { formatDate } from '@/lib/pathway/dates'
import { PLAN_SECTIONS, type Party } from '@/lib/pathway/plan'
import type { VersionView } from '@/lib/plans/view'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { Written } from './written'

/** What a version of a plan says, section by section. */
export function SectionsCard({ version }: { version: VersionView }) {
  return (
    <Card title="The plan">
      <div className="space-y-5">
        {PLAN_SECTIONS.map(({ id, label, family }) => {
          const text = version.sections[id]
          const kept = !family || version.withheld.includes(id)
          if (!family && !text) return null
          return (
            <section key={id} className="break-inside-avoid">
              <h3 className="mb-1 flex flex-wrap items-center gap-2 text-base">
                {label}
                {kept && text ? <Tag tone="purple">Not on the family copy</Tag> : null}
              </h3>
              {text ? <Written text={text} /> : <p className="text-ink-soft">Nothing written yet</p>}
            </section>
          )
        })}
      </div>
    </Card>
  )
}

/** How each person was part of it, in their words. */
export function InvolvementCard({ version, parties }: { version: VersionView; parties: readonly Party[] }) {
  const known = new Map(version.involvement.map((one) => [one.party, one]))
  const shown = [...parties, ...version.involvement.filter(({ party }) => !parties.some(({ key }) => key === party)).map(({ party, name }) => ({ key: party, name, as: '' }))]
  return (
    <Card title="Who made it, and in their words">
      <SummaryList
        unknown="Not said yet"
        rows={shown.map(({ key, name, as }) => {
          const said = known.get(key)
          return {
            key,
            label: <>{name}{as ? <span className="block font-normal text-ink-soft">{as}</span> : null}</>,
            value: said?.involved ? (
              <div className="space-y-1.5 whitespace-normal">
                {said.involved === 'yes' ? (
                  <>
                    <p>{said.how}{said.on ? `, ${formatDate(said.on)}` : ''} {said.withheld ? <Tag tone="purple">Not on the family copy</Tag> : null}</p>
                    <div className="border-l-4 border-control pl-3"><Written text={said.words} /></div>
                  </>
                ) : (
                  <>
                    <p><span className="font-semibold">Not involved:</span> {said.whyNot}</p>
                    <p><span className="font-semibold">What will be tried:</span> {said.willTry}</p>
                  </>
                )}
              </div>
            ) : null,
          }
        })}
      />
    </Card>
  )
}

export function AgreedCard({ version }: { version: VersionView }) {
  return (
    <Card title="Agreed, copied and reviewed">
      <SummaryList
        rows={[
          { key: 'agreed', label: 'Agreed with', value: version.agreedWith },
          { key: 'copied', label: 'Copied to', value: version.copiedTo },
          { key: 'review', label: 'Review', value: version.reviewOn ? formatDate(version.reviewOn) : null },
        ]}
      />
    </Card>
  )
}
