import PDFDocument from 'pdfkit'
import { parseMarkup, type Span } from '../pathway/markup'
import { fontFile, runsOf, type Run, type Weight } from './fonts'

/** Points: A4 with margins that a hole punch and a thumb leave free. */
const MARGIN = 62
const LEADING = 1.45
/** Points of the watermark, at most. */
const MARKED = 17

type Style = { size: number; weight?: Weight; indent?: number; after?: number; /** What it is to a screen reader. */ as?: 'P' | 'H1' | 'H2' | 'H3' | 'LI' }
type Line = { runs: Run[]; width: number }

/**
 * A4 pages that text flows over, in Inter, tagged so that a screen reader reads them in order. Sizes are points. Lines
 * are broken here and not by the library, because a word may need the letters of two font files.
 */
export class Paper {
  private readonly document: PDFKit.PDFDocument
  private readonly done: Promise<Buffer>
  private readonly known = new Set<string>()
  private readonly widths = new Map<string, number>()

  /** `title` stands in the reader's window: nothing personal. `watermark` is across each page, so that a copy tells whose it was. */
  constructor(title: string, private readonly footer: string, private readonly watermark = '') {
    this.document = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true, info: { Title: title, Producer: 'Waymark', Creator: 'Waymark' } })
    const parts: Buffer[] = []
    this.done = new Promise((resolve, reject) => {
      this.document.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject)
    })
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN - 18
  }

  /** A heading, kept with at least `keep` points of what follows. */
  heading(text: string, { size, after = 6, as = 'H2', keep = 70 }: { size: number; after?: number; as?: 'H1' | 'H2' | 'H3'; keep?: number }): void {
    this.keep(size * LEADING + keep)
    this.line([{ text, bold: true }], { size, after, as })
  }

  /** One paragraph of pieces. */
  line(spans: readonly Span[], style: Style): void {
    this.tagged(style.as ?? 'P', () => this.draw(spans, style))
  }

  /** A text of the little markup: its paragraphs and lists. */
  body(text: string, { size, after = 8 }: { size: number; after?: number }): void {
    for (const { kind, lines } of parseMarkup(text)) {
      for (const [at, spans] of lines.entries()) {
        const last = at === lines.length - 1
        if (kind === 'list') this.line([{ text: '•  ', bold: true }, ...spans], { size, indent: 16, after: last ? after : 4, as: 'LI' })
        else this.line(spans, { size, after: last ? after : 0 })
      }
    }
  }

  /** A label, a bar of that share of the longest (none for null), and its number: for whoever listens, the label and the number. */
  bar(label: string, words: string, share: number | null, { size }: { size: number }): void {
    const { document } = this
    const [height, left, room] = [size * LEADING, MARGIN + 190, 130]
    if (document.y + height > this.bottom) document.addPage()
    const y = document.y
    if (share) {
      document.markContent('Artifact', { type: 'Layout' })
      document.rect(left, y + 1, Math.max(1, room * Math.min(1, share)), size).fill('#4a4f57')
      document.endMarkedContent()
    }
    const fitted = this.broken(runsOf(label, 400), size, 180)
    this.tagged('P', () => {
      fitted.forEach(({ runs }, at) => this.put(runs, MARGIN, y + at * height, size))
      this.put(runsOf(words, 400), left + room + 10, y, size)
    })
    document.y = y + fitted.length * height + 2
  }

  /** Goes on to the next page where less than that is left on this one. */
  keep(points: number): void {
    if (this.document.y + points > this.bottom) this.document.addPage()
  }

  space(points: number): void {
    this.document.y += points
  }

  /** A thin line across the page; a new page instead, where fewer than `keep` points are left for what follows. */
  rule(keep = 0): void {
    const { document } = this
    if (document.y + keep > this.bottom) {
      document.addPage()
      return
    }
    const y = document.y
    document.markContent('Artifact', { type: 'Layout' })
    document.moveTo(MARGIN, y).lineTo(document.page.width - MARGIN, y).lineWidth(1).strokeColor('#8a8f98').stroke()
    document.endMarkedContent()
    document.y = y + 12
  }

  /** The finished file, with its footer on each page. */
  async end(): Promise<Buffer> {
    const { start, count } = this.document.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.document.switchToPage(page)
      this.document.page.margins.bottom = 0
      this.mark()
      this.document.markContent('Artifact', { type: 'Pagination' })
      const footer = runsOf(`${this.footer}   Page ${page + 1} of ${count}`, 400)
      this.put(footer, MARGIN, this.document.page.height - MARGIN + 8, this.fitting(footer, 11, this.document.page.width - 2 * MARGIN))
      this.document.endMarkedContent()
    }
    this.document.end()
    return this.done
  }

  /** The watermark, aslant and pale enough to read through. A screen reader passes over it: the footer says the same. */
  private mark(): void {
    if (!this.watermark) return
    const { document } = this
    const runs = runsOf(this.watermark, 700)
    const { width, height } = document.page
    const size = this.fitting(runs, MARKED, 0.95 * width)
    const [middle, x] = [width / 2, (width - this.widthOf(runs, size)) / 2]
    document.markContent('Artifact', { type: 'Pagination' })
    for (const share of [0.22, 0.5, 0.78]) {
      document.save().rotate(-30, { origin: [middle, height * share] }).fillOpacity(0.1)
      this.put(runs, x, height * share, size)
      document.restore()
    }
    document.endMarkedContent()
  }

  /** That size, or the smaller at which the runs are no wider: a long name is never cut off. */
  private fitting(runs: readonly Run[], size: number, width: number): number {
    return Math.min(size, width / this.widthOf(runs, 1))
  }

  private tagged(kind: string, draw: () => void): void {
    const element = this.document.struct(kind, {}, [draw])
    this.document.addStructure(element)
    element.end()
  }

  private draw(spans: readonly Span[], { size, weight = 400, indent = 0, after = 0 }: Style): void {
    const hang = indent ? 12 : 0
    const width = this.document.page.width - 2 * MARGIN - indent - hang
    const lines = this.broken(spans.flatMap(({ text, bold }) => runsOf(text, bold ? 700 : weight)), size, width)
    for (const [at, { runs }] of lines.entries()) {
      // keeps the tag open over the page
      if (this.document.y + size * LEADING > this.bottom) this.document.continueOnNewPage()
      const y = this.document.y
      this.put(runs, MARGIN + indent + (at > 0 ? hang : 0), y, size)
      this.document.y = y + size * LEADING
    }
    this.document.y += after
  }

  /** Lines no wider than that: broken between words, and within a word that is wider than a line. */
  private broken(runs: readonly Run[], size: number, width: number): Line[] {
    const lines: Line[] = [{ runs: [], width: 0 }]
    const last = () => lines.at(-1) as Line
    for (const word of wordsOf(runs)) {
      const needs = this.widthOf(word, size)
      if (last().width + this.widthOf(word, size, true) > width && last().width > 0) lines.push({ runs: [], width: 0 })
      for (const piece of needs > width ? word.flatMap(({ font, text }) => [...text].map((letter) => ({ font, text: letter }))) : word) {
        const one = this.widthOf([piece], size)
        if (last().width + one > width && needs > width) lines.push({ runs: [], width: 0 })
        const line = last()
        const before = line.runs.at(-1)
        if (before?.font === piece.font) before.text += piece.text
        else line.runs.push({ ...piece })
        line.width += one
      }
    }
    return lines
  }

  private widthOf(runs: readonly Run[], size: number, trimmed = false): number {
    return size * runs.reduce((sum, { font, text }, at) => sum + this.ofOnePoint(font, trimmed && at === runs.length - 1 ? text.trimEnd() : text), 0)
  }

  /** The width of a text set in one point. A long paper says most of its words many times, and shaping one costs most of what a page does. */
  private ofOnePoint(font: Run['font'], text: string): number {
    const key = `${font} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    const width = this.use(font).fontSize(1).widthOfString(text)
    this.widths.set(key, width)
    return width
  }

  private put(runs: readonly Run[], x: number, y: number, size: number): void {
    for (const { font, text } of runs) {
      this.use(font).fontSize(size).fillColor('#000').text(text, x, y, { lineBreak: false })
      x += this.widthOf([{ font, text }], size)
    }
  }

  private use(font: Run['font']): PDFKit.PDFDocument {
    if (!this.known.has(font)) this.document.registerFont(font, fontFile(font))
    this.known.add(font)
    return this.document.font(font)
  }
}

/** Runs as words, each with the space after it; a word may be of several runs. */
function wordsOf(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [[]]
  for (const { font, text } of runs) {
    // a space that does not break holds its words together
    for (const piece of text.match(/(?:\u00a0|\S)+[^\S\u00a0]*|[^\S\u00a0]+/g) ?? []) {
      words.at(-1)?.push({ font, text: piece })
      if (/[^\S\u00a0]$/.test(piece)) words.push([])
    }
  }
  return words.filter((word) => word.length > 0)
}
