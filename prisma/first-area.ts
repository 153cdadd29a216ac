// npm run area -- CODE NAME E-MAIL "THEIR NAME": opens an area with its council, its teams and its first
// administrator, who adds everybody else. For a real installation, as the app's own login and with its settings.
import '../lib/setup/dot-env.mjs'
import { randomUUID } from 'node:crypto'
import { closeConnections, openArea } from '../lib/access/areas'
import { DoorError, Invalid } from '../lib/access/errors'
import { setUpArea } from '../lib/areas/commands'
import { environment } from '../lib/env'
import { addPerson } from '../lib/people/commands'

const [code = '', name = '', email = '', person = ''] = process.argv.slice(2)
if (!/^[A-Z]{3}$/.test(code) || !name || !email || !person) {
  console.error('Say the area, and its first administrator: npm run area -- WRN "Wrenmoor" admin@example.org "Ada Min"')
  process.exit(1)
}

try {
  environment()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

const request = { address: 'console', requestId: randomUUID(), sameOrigin: true }
try {
  const system = await openArea(code, name)
  const { agencyId } = await setUpArea.run(system, request, {})
  const { password } = await addPerson.run(system, request, { name: person, email, role: 'admin', agencyId })
  console.log(`${name} is open. ${email} signs in ${password ? `with ${password} and is asked for a password of their own` : 'with the password they have'}.`)
} catch (error) {
  if (!(error instanceof DoorError)) throw error
  console.error([error.message, ...(error instanceof Invalid ? Object.values(error.fields) : [])].join('\n'))
  process.exitCode = 1
} finally {
  await closeConnections()
}
