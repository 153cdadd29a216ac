import {
  CircleCheckBig, ClipboardCheck, ClipboardList, DoorOpen, Ear, Eye, FileText, Flag, FolderOpen, Footprints, Gauge, Gavel, HeartHandshake, MessageSquare, PhoneCall, PhoneIncoming, Scale, Search, Send,
  Share2, Shield, Siren, TriangleAlert, Users, type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { TextLink } from './text-link'

const KINDS = {
  contact: { icon: PhoneIncoming, label: 'Contact' },
  decision: { icon: Scale, label: 'Decision' },
  referral: { icon: Send, label: 'Referral' },
  assessment: { icon: ClipboardList, label: 'Risk assessment' },
  level: { icon: Gauge, label: 'Level' },
  meeting: { icon: Users, label: 'Meeting' },
  plan: { icon: Shield, label: 'Safety plan' },
  session: { icon: HeartHandshake, label: 'Session' },
  disclosure: { icon: Ear, label: 'Disclosure' },
  panel: { icon: Users, label: 'Risk panel' },
  strategy: { icon: Siren, label: 'Strategy meeting' },
  review: { icon: ClipboardCheck, label: 'Review' },
  exit: { icon: DoorOpen, label: 'Ending' },
  call: { icon: PhoneCall, label: 'Call on the case' },
  case: { icon: FolderOpen, label: 'Case' },
  action: { icon: CircleCheckBig, label: 'Action' },
  enquiry: { icon: Search, label: 'Enquiry' },
  sharing: { icon: Share2, label: 'Sharing' },
  missing: { icon: Footprints, label: 'Missing' },
  alert: { icon: TriangleAlert, label: 'Alert' },
  justice: { icon: Gavel, label: 'Criminal justice' },
  message: { icon: MessageSquare, label: 'Message' },
  document: { icon: FileText, label: 'Document' },
  viewed: { icon: Eye, label: 'Viewed' },
  other: { icon: Flag, label: 'Event' },
} satisfies Record<string, { icon: LucideIcon; label: string }>

export type TimelineKind = keyof typeof KINDS

export type TimelineItem = {
  id: string
  kind: TimelineKind
  /** The date in words, e.g. 22 Nov 2026, 10:42; and for machines, ISO 8601. */
  date: string
  dateTime?: string
  title: ReactNode
  href?: string
  body?: ReactNode
  /** Who did it or said it: name, role, agency. */
  who?: ReactNode
  /** A level or a state beside the title. */
  tag?: ReactNode
}

const THREAD =
  'absolute top-8 bottom-0 left-4 w-px bg-neutral-line group-last:hidden forced-colors:bg-[CanvasText]'
const ROUND =
  'flex size-8 flex-none items-center justify-center rounded-full border border-control bg-surface text-primary'

/** What happened, one after another, with the kind of each in words and picture. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol aria-label={label} className="relative">
      {items.map((item) => {
        const { icon: Icon, label: kind } = KINDS[item.kind]
        return (
          <li key={item.id} className="group relative flex gap-3.5 pb-6 last:pb-0">
            <span aria-hidden="true" className={THREAD} />
            <span className={ROUND}>
              <Icon className="size-4" />
            </span>
            <div className="min-w-0 flex-1 pt-0.5">
              <p className="text-sm text-ink-soft">
                <time dateTime={item.dateTime}>{item.date}</time> · {kind}
                {item.who ? <> · {item.who}</> : null}
              </p>
              <div className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold">
                  {item.href ? <TextLink href={item.href}>{item.title}</TextLink> : item.title}
                </span>
                {item.tag}
              </div>
              {item.body ? <div className="mt-1 max-w-prose whitespace-pre-line">{item.body}</div> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
