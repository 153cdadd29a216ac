import type { z } from 'zod'
import { Conflict, Invalid, NotFound, Stale } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { childReference } from '../areas/references'
import { changes } from '../audit/changes'
import type { Child } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { londonDay } from '../pathway/london'
import { childDetailsSchema, type ChildDetails, type newChildSchema } from './schema'
import { keptChild } from './together'
import { dayOf } from './view'

/** Throws Invalid under `path` for a date of birth that is to come or more than 100 years ago. */
export function checkBirth(day: string | null, now: Date, path: string): void {
  if (day === null) return
  const today = londonDay(now)
  if (day > today) throw new Invalid({ [path]: 'The date of birth must be in the past' })
  if (day < `${Number(today.slice(0, 4)) - 100}${today.slice(4)}`) throw new Invalid({ [path]: 'Check the year of birth' })
}

/** Puts a child on record, in the transaction of the contact that told of her. Gives her id. */
export async function addChild(tx: Tx, actor: Actor, now: Date, entry: z.output<typeof newChildSchema>): Promise<string> {
  checkBirth(entry.dateOfBirth, now, 'child.child.dateOfBirth')
  const { areaId } = actor
  const child = await tx.child.create({
    data: {
      areaId,
      reference: await childReference(tx, actor),
      givenName: entry.givenName,
      familyName: entry.familyName,
      dateOfBirth: entry.dateOfBirth ? new Date(entry.dateOfBirth) : null,
      birthEstimated: entry.birthEstimated,
      sex: entry.sex,
      school: entry.school || null,
      createdById: actor.userId,
    },
  })
  if (entry.line || entry.postcode || entry.phone) {
    await tx.childAddress.create({
      data: { areaId, childId: child.id, line: entry.line || 'Address not known', postcode: entry.postcode || null, phone: entry.phone || null, fromDate: new Date(londonDay(now)) },
    })
  }
  return child.id
}

/** The details of a child as her form shows them. */
function detailsOf(child: Child): Omit<ChildDetails, 'childId'> {
  return {
    version: child.version,
    givenName: child.givenName,
    familyName: child.familyName,
    knownAs: child.knownAs ?? '',
    dateOfBirth: dayOf(child.dateOfBirth),
    birthEstimated: child.birthEstimated,
    sex: child.sex,
    ethnicity: child.ethnicity as ChildDetails['ethnicity'],
    disabilities: child.disabilities as ChildDetails['disabilities'],
    firstLanguage: child.firstLanguage ?? '',
    interpreterNeeded: child.interpreterNeeded,
    legalStatus: (child.legalStatus ?? '') as ChildDetails['legalStatus'],
    nhsNumber: child.nhsNumber ?? '',
    upn: child.upn ?? '',
    school: child.school ?? '',
    gpPractice: child.gpPractice ?? '',
    howToSpeak: child.howToSpeak ?? '',
    pronouns: child.pronouns ?? '',
    communicationNeeds: child.communicationNeeds ?? '',
    ifMissing: child.ifMissing ?? '',
    ifInDanger: child.ifInDanger ?? '',
    ifAtNight: child.ifAtNight ?? '',
  }
}

/**
 * Saves a child's details over the version they were read at. Throws Stale with the newer version where
 * somebody saved meanwhile, NotFound where she is not open to the person asking, Conflict where the record was
 * joined to another.
 */
export const editChild = operation({
  name: 'children.edit',
  effect: 'change',
  permission: 'child:edit',
  input: childDetailsSchema,
  audit: ['child.changed'],
  async work({ tx, actor, now }, { childId, version, ...entry }) {
    checkBirth(entry.dateOfBirth, now, 'dateOfBirth')
    const where = { areaId_id: { areaId: actor.areaId, id: childId } }
    const before = await tx.child.findUnique({ where })
    if (!before) throw new NotFound()
    if ((await keptChild(tx, actor.areaId, childId)) !== childId) throw new Conflict('This record was joined to another of the same child and is kept as it was. Change the details there.')
    const { count } = await tx.child.updateMany({
      where: { areaId: actor.areaId, id: childId, version },
      data: {
        ...entry,
        dateOfBirth: entry.dateOfBirth ? new Date(entry.dateOfBirth) : null,
        knownAs: entry.knownAs || null,
        firstLanguage: entry.firstLanguage || null,
        legalStatus: entry.legalStatus || null,
        nhsNumber: entry.nhsNumber || null,
        upn: entry.upn || null,
        school: entry.school || null,
        gpPractice: entry.gpPractice || null,
        howToSpeak: entry.howToSpeak || null,
        pronouns: entry.pronouns || null,
        communicationNeeds: entry.communicationNeeds || null,
        ifMissing: entry.ifMissing || null,
        ifInDanger: entry.ifInDanger || null,
        ifAtNight: entry.ifAtNight || null,
        version: { increment: 1 },
      },
    })
    if (!count) throw new Stale(detailsOf(await tx.child.findUniqueOrThrow({ where })))
    await dropDraft(tx, actor.areaId, draftIdOf(actor.userId, childId))
    const { version: _, ...was } = detailsOf(before)
    return {
      output: undefined,
      kind: 'child.changed',
      facts: { record: { type: 'child', id: childId }, children: [childId], ...changes(was, entry) },
    }
  },
})
