import { formatDateTime } from '@/lib/pathway/dates'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import type { MoveView } from '@/lib/referrals/view'
import { Card } from '../ui/card'
import { Timeline } from '../ui/timeline'

/** Every move of a referral, in order, with who said so and in what words. */
export function HistoryCard({ moves }: { moves: readonly MoveView[] }) {
  if (!moves.length) return null
  return (
    <Card title="What has happened">
      <Timeline
        label="History, oldest first"
        items={moves.map((move) => ({
          id: move.id,
          kind: 'referral',
          date: formatDateTime(new Date(move.at)),
          dateTime: move.at,
          title: move.from === null ? 'Sent' : move.from === 'declined' ? 'Accepted after a challenge' : REFERRAL_STATE_LABELS[move.to],
          body: move.words ? <span dir="auto" className="wrap-anywhere">{move.words}</span> : undefined,
          who: move.saidBy ? `${move.saidBy}, written down by ${move.by}` : move.by,
        }))}
      />
    </Card>
  )
}
