// What .env says, for the commands of a real installation. What is set already stays as it is.
import { existsSync } from 'node:fs'
import { inRoot } from './steps.mjs'

if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
