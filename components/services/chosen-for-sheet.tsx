import { X } from 'lucide-react'
import { MOST_ON_A_SHEET } from '@/lib/services/sheet'
import { ButtonLink } from '../ui/button'

export type ChosenService = { id: string; name: string }

/** The services chosen for a family's sheet so far, and the way to it. */
export function ChosenForSheet({ chosen, drop }: { chosen: readonly ChosenService[]; drop: (id: string) => void }) {
  return (
    <section aria-label="Sheet for a family" className="mb-5 rounded-lg border bg-surface px-4 py-3">
      <p className="font-semibold">Sheet for a family</p>
      {chosen.length === 0 ? (
        <p className="text-ink-soft">Tick the services a family may need, then print them on one sheet in large type. Nothing about a child is on it.</p>
      ) : (
        <>
          <ul className="mt-1 flex flex-wrap gap-2">
            {chosen.map(({ id, name }) => (
              <li key={id} className="inline-flex min-h-8 items-center gap-1 rounded-full border pl-3 text-[0.9375rem]">
                {name}
                <button type="button" aria-label={`Take ${name} off the sheet`} className="rounded-full p-2 text-ink-soft hover:text-ink" onClick={() => drop(id)}>
                  <X className="size-3.5" strokeWidth={2.25} />
                </button>
              </li>
            ))}
          </ul>
          <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <ButtonLink href={`/directory/sheet?ids=${chosen.map(({ id }) => id).join(',')}`}>Make the sheet</ButtonLink>
            {chosen.length >= MOST_ON_A_SHEET ? <span>A sheet takes {MOST_ON_A_SHEET} services.</span> : null}
          </p>
        </>
      )}
    </section>
  )
}
