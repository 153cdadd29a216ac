import { passwordSchema } from './schema'
import { Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { hashPassword, isPassword } from '../access/passwords'

/** Changes one's own password. Throws Invalid where the current one is wrong. */
export const changePassword = operation({
  name: 'session.change-password',
  effect: 'change',
  permission: 'own:use',
  input: passwordSchema,
  audit: ['password.changed'],
  async work({ tx, actor }, { current, next }) {
    const [own] = await tx.$queryRaw<{ hash: string | null }[]>`SELECT own_password_hash() AS hash`
    if (!(await isPassword(own?.hash ?? null, current))) throw new Invalid({ current: 'This is not the password you signed in with' })
    await tx.$queryRaw`SELECT set_password(${actor.userId}::uuid, ${await hashPassword(next)}, false)`
    return { output: undefined, kind: 'password.changed', facts: { record: { type: 'user', id: actor.userId } } }
  },
})
