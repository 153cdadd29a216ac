// npm run db:url -- owner|app|auditor: the connection string of that login, for psql. Starts the embedded
// server where it is not running.
import { secrets } from './steps.mjs'

const login = process.argv[2]
if (!['owner', 'app', 'auditor'].includes(login)) {
  console.error('Say which login: npm run db:url -- owner|app|auditor')
  process.exit(1)
}
const { startEmbedded } = await import('../database/embedded.mjs')
const { loginUrls } = await import('../database/provision.mjs')
const url = process.env.DATABASE_URL ?? (await startEmbedded())('waymark')
console.log(login === 'owner' && process.env.DATABASE_URL ? url : loginUrls(url, secrets())[login])
