import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Inter, as its package ships it: one file for each range of letters. A text is cut into runs by which file has its
 * letters, so that a name is set with all of its accents whatever language it comes from.
 */
const PACKAGE = path.join(process.cwd(), 'node_modules/@fontsource/inter')
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const
type Subset = (typeof SUBSETS)[number]
export type Weight = 400 | 700
export type FontName = `${Subset}-${Weight}`
export type Run = { font: FontName; text: string }

type Range = readonly [from: number, to: number]
let ranges: Record<Subset, Range[]> | null = null

function rangesOf(): Record<Subset, Range[]> {
  const given = JSON.parse(readFileSync(path.join(PACKAGE, 'unicode.json'), 'utf8')) as Record<Subset, string>
  const read = (list: string): Range[] => list.split(',').map((one) => {
    const [from = '', to = from] = one.trim().replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })
  return Object.fromEntries(SUBSETS.map((subset) => [subset, read(given[subset] ?? '')])) as Record<Subset, Range[]>
}

/** The file of a letter; null where Inter has none for it. */
function subsetOf(letter: string): Subset | null {
  ranges ??= rangesOf()
  const at = letter.codePointAt(0) ?? 0
  return SUBSETS.find((subset) => ranges?.[subset].some(([from, to]) => at >= from && at <= to)) ?? null
}

/** A text as runs of one file each. A letter that Inter does not have shows as a question mark rather than as nothing. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = []
  for (const letter of text.normalize('NFC')) {
    const subset = subsetOf(letter)
    const font: FontName = `${subset ?? 'latin'}-${weight}`
    const last = runs.at(-1)
    if (last?.font === font) last.text += subset ? letter : '?'
    else runs.push({ font, text: subset ? letter : '?' })
  }
  return runs
}

/** Where the file of a font is. */
export function fontFile(font: FontName): string {
  const at = font.lastIndexOf('-')
  return path.join(PACKAGE, 'files', `inter-${font.slice(0, at)}-${font.slice(at + 1)}-normal.woff`)
}
