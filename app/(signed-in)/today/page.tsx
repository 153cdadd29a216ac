import type { Metadata } from 'next'
import { CateManagerToday, ChairToday, PractitionerToday } from '@/components/today/cate'
import { FrontDoorToday } from '@/components/today/front-door'
import { AdminToday, AnalystToday, AuditorToday, LicensingToday, ManagerToday, PartnerToday } from '@/components/today/others'
import { ask } from '@/lib/access/web'
import { readToday } from '@/lib/today/queries'
import { FOLLOWS } from '@/lib/today/topics'
import type { Today } from '@/lib/today/view'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const page = await ask(readToday, {})
  const follows = FOLLOWS[page.kind]
  return (
    <>
      {follows ? <Live {...follows} /> : null}
      <RolePage page={page} />
    </>
  )
}

function RolePage({ page }: { page: Today.Page }) {
  switch (page.kind) {
    case 'front_door':
      return <FrontDoorToday page={page} />
    case 'practitioner':
      return <PractitionerToday page={page} />
    case 'cate_manager':
      return <CateManagerToday page={page} />
    case 'panel_chair':
      return <ChairToday page={page} />
    case 'manager':
      return <ManagerToday page={page} />
    case 'auditor':
      return <AuditorToday page={page} />
    case 'analyst':
      return <AnalystToday page={page} />
    case 'partner':
      return <PartnerToday page={page} />
    case 'licensing':
      return <LicensingToday />
    case 'admin':
      return <AdminToday page={page} />
  }
}
