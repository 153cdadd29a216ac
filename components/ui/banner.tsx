import clsx from 'clsx'
import { CircleCheck, Info, OctagonAlert, type LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'

export type BannerTone = 'notice' | 'success' | 'important'

const LOOKS: Record<BannerTone, { box: string; icon: LucideIcon; glyph: string; said: string }> = {
  notice: { box: 'border-blue-text bg-blue-wash', icon: Info, glyph: 'text-blue-text', said: 'Notice' },
  success: { box: 'border-green-text bg-green-wash', icon: CircleCheck, glyph: 'text-green-text', said: 'Done' },
  important: { box: 'border-red bg-red-wash', icon: OctagonAlert, glyph: 'text-red', said: 'Important' },
}

type Props = {
  tone?: BannerTone
  title: ReactNode
  children?: ReactNode
  /** Buttons or links. */
  actions?: ReactNode
  /** Read out at once: only for what has just happened, such as a success or a new danger. */
  announce?: boolean
}

/** A message across the page. `important` is for danger now: say what to do, in order. */
export function Banner({ tone = 'notice', title, children, actions, announce }: Props) {
  const id = useId()
  const { box, icon: Icon, glyph, said } = LOOKS[tone]
  const role = announce ? (tone === 'important' ? 'alert' : 'status') : 'region'
  return (
    <div
      role={role}
      aria-labelledby={id}
      className={clsx('mb-6 flex items-start gap-3 rounded-lg border border-l-[6px] px-4 py-3.5 wm-ink-exact', box)}
    >
      <Icon className={clsx('mt-0.5 size-5 flex-none', glyph)} strokeWidth={2.25} />
      <div className="min-w-0 flex-1">
        <p id={id} className={clsx('font-semibold', tone === 'important' && 'text-lg leading-snug')}>
          <span className="sr-only">{said}: </span>
          {title}
        </p>
        {children ? <div className="wm-prose mt-1">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-3 no-print">{actions}</div> : null}
      </div>
    </div>
  )
}
