// npm run migrate: brings the database of DATABASE_URL (the owner's login) up to date. For a real installation.
import './dot-env.mjs'
import { generate, migrate, say } from './steps.mjs'

if (!process.env.DATABASE_URL) {
  console.error('Set DATABASE_URL to the owner login of the database, and run this again.')
  process.exit(1)
}
generate()
migrate({ owner: process.env.DATABASE_URL })
say('the database is up to date')
