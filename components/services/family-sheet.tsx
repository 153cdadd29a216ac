import { Phone } from 'lucide-react'
import { SHEET } from '@/lib/services/sheet'
import type { ServiceView } from '@/lib/services/view'

/** One sheet of help for a family: plain words, large type, the numbers that are there at night. Nothing about a child. */
export function FamilySheet({ services }: { services: readonly ServiceView[] }) {
  return (
    <article className="wm-sheet mx-auto max-w-3xl rounded-lg border bg-surface px-6 py-6 text-xl leading-relaxed sm:px-10 print:max-w-none print:text-[14pt] print:border-0 print:p-0">
      <h1>{SHEET.title}</h1>
      <p className="mt-2">{SHEET.intro}</p>
      <section className="mt-5 rounded-lg border-4 border-red px-5 py-3 wm-ink-exact">
        <h2 className="text-2xl">{SHEET.danger.title}</h2>
        <Numbers lines={SHEET.danger.lines} />
      </section>
      <h2 className="mt-6 text-2xl">{SHEET.services}</h2>
      {services.map((service) => (
        <Entry key={service.id} service={service} />
      ))}
      <section className="mt-6 break-inside-avoid">
        <h2 className="text-2xl">{SHEET.anyTime.title}</h2>
        <Numbers lines={SHEET.anyTime.lines} />
      </section>
      <p className="mt-6 font-semibold">{SHEET.close}</p>
    </article>
  )
}

function Entry({ service }: { service: ServiceView }) {
  const { name, offers, phone, outOfHoursPhone, openingHours, address, access, web } = service
  const facts = [
    ['When', openingHours],
    ['At night or when closed', outOfHoursPhone],
    ['Where', address],
    ['Online', web?.replace(/^https?:\/\//, '') ?? null],
    ['Good to know', access],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  return (
    <section className="mt-4 break-inside-avoid border-t pt-3">
      <h3 className="text-[1.375rem]">{name}</h3>
      <p>{offers}</p>
      {phone ? <Number>{phone}</Number> : null}
      <dl className="mt-1 text-lg">
        {facts.map(([label, value]) => (
          <div key={label} className="sm:flex sm:gap-2">
            <dt className="font-semibold">{label}:</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Numbers({ lines }: { lines: readonly { number: string; words: string }[] }) {
  return (
    <ul className="mt-1 space-y-2">
      {lines.map(({ number, words }) => (
        <li key={number}>
          <Number>{number}</Number>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  )
}

function Number({ children }: { children: string }) {
  return (
    <p className="flex items-center gap-2 text-2xl font-bold tabular-nums">
      <Phone className="size-5 flex-none" strokeWidth={2.5} />
      <span className="sr-only">Call </span>
      <span>{children}</span>
    </p>
  )
}
