import type { PublishedContent } from '@/lib/oversight/public-summary'
import { FigureCard } from './figure-card'

/** A year's summary as everybody reads it: charts that read in greyscale, each with its numbers. */
export function SummaryView({ content }: { content: PublishedContent }) {
  return (
    <div className="space-y-10">
      {content.parts.map(({ id, title, lede, figures }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <p className="mb-4 text-ink-soft">{lede}</p>
          <div className="space-y-6">
            {figures.map((measured) => (
              <FigureCard key={measured.figure} measured={measured} rowsHref={null} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** What is said beside the numbers of every summary. */
export function SummaryWords({ at, before }: { /** When it was counted, in words. */ at: string; /** The year that stands beside it, in words. */ before: string | null }) {
  return (
    <div className="wm-prose mb-8 max-w-form">
      <p>Counted on {at} from the records as they were then. {before ? `The year before, ${before}, stands beside it as it was published.` : ''}</p>
      <p>“Withheld” stands for numbers from 1 to 5, and for others that would give them away, so that nobody can be found in them.</p>
      <p>If you are worried about a child, ring the children’s services of the council where the child is; if a child is in danger now, ring 999.</p>
    </div>
  )
}
