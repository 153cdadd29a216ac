import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'

type Props = { title: string; words: string; /** What is listed, in the plural: referrals. */ what: string; narrowed: boolean; /** The same list without its filters. */ clear: string }

/** An empty list: what would stand here, or, where filters leave nothing, how to take them away. */
export function NothingListed({ title, words, what, narrowed, clear }: Props) {
  if (!narrowed) return <Empty title={title}>{words}</Empty>
  return (
    <Empty title={`No ${what} match these filters`} action={<ButtonLink variant="secondary" href={clear}>Clear the filters</ButtonLink>}>
      Take a filter away to see more.
    </Empty>
  )
}
