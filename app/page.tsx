import { redirect } from 'next/navigation'
import { currentActor } from '@/lib/access/web'

export default async function Home() {
  if (await currentActor()) redirect('/today')
  redirect('/sign-in')
}
