import { addDays } from 'date-fns'
import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import type { Milestone, PlanFigure, PlanStatus } from '../../lib/pathway/action-plan'
import { londonDay } from '../../lib/pathway/london'
import { agencyId } from './agencies'
import { uuidOf } from './random'

const SYSTEM_USER = '00000000-0000-7000-8000-000000000001'

type Update = { milestone: Milestone; days: number; status: PlanStatus; words: string; evidence?: string; newDue?: number }
/** `added` and `due` are days from the anchor, as those of the updates are. */
type Row = { recommendation: string; action: string; lead: string; how: string; added: number; due: number; figures?: PlanFigure[]; updates?: Update[] }

const COUNCIL = 'Wrenmoor Council'
const BOARD = 'Wrenmoor Safeguarding Children Board'
const POLICE = 'Tarn Valley Police'
const HEALTH = 'Wrenmoor Community Health Trust'
const half = (status: PlanStatus, words: string, more: Partial<Update> = {}): Update => ({ milestone: 'six_months', days: -30, status, words, ...more })

/** A plan of a dozen rows. All of it is made up. */
const ROWS: readonly Row[] = [
  { recommendation: 'Whoever tells the front door hears what came of it.', action: 'Tell every referrer within five working days', lead: COUNCIL, how: 'The front door’s list of whom to tell, looked at every morning', added: -215, due: -20, figures: ['on_time'], updates: [half('under_way', 'Nine in ten are told; schools in the holidays are not.')] },
  { recommendation: 'Follow up what others do with a referral.', action: 'Audit a tenth of exploitation contacts each quarter', lead: BOARD, how: 'Drawn at random by a recorded seed, read by the board’s auditor', added: -215, due: 60, figures: ['audits'], updates: [half('under_way', 'Two quarters are read.')] },
  { recommendation: 'Schools that tell us little are found and talked with.', action: 'Visit each school marked as telling us little', lead: COUNCIL, how: 'The head and the safeguarding lead together, once a term', added: -215, due: 120, figures: ['providers', 'from'], updates: [half('behind', 'Two of five are visited; nobody was free in July.', { newDue: 150 })] },
  { recommendation: 'Housing providers know what exploitation looks like.', action: 'Train repairs and tenancy staff', lead: 'Wrenmoor Hearth Homes', how: 'Half a day, with a young person’s own account', added: -215, due: -5, figures: ['providers'], updates: [half('behind', 'Tenancy staff are trained, repairs staff are not.')] },
  { recommendation: 'The safety plan says how the young person was involved.', action: 'No plan is issued without it', lead: COUNCIL, how: 'The plan asks for it, and for a reason where it was not possible', added: -215, due: -60, figures: ['voice'], updates: [half('done', 'Every plan issued since has it.', { evidence: 'The figures of plans with their voice, and the audit of the spring' })] },
  { recommendation: 'Panels meet within six weeks of a referral.', action: 'Hold the panel every fortnight, with a deputy chair', lead: COUNCIL, how: 'Dates for the year, and a deputy from health', added: -215, due: 30, figures: ['on_time'], updates: [half('under_way', 'Two of thirteen were put off.')] },
  { recommendation: 'Practitioners carry no more than the board’s maximum.', action: 'Fill the sixth post', lead: COUNCIL, how: 'Advertised with the neighbouring area', added: -215, due: 90, figures: ['who_carries'], updates: [half('behind', 'Advertised twice; nobody was appointed.')] },
  { recommendation: 'Family doctors know that a patient was discussed.', action: 'Write to the doctor after each panel', lead: HEALTH, how: 'A letter from the panel’s minutes', added: -215, due: -90, figures: ['partners'], updates: [half('done', 'Letters go out with the minutes.', { evidence: 'Thirty letters, looked at by the named doctor' })] },
  { recommendation: 'Officers hear what came of what they told.', action: 'Answer each submission within ten days', lead: POLICE, how: 'A line from the analyst to whoever submitted', added: -150, due: 45, figures: ['partners'] },
  { recommendation: 'Return interviews are held within 72 hours.', action: 'Offer evenings and weekends', lead: 'Wayfarers Return Interviews', how: 'A rota of three, paid by the board', added: -150, due: 75 },
  { recommendation: 'Boys are seen as victims too.', action: 'Look at every contact about a boy in a quarter', lead: BOARD, how: 'A themed audit and a day for practitioners', added: -60, due: 150, figures: ['who', 'audits'] },
  { recommendation: 'Licensing knows what the front door knows of premises.', action: 'Agree what may be shared and how', lead: 'The board’s lawyer', how: 'An information-sharing agreement, signed by both', added: -60, due: 100 },
]

/** Gives Wrenmoor a plan where it has none, as of the anchor. Gives how many rows it wrote. */
export const seedActionPlan = operation({
  name: 'seed.action-plan',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({ at: z.iso.datetime() }),
  audit: ['area.seeded'],
  async work({ tx, actor: { areaId } }, { at }) {
    const done = (rows: number) => ({ output: rows, kind: 'area.seeded' as const, facts: { terms: { step: 'action plan', rows } } })
    if (await tx.actionPlanItem.findFirst({ where: { areaId }, select: { id: true } })) return done(0)
    const anchor = new Date(at)
    const day = (days: number) => new Date(londonDay(addDays(anchor, days)))
    const agencies = new Set((await tx.agency.findMany({ where: { areaId }, select: { id: true } })).map(({ id }) => id))
    const idOf = (number: number) => uuidOf(`action plan ${number}`)
    await tx.actionPlanItem.createMany({
      data: ROWS.map(({ lead, added, due, figures = [], recommendation, action, how }, index) => ({
        areaId, id: idOf(index + 1), submissionKey: uuidOf(`action plan key ${index + 1}`), number: index + 1, recommendation, action, how, leadName: lead,
        leadAgencyId: [agencyId('WRN', lead)].find((id) => agencies.has(id)) ?? null, dueOn: day(due), figures, at: addDays(anchor, added), byId: SYSTEM_USER,
      })),
    })
    await tx.actionPlanUpdate.createMany({
      data: ROWS.flatMap(({ updates = [] }, index) => updates.map(({ milestone, days, status, words, evidence = '', newDue }) => ({
        areaId, id: uuidOf(`action plan update ${index + 1} ${milestone}`), submissionKey: uuidOf(`action plan update key ${index + 1} ${milestone}`), itemId: idOf(index + 1),
        milestone, onDay: day(days), status, words, evidence, newDue: newDue === undefined ? null : day(newDue), at: addDays(anchor, days), byId: SYSTEM_USER,
      }))),
    })
    return done(ROWS.length)
  },
})
