import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import 'dotenv/config'
import { defineConfig } from 'prisma/config'

// Prisma's CLI wants its native schema engine, which its own host serves at install time. Where that
// host cannot be reached, the same engine compiled to WebAssembly (an npm package) takes its place.
const engines = path.resolve('node_modules/@prisma/engines')
const native = existsSync(engines) && readdirSync(engines).some((file) => file.startsWith('schema-engine'))
if (!native) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('prisma/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // the owner's connection: used for migrations and by nothing that serves a request
  datasource: { url: process.env.DATABASE_URL },
})
