import fs from 'node:fs/promises'
import path from 'node:path'

/** What the schema says of a table and of each of its columns, by their names in the database. */
export type TableWords = { words: string; columns: ReadonlyMap<string, string> }

const FOLDER = path.resolve('prisma/schema')

/** What the `///` lines of the schema say, by the name of the table. */
export async function schemaWords(): Promise<ReadonlyMap<string, TableWords>> {
  const names = (await fs.readdir(FOLDER)).filter((name) => name.endsWith('.prisma'))
  const texts = await Promise.all(names.map((name) => fs.readFile(path.join(FOLDER, name), 'utf8')))
  return new Map(texts.flatMap(wordsIn))
}

/** The tables of one schema file. A field without a line of its own has no words. */
function wordsIn(schema: string): [string, TableWords][] {
  const found: [string, TableWords][] = []
  let [said, table, columns, words] = [[] as string[], '', new Map<string, string>(), '']
  for (const line of schema.split('\n').map((one) => one.trim())) {
    const comment = /^\/\/\/ ?(.*)$/.exec(line)
    const model = /^model (\w+) \{$/.exec(line)
    const field = /^(\w+) +[A-Z]/.exec(line)
    const map = /@map\("(\w+)"\)/.exec(line)
    if (comment) said.push(comment[1] ?? '')
    else if (model) [table, words, columns] = [model[1] ?? '', said.join(' '), new Map()]
    else if (line.startsWith('@@map') && table) table = /"(\w+)"/.exec(line)?.[1] ?? table
    else if (line === '}' && table) {
      found.push([table, { words, columns }])
      table = ''
    } else if (field && table && said.length) columns.set(map?.[1] ?? field[1] ?? '', said.join(' '))
    if (!comment) said = []
  }
  return found
}
