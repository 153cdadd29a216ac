import { defineConfig, globalIgnores } from 'eslint/config'
import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTs from 'eslint-config-next/typescript'

// The walls of the house (see lib/decisions/0001): who may import what.
const database = { regex: '(^|/)(lib/)?database/(?!models$|embedded|provision)', message: 'Only lib/access and lib/audit reach the database: declare an operation.' }
const client = { regex: '^(@prisma/client|@prisma/adapter-pg|pg)($|/)|database/generated', message: 'Only lib/database touches the client: declare an operation.' }
const tables = { regex: '(^|/)database/models$', allowTypeImports: true, message: 'Rows may be named as types only.' }
const io = { regex: '^(node:|next|react|pino|zod$|@/|\\.\\./)', message: 'lib/pathway is pure: it imports only itself and date libraries.' }
const fromApp = { regex: '^@/app/|(^|/)\\.\\./app/', message: 'app holds routes only; nothing imports from it.' }
const rooms = { regex: '^@/lib/(alerts|areas|assessments|cases|challenges|children|contacts|drafts|enquiries|handovers|imports|jobs|oversight|people|records|referrals|screening|services|sharing|templates|today)/(?!(id|restore|sheet|(.*-)?(schema|view|form))$)', allowTypeImports: true, message: 'Components take plain data: hand them a view or an action.' }
const door = { regex: '^@/lib/access/(operation|web|actor|session|sign-in|next-auth)$', allowTypeImports: true, message: 'Components do not ask the door; pages do.' }

const forbid = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })

export default defineConfig([
  ...nextVitals,
  ...nextTs,
  globalIgnores(['.next/**', '.data/**', 'lib/database/generated/**', 'next-env.d.ts', 'tests/results/**', 'prisma/schema-engine.mjs']),
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  { files: ['app/**', 'lib/**/*.ts', 'prisma/seed/**'], rules: forbid(database, client, fromApp) },
  { files: ['components/**'], rules: forbid(database, client, tables, fromApp, rooms, door) },
  { files: ['lib/access/**', 'lib/audit/**'], rules: forbid(client, fromApp) },
  { files: ['lib/database/**'], rules: forbid(fromApp) },
  { files: ['lib/pathway/**'], rules: forbid(io) },
  // Playwright hands its fixtures a function called use; it is no hook
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  // the set-up scripts talk to a terminal, and stand the database up
  { files: ['lib/setup/**', 'lib/database/*.mjs', 'prisma/seed/index.ts', 'prisma/first-area.ts', 'tests/**', 'lib/access/start.ts'], rules: { 'no-console': 'off' } },
])
