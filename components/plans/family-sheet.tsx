import { formatDate } from '@/lib/pathway/dates'
import { FAMILY } from '@/lib/plans/family-words'
import type { FamilyCopy } from '@/lib/plans/print'
import { Written } from './written'

const LINES = 'space-y-2'

/** The family copy as a page: the same words as the PDF, in large type. It is given nothing that was withheld. */
export function FamilySheet({ copy }: { copy: FamilyCopy }) {
  const you = copy.said.filter(({ young }) => young)
  const family = copy.said.filter(({ young }) => !young)
  return (
    <article className="wm-sheet mx-auto max-w-3xl rounded-lg border bg-surface px-6 py-6 text-xl leading-relaxed sm:px-10 print:max-w-none print:border-0 print:p-0 print:text-[15pt]">
      <h1>{FAMILY.title}</h1>
      <p className="mt-1 text-2xl font-semibold wrap-anywhere">{copy.name}</p>
      <p className="mt-3">{FAMILY.intro}</p>
      <p className="mt-2">{FAMILY.worker} <strong>{copy.worker}</strong>.</p>
      <section className="mt-5 rounded-lg border-4 border-red px-5 py-3 wm-ink-exact">
        <h2 className="text-2xl">{FAMILY.danger.title}</h2>
        <Numbers lines={FAMILY.danger.lines} />
      </section>
      {copy.sections.map(({ id, heading, text }) => (
        <Part key={id} heading={heading}><Written text={text} /></Part>
      ))}
      {you.length ? <Part heading={FAMILY.saidByYou}>{you.map(({ words }, at) => <Written key={at} text={words} />)}</Part> : null}
      {family.length ? (
        <Part heading={FAMILY.saidByFamily}>
          {family.map(({ name, words }, at) => <div key={at}><p className="font-semibold">{name}</p><Written text={words} /></div>)}
        </Part>
      ) : null}
      {copy.actions.length ? (
        <Part heading={FAMILY.actions}>
          <ul className={LINES}>
            {copy.actions.map(({ what, owner, dueOn, done }, at) => (
              <li key={at} dir="auto" className="wrap-anywhere"><strong>{owner}:</strong> {what}<span className="block">{done ? FAMILY.done : `${FAMILY.by} ${formatDate(dueOn)}`}</span></li>
            ))}
          </ul>
        </Part>
      ) : null}
      {copy.reviewOn ? <Part heading={FAMILY.review}><p>{FAMILY.reviewOn} <strong className="whitespace-nowrap">{formatDate(copy.reviewOn)}</strong>.</p></Part> : null}
      <Part heading={FAMILY.anyTime.title}><Numbers lines={FAMILY.anyTime.lines} /></Part>
      <p className="mt-6 font-semibold">{FAMILY.close}</p>
    </article>
  )
}

function Part({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <section className="mt-6 break-inside-avoid">
      <h2 className="mb-1 text-2xl">{heading}</h2>
      {children}
    </section>
  )
}

function Numbers({ lines }: { lines: readonly { number: string; words: string }[] }) {
  return (
    <ul className={LINES}>
      {lines.map(({ number, words }) => <li key={number}><strong className="whitespace-nowrap">{number}:</strong> {words}</li>)}
    </ul>
  )
}
