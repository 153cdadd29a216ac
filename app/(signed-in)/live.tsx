import { RefreshOnChange } from '@/components/live/refresh-on-change'
import { signedIn } from '@/lib/access/web'

type Props = { topics: readonly string[]; pause?: number }

/** Keeps the page it stands on up to date: see RefreshOnChange. */
export async function Live(props: Props) {
  const { snapshot } = await signedIn()
  return <RefreshOnChange {...props} since={snapshot} />
}
