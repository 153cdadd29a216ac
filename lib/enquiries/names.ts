import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { chronologyOf, loadEnquiry, offersOf } from './load'
import { childrenOf } from './read'
import { judgeSchema } from './schema'

/**
 * Takes or leaves a name that crops up. A person who is taken joins those around the child, unless the name stands
 * only in entries that are kept from some: then it stays with the enquiry. Everything taken travels with the
 * referral. Throws NotFound for a name that is not offered, Conflict where it was judged the other way meanwhile.
 */
export const judgeName = operation({
  name: 'enquiries.judge-name',
  effect: 'change',
  permission: 'enquiry:lead',
  input: judgeSchema,
  audit: ['enquiry.name_judged'],
  async work({ tx, actor, now }, { enquiryId, kind, value, verdict }) {
    const { areaId } = actor
    const row = await loadEnquiry({ tx, actor }, enquiryId)
    const offer = (await offersOf(tx, row, chronologyOf(row))).find((one) => one.kind === kind && one.value === value)
    if (!offer) throw new NotFound()
    const made = row.names.find((one) => one.kind === kind && one.value === value)
    if (made && made.verdict !== verdict) throw new Conflict(`${offer.shown} was ${made.verdict === 'accepted' ? 'taken' : 'left'} already. Reload the page.`)
    if (!made) {
      const onTheRecord = verdict === 'accepted' && kind === 'person' && row.childId && !offer.restricted && !row.child?.people.some(({ name }) => name.toLowerCase() === value)
      const person = onTheRecord && row.childId
        ? await tx.personAround.create({ data: { areaId, childId: row.childId, relationship: 'associate', name: offer.shown, note: `Named in ${row.reference}.` } })
        : null
      await tx.enquiryName.create({
        data: { areaId, enquiryId, kind, value, shown: offer.shown, verdict, restricted: offer.restricted, personId: person?.id ?? null, byId: actor.userId, at: now },
      })
    }
    return {
      output: undefined,
      kind: 'enquiry.name_judged',
      facts: { record: { type: 'enquiry', id: enquiryId }, children: childrenOf(row), before: null, after: { kind, name: offer.shown, verdict } },
    }
  },
})
