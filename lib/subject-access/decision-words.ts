import { VERDICTS, type Blackout } from '../pathway/redaction'
import { groundOf } from '../pathway/subject-access'

const VERDICT = new Map<string, string>(VERDICTS.map(({ id, label }) => [id, label]))

/** A decision in words, to be shown and to be set beside another. */
export function decisionInWords({ verdict, ground, blackouts, note }: { verdict: string; ground: string | null; blackouts: readonly Blackout[]; note: string }): Record<'verdict' | 'ground' | 'blackouts' | 'note', string> {
  return { verdict: VERDICT.get(verdict) ?? '', ground: ground ? groundOf(ground).label : '', blackouts: blackouts.map((one) => `“${one.words}”: ${groundOf(one.ground).label.toLowerCase()}`).join('\n'), note }
}
