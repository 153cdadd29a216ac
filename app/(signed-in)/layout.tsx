import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { placesFor } from '@/components/session/navigation'
import { RoleSwitcher } from '@/components/session/role-switcher'
import { SessionGuard } from '@/components/session/session-guard'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { IDLE_MINUTES } from '@/lib/access/actor'
import { may } from '@/lib/access/permissions'
import { ROLE_LABELS } from '@/lib/access/roles'
import { listOwnRoles } from '@/lib/access/session'
import { ask, signedIn } from '@/lib/access/web'
import { now } from '@/lib/clock'

const signOut = (
  <div className="flex items-center gap-4 text-sm">
    <TextLink href="/password">Password</TextLink>
    <form action="/api/sign-out" method="post">
      <Button type="submit" variant="quiet" size="small">
        Sign out
      </Button>
    </form>
  </div>
)

/** What stands around every page of a person who is signed in. It decides nothing: each operation does. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await signedIn()
  const switcher = actor.roles > 1 && !actor.temporaryPassword ? <RoleSwitcher roles={await ask(listOwnRoles, {})} current={actor.assignmentId} /> : undefined
  return (
    <AppShell
      nav={placesFor((permission) => may(actor.role, permission))}
      person={{ name: actor.name, role: ROLE_LABELS[actor.role], area: actor.areaName }}
      signOut={signOut}
      switcher={switcher}
      home="/today"
    >
      {children}
      <SessionGuard idleMinutes={IDLE_MINUTES} expiresIn={actor.expiresAt - now().getTime()} />
    </AppShell>
  )
}
