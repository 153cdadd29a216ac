import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

export default function NothingHere() {
  return (
    <ErrorState headingLevel={1} title="There is nothing here" action={<ButtonLink href="/today">Go to today’s work</ButtonLink>}>
      The address may be wrong, or what it leads to may not be open to your role.
    </ErrorState>
  )
}
