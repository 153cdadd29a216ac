import type { ChildRecord, PersonView } from '@/lib/records/queries'
import { RELATIONSHIPS } from '@/lib/pathway/known'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

const FAMILY = ['mother', 'father', 'carer', 'step_parent', 'grandparent']
const GROUPS: readonly { title: string; has: (person: PersonView) => boolean }[] = [
  { title: 'Parents and carers', has: ({ relationship, parentalResponsibility }) => parentalResponsibility || FAMILY.includes(relationship) },
  { title: 'Brothers and sisters', has: ({ relationship }) => relationship === 'sibling' },
  { title: 'Others around them', has: () => true },
]

/** Each person in the first group that has them. */
function grouped(people: readonly PersonView[]) {
  return GROUPS.map(({ title }, at) => ({ title, people: people.filter((person) => GROUPS.findIndex(({ has }) => has(person)) === at) })).filter(({ people: some }) => some.length)
}

/** Parents and carers, those with parental responsibility first; brothers and sisters; the network. */
export function PeopleCard({ child }: { child: ChildRecord }) {
  return (
    <Card title="People around this young person">
      {child.people.length === 0 ? <p className="text-ink-soft">Nobody is recorded yet.</p> : null}
      <div className="space-y-4">
        {grouped(child.people).map(({ title, people }) => (
          <section key={title}>
            <h3 className="mb-1 text-base">{title}</h3>
            <ul className="divide-y">
              {people.map((person) => <Person key={person.id} person={person} />)}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function Person({ person }: { person: PersonView }) {
  const { name, relationship, phone, note, record, relatedChildId, parentalResponsibility, livesWithChild } = person
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold wrap-anywhere">{relatedChildId ? <TextLink href={`/children/${relatedChildId}`}>{name}</TextLink> : name}</span>
        {parentalResponsibility ? <Tag tone="blue">Parental responsibility</Tag> : null}
      </p>
      <p className="text-[0.9375rem] text-ink-soft wrap-anywhere">
        {[RELATIONSHIPS[relationship as keyof typeof RELATIONSHIPS], livesWithChild ? 'lives here' : null].filter(Boolean).join(', ')}
        {phone ? <>, <a href={`tel:${phone}`}>{phone}</a></> : null}
        {note || record ? `, ${[note, record ? `from ${record}` : null].filter(Boolean).join(', ')}` : null}
      </p>
    </li>
  )
}
