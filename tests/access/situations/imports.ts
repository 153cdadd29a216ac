import { randomUUID } from 'node:crypto'
import { makeImport } from '../../support/import-rows'
import { SYSTEM_USER, type World } from '../../support/world'
import { bySchool, early, each as eachTold, inAreaB, nobody, panelCase, type Maker, type Makers } from '../cells'
import { refOf } from '../../support/import-rows'

type Make = (world: World) => Promise<string>
const APPROVED = { state: 'approved', approved_at: '2026-11-18', approved_by_id: SYSTEM_USER }

const ofA: Make = (world) => makeImport(world, { started_at: '2026-11-19T10:00:00Z' })
const ofB: Make = (world) => makeImport(world, { area: world.b, started_at: '2026-11-19T10:00:00Z' })
const approved: Make = (world) => makeImport(world, APPROVED)
const waiting: Make = (world) => makeImport(world, { state: 'waiting', started_at: new Date(early().getTime() - 30 * 86_400_000) })
const refused: Make = (world) => makeImport(world, { report: JSON.stringify({ counts: [], problems: [{ file: 'cases.csv', line: 2, column: 'stage', message: 'Wrong' }], notes: [] }) })
const absent: Make = async () => randomUUID()

const each = (ways: Readonly<Record<string, Make>>, input: (id: string) => unknown, sees = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const id = await make(world)
    return { input: input(id), ...(sees ? { sees: id } : {}) }
  }]))

const EMPTY = { child: [], child_alias: [], child_address: [], contact: [], contact_decision: [], referral: [], referral_move: [], cate_case: [], case_allocation: [], case_stage_move: [], case_level: [], import_reference: [], accepted: [], flags: [] }
const files = { files: [{ name: 'children.csv', content: 'child_ref' }] }
/** Ends whatever is under way in the area, so that another may begin. */
const nothingUnderWay = (world: World) => world.sql.query(`UPDATE import_batch SET finished_at = '2026-11-19', state = 'discarded' WHERE area_id = $1 AND finished_at IS NULL`, [world.a.id])

/** A list as a file, and what of it shows that the record is in it. */
const exported = (list: string, filter: object = {}) => () => ({ list, format: 'csv', filter })

export const IMPORTS: Readonly<Record<string, Makers>> = {
  'exports.list': {
    ...eachTold({ 'contacts with one of area A': nobody, 'contacts with one of area B': inAreaB }, exported('contacts'), ({ family }) => family),
    ...eachTold({ 'a caseload with a case of the practitioner': panelCase }, exported('cases'), ({ family }) => family),
    'the people of the area': (world) => ({ input: { list: 'people', format: 'csv', filter: {} }, sees: world.as.advisor.email }),
    'what the school told': async (world) => {
      const { contact } = await bySchool(world)
      return { input: { list: 'our-contacts', format: 'csv', filter: {} }, sees: await refOf(world, contact) }
    },
    'the figures of a year': () => ({ input: { list: 'figures', format: 'csv', filter: { question: 'who' } }, sees: 'Children they are about' }),
    'the rows behind a figure': async (world) => {
      const { contact } = await nobody(world)
      return { input: { list: 'figure-rows', format: 'csv', filter: { figure: 'contacts' } }, sees: await refOf(world, contact) }
    },
  },
  'imports.list': each({ 'of area A': ofA, 'of area B': ofB }, () => ({}), true),
  'imports.read': each({ 'of area A': ofA, 'of area B': ofB, 'not there': absent }, (batchId) => ({ batchId }), true),
  'imports.submit': {
    'one file': async (world) => {
      await nothingUnderWay(world)
      return { input: { submissionKey: randomUUID(), ...files } }
    },
    'while another waits': async (world) => {
      await ofA(world)
      return { input: { submissionKey: randomUUID(), ...files } }
    },
  },
  'imports.approve': each({ 'of area A': ofA, 'with a refused row that is not left out': refused, 'of area B': ofB }, (batchId) => ({ batchId, version: 1, leave: [] })),
  'imports.discard': each({ 'of area A': ofA, 'of area B': ofB }, (batchId) => ({ batchId, version: 1 })),
  // whichever of those that wait has waited longest
  'imports.take': { 'that waits': async (world) => {
    await waiting(world)
    return { input: {}, sees: '"state":"waiting"' }
  } },
  'imports.report': each({ 'of area A': ofA, 'of area B': ofB }, (batchId) => ({ batchId, version: 1, report: { counts: [], problems: [], notes: [] } })),
  'imports.progress': each({ 'of area A': ofA }, (batchId) => ({ batchId, progress: 1, total: 2 })),
  'imports.write': each({ 'let in': approved, 'that nobody let in': ofA, 'of area B': (world) => makeImport(world, { area: world.b, ...APPROVED }) }, (batchId) => ({ batchId, built: EMPTY, onRows: async () => {} })),
  'imports.fail': each({ 'let in': approved, 'that nobody let in': ofA }, (batchId) => ({ batchId })),
}
