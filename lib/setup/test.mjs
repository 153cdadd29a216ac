// npm test: the unit and integration tests. Words after -- go to vitest, e.g. npm test -- tests/unit
import { spawnSync } from 'node:child_process'
import { generate, inRoot, install } from './steps.mjs'

install()
generate()
const { status } = spawnSync(inRoot('node_modules/.bin/vitest'), ['run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)], { cwd: inRoot(), stdio: 'inherit' })
process.exit(status ?? 1)
