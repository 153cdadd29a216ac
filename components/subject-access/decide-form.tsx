'use client'

import { useRouter } from 'next/navigation'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { markedOf, type Proposal } from '@/lib/pathway/redaction-proposals'
import { cutsOf, sentencesOf, VERDICTS, type Blackout } from '@/lib/pathway/redaction'
import { GROUNDS, groundOf, type Ground } from '@/lib/pathway/subject-access'
import { decisionInWords } from '@/lib/subject-access/decision-words'
import type { PassagePage } from '@/lib/subject-access/read'
import { decideSchema } from '@/lib/subject-access/schema'
import { BothVersions } from '../children/both-versions'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { ErrorMessage, Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { PassageText } from './passage-text'

type Form = { passageId: string; number: number; verdict: string; ground: string; blackouts: { words: string; ground: string }[]; note: string }
type Props = { passage: PassagePage; draft: FormDraft | undefined; nextPath: string; decide: (input: never) => Promise<Outcome<unknown>> }

const OPTIONS = GROUNDS.map(({ id, label, law }) => ({ value: id, label, hint: law }))
const LABELS = { verdict: 'Decision', ground: 'Why all of it', blackouts: 'Blacked out', note: 'Note' }
const written = (rows: readonly { words: string; ground: string }[]): Blackout[] => rows.filter(({ words, ground }) => words.trim() && ground).map(({ words, ground }) => ({ words, ground: ground as Ground }))

/** The first person's decision on a passage: what is proposed, words to black out, and the passage as it would be given. */
export function DecideForm({ passage, draft, nextPath, decide }: Props) {
  const router = useRouter()
  const { text, locks, proposals } = passage
  const before = passage.decisions[0]
  const marked = markedOf(proposals)
  const command = useKeptCommand<Form, unknown>({
    schema: decideSchema,
    empty: { passageId: passage.id, number: before?.number ?? 0, verdict: before?.verdict ?? (marked.length ? 'part' : ''), ground: before?.ground ?? '', blackouts: (before?.blackouts ?? marked).map((one) => ({ ...one })), note: before?.note ?? '' },
    fixed: { passageId: passage.id, number: before?.number ?? 0 },
    toInput: (form) => ({ ...form, ground: form.verdict === 'whole' ? form.ground || null : null, blackouts: form.verdict === 'part' ? form.blackouts : [] }),
    draft, action: decide,
    done: () => router.push(nextPath as never),
  })
  const { errorOf, failure, form } = command
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'blackouts' })
  const [verdict, rows] = useWatch({ control: form.control, name: ['verdict', 'blackouts'] })
  const black = (words: string, ground: Ground | '') => {
    form.setValue('verdict', 'part', { shouldDirty: true })
    if (!form.getValues('blackouts').some((row) => row.words === words)) append({ words, ground }, { shouldFocus: false })
  }
  const propose = ({ words, ground }: Proposal) => {
    if (words !== null) return black(words, ground)
    form.setValue('verdict', 'whole', { shouldDirty: true })
    form.setValue('ground', ground, { shouldDirty: true })
  }
  const taken = ({ words, ground }: Proposal): boolean => (words === null ? verdict === 'whole' && form.getValues('ground') === ground : verdict === 'part' && rows.some((row) => row.words === words))
  const current = failure?.kind === 'stale' ? failure.current : undefined
  const mine = form.getValues()
  return (
    <CommandForm
      command={command}
      className="space-y-6"
      beside={current ? <BothVersions current={current} mine={decisionInWords({ ...mine, ground: mine.verdict === 'whole' ? mine.ground || null : null, blackouts: mine.verdict === 'part' ? written(mine.blackouts) : [] })} labels={LABELS} takeVersion={(version) => form.setValue('number', version)} /> : null}
    >
      <PassageText text={text} whole={verdict === 'whole'} cuts={cutsOf(text, verdict === 'part' ? written(rows) : [], locks)} />
      {locks.length ? <p className="font-semibold">Who told us is to be withheld, so what would show it is always blacked out here.</p> : null}
      {proposals.length ? (
        <Card title="What may need withholding">
          <p className="mb-3 text-ink-soft">Found by matching words: it misses some and finds too much. You decide.</p>
          <ul className="divide-y">
            {proposals.map((one, at) => (
              <li key={at} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 wrap-anywhere"><strong>{one.words ?? 'The whole passage'}</strong>. {one.why}</span>
                {taken(one) ? <span className="text-ink-soft">Withheld</span> : <Button size="small" variant="secondary" aria-label={`Withhold: ${one.words ?? 'the whole passage'}`} onClick={() => propose(one)}>Withhold</Button>}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card title="What is given" fields>
        <Radios legend="What is given of this passage?" id="verdict" options={VERDICTS.map(({ id, label }) => ({ value: id, label }))} error={errorOf('verdict')} {...form.register('verdict')} />
        {verdict === 'whole' ? <Radios legend="Why is it withheld?" id="ground" small options={OPTIONS} error={errorOf('ground')} {...form.register('ground')} /> : null}
        {verdict === 'part' ? (
          <div id="blackouts" tabIndex={-1} className="space-y-4">
            {errorOf('blackouts') ? <ErrorMessage id="blackouts-error">{errorOf('blackouts')}</ErrorMessage> : null}
            {fields.map((row, at) => (
              <div key={row.id} className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b pb-4">
                <div className="min-w-0 flex-[2_1_16rem]"><TextInput label={<>Words to black out<span className="sr-only">, {at + 1}</span></>} id={`blackouts.${at}.words`} error={errorOf(`blackouts.${at}.words`)} {...form.register(`blackouts.${at}.words`)} /></div>
                <div className="min-w-0 flex-[1_1_14rem]"><Select label={<>Why<span className="sr-only"> words {at + 1} are</span></>} id={`blackouts.${at}.ground`} placeholder="Choose why" width="full" options={OPTIONS} error={errorOf(`blackouts.${at}.ground`)} {...form.register(`blackouts.${at}.ground`)} /></div>
                <Button variant="quiet" size="small" aria-label={`Give these words: ${rows[at]?.words ?? ''}`} onClick={() => remove(at)}>Remove</Button>
              </div>
            ))}
            <Button variant="secondary" onClick={() => append({ words: '', ground: '' }, { focusName: `blackouts.${fields.length}.words` })}>Add words</Button>
            <p className="text-ink-soft">They go wherever they stand in the passage, in whatever case. One word with a capital goes where it has one: Will, and not will.</p>
            <Details summary="Choose a whole line or sentence">
              <ul className="space-y-1">
                {sentencesOf(text).map((sentence) => (
                  <li key={sentence} className="flex items-baseline justify-between gap-4">
                    <span className="min-w-0 wrap-anywhere">{sentence}</span>
                    <Button size="small" variant="quiet" disabled={rows.some(({ words }) => words === sentence)} aria-label={`Black out: ${sentence}`} onClick={() => black(sentence, '')}>Black out</Button>
                  </li>
                ))}
              </ul>
            </Details>
          </div>
        ) : null}
        <TextArea label="A note for the second reader" optional rows={2} hint={marked.length ? `Needed where you give what would show who told us: ${groundOf('identity_withheld').law}` : undefined} error={errorOf('note')} {...form.register('note')} />
        <SendRow command={command} sending="Saving…">Save and go on</SendRow>
      </Card>
    </CommandForm>
  )
}
