import { labelOf } from '@/lib/pathway/codes'
import { LEVEL_OF_NEED_LABELS } from '@/lib/pathway/need-levels'
import { FOR_WHOM, HELP_KINDS } from '@/lib/pathway/services'
import { agesText, type ServiceView } from '@/lib/services/view'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { When } from '../when'

/** One service in full, as a professional reads it. */
export function ServiceFacts({ service }: { service: ServiceView }) {
  const { provider, help, needs, forWhom, offers, howToRefer, openingHours, phone, outOfHoursPhone, web, address, access } = service
  return (
    <div className="max-w-3xl space-y-6">
      <Card title="What it gives">
        <SummaryList
          rows={[
            { key: 'offers', label: 'What it offers', value: offers },
            { key: 'help', label: 'Kind of help', value: help.map((kind) => labelOf(HELP_KINDS, kind)).join(', ') },
            { key: 'whom', label: 'For', value: forWhom.map((one) => labelOf(FOR_WHOM, one)).join(', ') },
            { key: 'ages', label: 'Ages', value: agesText(service) ?? 'Any age' },
            { key: 'needs', label: 'Levels of need', value: needs.map((need) => LEVEL_OF_NEED_LABELS[need]).join(', ') },
            { key: 'refer', label: 'Who can use it, and how to refer', value: howToRefer },
          ]}
        />
      </Card>
      <Card title="How to reach it">
        <SummaryList
          rows={[
            { key: 'phone', label: 'Phone', value: phone ? <a href={`tel:${dialled(phone)}`}>{phone}</a> : null },
            { key: 'night', label: 'Out of hours', value: outOfHoursPhone ? <a href={`tel:${dialled(outOfHoursPhone)}`}>{outOfHoursPhone}</a> : null },
            { key: 'hours', label: 'Opening hours', value: openingHours },
            { key: 'web', label: 'Website', value: web ? <a href={web} rel="noreferrer" target="_blank">{web.replace(/^https?:\/\//, '')}<span className="sr-only"> (opens in a new tab)</span></a> : null },
            { key: 'address', label: 'Address', value: address },
            { key: 'access', label: 'Languages and access', value: access },
            { key: 'provider', label: 'Run by', value: provider ?? 'An organisation outside this area’s agencies' },
          ]}
        />
      </Card>
      <p className="text-[0.9375rem] text-ink-soft">
        Last changed by {service.updatedBy}, <When at={service.updatedAt} day />.
      </p>
    </div>
  )
}

const dialled = (number: string) => number.replace(/[^\d+]/g, '')
