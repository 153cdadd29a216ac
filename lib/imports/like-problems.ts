import type { FileName, Problem } from './columns'

/** The same thing said of several lines of one file. */
export type LikeProblems = { file: FileName; column: string; message: string; lines: number[] }

/** Problems that read alike as one, in the order in which each first stands, with the lines they are about. */
export function likeProblems(problems: readonly Problem[]): LikeProblems[] {
  const found = new Map<string, LikeProblems>()
  for (const { file, line, column, message } of problems) {
    const key = JSON.stringify([file, column, message])
    const known = found.get(key)
    if (known) known.lines.push(line)
    else found.set(key, { file, column, message, lines: [line] })
  }
  return [...found.values()]
}
