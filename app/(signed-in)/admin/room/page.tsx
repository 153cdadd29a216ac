import type { Metadata } from 'next'
import { RoomForm } from '@/components/admin/room-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask, signedIn } from '@/lib/access/web'
import { readRoom } from '@/lib/enquiries/room'
import { setRoomAction } from '../actions'

export const metadata: Metadata = { title: 'Agencies in the room' }

export default async function RoomPage() {
  const agencies = await ask(readRoom, {})
  const { settings } = await signedIn()
  return (
    <>
      <PageHeader title="Agencies in the room" caption={settings.labels.enquiry} lede="Those who are asked in every enquiry, unless the safeguarding lead says otherwise." back={<BackLink href="/admin">People</BackLink>} />
      <RoomForm agencies={agencies} save={setRoomAction} />
    </>
  )
}
