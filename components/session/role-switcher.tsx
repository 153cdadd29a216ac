import { ROLE_LABELS } from '@/lib/access/roles'
import type { RoleOption } from '@/lib/access/session'
import { Button } from '../ui/button'

/** For a person with several roles: which one they work under now, and the way to another. */
export function RoleSwitcher({ roles, current }: { roles: readonly RoleOption[]; current: string }) {
  return (
    <form action="/api/session" method="post" className="flex flex-wrap items-center gap-2">
      <label htmlFor="assignmentId" className="text-sm font-semibold">
        Working as
      </label>
      <select id="assignmentId" name="assignmentId" defaultValue={current} className="wm-control w-auto! py-1! text-sm">
        {roles.map((role) => (
          <option key={role.assignmentId} value={role.assignmentId}>
            {ROLE_LABELS[role.role]}, {role.area}
          </option>
        ))}
      </select>
      <Button type="submit" variant="secondary" size="small">
        Change
      </Button>
    </form>
  )
}
