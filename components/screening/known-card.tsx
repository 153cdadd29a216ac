import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { KnownPiece, KnownView } from '@/lib/screening/known'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

type Props = {
  known: KnownView
  /** Whom it is about, above the list. */
  children?: ReactNode
  /** Whether it is asked from a contact of a named child, which counts its earlier contacts. */
  counted: boolean
  caseLinks: boolean
}

const AT_ONCE = 5

/** Everything known already, what matters first, each with why it matched. */
export function KnownCard({ known, children, counted, caseLinks }: Props) {
  const { pieces, earlier, missing } = known
  const [first, rest] = [pieces.slice(0, AT_ONCE), pieces.slice(AT_ONCE)]
  return (
    <Card title="What we know">
      {children}
      {counted ? (
        <p className="mt-3 text-[0.9375rem]">
          <span className="font-semibold">Earlier contacts: </span>
          {earlier === 0 ? 'None. This is the first.' : `${earlier}${missing ? `, ${missing} of them missing` : ''}.`}
        </p>
      ) : null}
      <Pieces pieces={first} caseLinks={caseLinks} />
      {rest.length ? (
        <Details summary={`${rest.length} more`}>
          <Pieces pieces={rest} caseLinks={caseLinks} />
        </Details>
      ) : null}
      {pieces.length === 0 ? <p className="mt-3 text-[0.9375rem] text-ink-soft">Nobody and nothing on record has anything in common with this yet.</p> : null}
    </Card>
  )
}

function Pieces({ pieces, caseLinks }: { pieces: readonly KnownPiece[]; caseLinks: boolean }) {
  if (!pieces.length) return null
  return (
    <ul className="mt-3 divide-y text-[0.9375rem]" aria-label="Known already, what matters first">
      {pieces.map((piece) => (
        <li key={`${piece.what} ${piece.id}`} className={clsx('py-2.5 first:pt-0 last:pb-0', byCallerAlone(piece) && 'no-print')}>
          <p className="font-semibold wrap-anywhere">
            <Title piece={piece} linked={piece.what !== 'case' || caseLinks} />
          </p>
          <Tags piece={piece} />
          <p className="wrap-anywhere" dir="auto">{piece.text}</p>
          {piece.why.map(({ words, caller }) => (
            <p key={words} className={clsx('text-ink-soft', caller && 'no-print')}>
              {words}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Who rang may have asked that the family should not learn it, and paper reaches the family. */
const byCallerAlone = ({ why }: KnownPiece) => why.length > 0 && why.every(({ caller }) => caller)

const PATHS = { case: '/cases', contact: '/contacts', child: '/children' } as const

function Title({ piece, linked }: { piece: KnownPiece; linked: boolean }) {
  return linked ? <TextLink href={`${PATHS[piece.link.type]}/${piece.link.id}`}>{piece.title}</TextLink> : <>{piece.title}</>
}

function Tags({ piece }: { piece: KnownPiece }) {
  const { openCase, exploitation, missing, what, holder } = piece
  if (!openCase && !missing && exploitation === 'no') return null
  return (
    <p className="my-1 flex flex-wrap gap-1.5">
      {openCase ? <Tag tone="blue">{what === 'child' && holder ? `Open to ${holder}` : 'Open case'}</Tag> : null}
      {missing ? <Tag tone="amber">Missing</Tag> : null}
      {exploitation === 'no' ? null : <Tag tone="purple">{exploitation === 'yes' ? 'Exploitation' : 'Exploitation suspected'}</Tag>}
    </p>
  )
}
