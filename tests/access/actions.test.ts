import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '../../lib/operations'
import { exportsOf, filesBelow, parse, performed, root, serverDirective } from '../support/source'
import { ACTIONS, ROUTES } from './action-list'
import { EXPECTATIONS } from './expectations'

/** No way into the app but those on the list, and each of them through the door. */
const sources = filesBelow('app', 'components', 'lib').map((file) => ({ file, source: parse(file) }))
const listed = (list: typeof ACTIONS) => Object.entries(list).flatMap(([file, exports]) => Object.keys(exports).map((name) => `${file} ${name}`)).sort()
const found = (files: typeof sources) => files.flatMap(({ file, source }) => [...exportsOf(source).keys()].map((name) => `${file} ${name}`)).sort()

describe('the source', () => {
  it('is read at all', () => expect(sources.length).toBeGreaterThan(100))

  it('has no server action inside a page or a component, where a redirect above it would not guard it', () => {
    expect(sources.filter(({ source }) => serverDirective(source) === 'inline').map(({ file }) => file)).toEqual([])
  })

  it('has server actions in files called actions.ts below app, and nowhere else', () => {
    const files = sources.filter(({ source }) => serverDirective(source) === 'file').map(({ file }) => file)
    expect(files.filter((file) => !/^app\/.*\/actions\.ts$/.test(file))).toEqual([])
    expect(files.sort()).toEqual(sources.map(({ file }) => file).filter((file) => /^app\/.*\/actions\.ts$/.test(file)).sort())
  })

  it('exports exactly the actions of the list', () => {
    expect(found(sources.filter(({ source }) => serverDirective(source) === 'file'))).toEqual(listed(ACTIONS))
  })

  it('has exactly the routes of the list', () => {
    const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/
    const routes = found(sources.filter(({ file }) => /\/route\.tsx?$/.test(file)))
    expect(routes.filter((route) => methods.test(route.split(' ').at(-1) ?? ''))).toEqual(listed(ROUTES))
  })
})

describe.each(Object.entries({ ...ACTIONS, ...ROUTES }))('%s', (file, exports) => {
  it.each(Object.entries(exports))('%s asks for what the list says, and for nothing else', async (name, names) => {
    const source = parse(file)
    const part = exportsOf(source).get(name)
    expect(part).toBeDefined()
    const asked = part ? performed(source, part) : []
    const called: string[] = []
    for (const one of asked) {
      if (!one) throw new Error(`${file} ${name} asks for something that cannot be read off its source`)
      const from = one.from.startsWith('@/') ? path.join(root, `${one.from.slice(2)}.ts`) : path.join(
        root, path.dirname(file), `${one.from}.ts`,
      )
      const room = (await import(/* @vite-ignore */ from)) as Record<string, { name: string }>
      called.push(room[one.name]?.name ?? '')
    }
    expect(called.sort()).toEqual([...names].sort())
    for (const operation of names) {
      expect(operations.has(operation)).toBe(true)
      expect(Object.keys(EXPECTATIONS)).toContain(operation)
    }
  })
})

const manifest = path.join(root, '.next/server/server-reference-manifest.json')
const changed = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
const isFresh = sources.every(({ file }) => !file.endsWith('/actions.ts') || changed(path.join(root, file)) < changed(manifest))

describe('the build', () => {
  // `npm run check` builds first and sets CHECK; elsewhere an old build or none says nothing
  it.skipIf(process.env.CHECK !== '1' && !isFresh)('has exactly the actions of the list (skipped only outside the check, where no build is newer than the actions)', () => {
    if (!fs.existsSync(manifest)) throw new Error('build first')
    const built = JSON.parse(fs.readFileSync(manifest, 'utf8')) as Record<'node' | 'edge', Record<string, { filename?: string; exportedName?: string }>>
    expect(Object.keys(built.edge)).toEqual([])
    const named = Object.entries(built.node).map(
      ([id, { filename, exportedName }]) => (filename && exportedName ? `${filename} ${exportedName}` : id),
    )
    const known = listed(ACTIONS)
    expect(named.filter((action) => !known.includes(action))).toEqual([])
    expect(known.filter((action) => !named.includes(action))).toEqual([])
  })
})
