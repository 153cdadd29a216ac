import { inAreaB, nobody, none, type Makers } from '../cells'
import type { World } from '../../support/world'

const rows = (make: typeof nobody, sees: 'contact' | 'family') => async (world: World) => ({ input: { figure: 'contacts' }, sees: (await make(world))[sees] })

export const FIGURES: Readonly<Record<string, Makers>> = {
  'oversight.question': {
    'the last year': () => ({ input: { question: 'who', compare: 'yes' } }),
    'a contact of area A': async (world) => ({ input: { question: 'who' }, sees: (await nobody(world)).contact }),
  },
  'oversight.rows': {
    'a contact of area A': rows(nobody, 'contact'),
    'the name of its child': rows(nobody, 'family'),
    'a contact of area B': rows(inAreaB, 'contact'),
    'by what the figure is not broken down by': () => ({ input: { figure: 'contacts', by: 'practitioner', part: 'none' } }),
  },
  'oversight.pivot': {
    'age by sex': () => ({ input: { figure: 'children', rows: 'age', columns: 'sex' } }),
    'by practitioner': () => ({ input: { figure: 'open_cases', rows: 'practitioner', columns: 'sex' } }),
  },
  'oversight.report': { 'the last year': none },
  'oversight.summary': { 'the last year': none },
}
