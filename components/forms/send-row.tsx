import type { ComponentProps } from 'react'
import { Button } from '../ui/button'
import { SaveStatus } from '../ui/save-status'
import type { DraftState } from './draft-keeper'

type Props = Pick<ComponentProps<typeof Button>, 'variant' | 'children'> & {
  command: { pending: boolean; kept: DraftState }
  /** What the button says while it is sent. */
  sending: string
}

/** The button that sends a form, and whether what is typed is safe until then. */
export function SendRow({ command, sending, variant, children }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Button type="submit" variant={variant} pending={command.pending} pendingLabel={sending}>
        {children}
      </Button>
      <SaveStatus {...command.kept} />
    </div>
  )
}
