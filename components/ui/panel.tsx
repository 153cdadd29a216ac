import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { title: ReactNode; reference?: ReactNode; children?: ReactNode }

/** The last page of a task: it is done, its reference, and (as children) what happens next. */
export function Panel({ title, reference, children }: Props) {
  return (
    <div className="rounded-lg border border-primary bg-primary-wash px-5 py-6 sm:px-8">
      <h1 className="flex items-start gap-3">
        <CircleCheck className="mt-0.5 size-8 flex-none text-primary" />
        {title}
      </h1>
      {reference ? <p className="mt-2 pl-11 text-lg">{reference}</p> : null}
      {children ? <div className="wm-prose mt-3 pl-11">{children}</div> : null}
    </div>
  )
}
