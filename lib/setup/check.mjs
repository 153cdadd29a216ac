// npm run check: everything that must hold, from a clean checkout, ending with one line that sums it.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { build, generate, inRoot, install, say } from './steps.mjs'

const results = inRoot('.data/check')
const total = { passed: 0, failed: 0, skipped: 0 }

function add({ passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** One command that passes or fails as a whole, and says what it has to say when it is done. */
async function whole(name, command, args) {
  const child = spawn(inRoot('node_modules/.bin', command), args, { cwd: inRoot(), stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CHECK: '1' } })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  say(`${name}: ${status === 0 ? 'well' : 'failed'}`)
  process.stdout.write(Buffer.concat(said))
  add(status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
}

function unitAndIntegration() {
  say('unit, integration and access tests')
  const file = `${results}/vitest.json`
  fs.rmSync(file, { force: true })
  const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(inRoot('node_modules/.bin/vitest'), args, { cwd: inRoot(), stdio: 'inherit', env: { ...process.env, CHECK: '1' } })
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  const counted = report
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
    : { passed: 0, failed: 0, skipped: 0 }
  // a file that did not load, or a run that broke off, has failed though no test of it says so
  add(status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted)
}

try {
  fs.mkdirSync(results, { recursive: true })
  install()
  generate()
  say('lint and types')
  await whole('route types', 'next', ['typegen'])
  // each uses one core
  await Promise.all([whole('lint', 'eslint', ['.', '--max-warnings', '0']), whole('types', 'tsc', ['--noEmit'])])
  build()
  unitAndIntegration()
  say('browser tests')
  const { runBrowserTests } = await import('./browser-tests.mjs')
  add(await runBrowserTests({ reporterFile: `${results}/playwright.json` }))
} catch (error) {
  console.error(error.message)
  total.failed += 1
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
