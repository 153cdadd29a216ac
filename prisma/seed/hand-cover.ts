import { arrangeCover } from '../../lib/cover/commands'
import { addDaysTo, londonDay } from '../../lib/pathway/london'
import { demoPerson } from './demo-actors'
import { DAY, doAs, officeBefore, type Hand } from './hand'
import type { Found } from './hand-found'
import { uuidOf } from './random'
import { about } from './wording'

/** One case of a practitioner who is on leave, covered by another since yesterday's working day. */
export async function coverInHand(hand: Hand, found: Found): Promise<void> {
  const one = found.assessed.filter(({ allocatedTo }) => allocatedTo?.email === demoPerson(hand.demo, 'practitioner2').email).at(-1)
  if (!one) return
  const at = officeBefore(hand.anchor.getTime() - DAY, hand.system.settings)
  const day = (days: number) => {
    const [year = '', month = '', date = ''] = addDaysTo(londonDay(new Date(at)), days).split('-')
    return { day: date, month, year }
  }
  const words = (text: string) => about(text, one.child.sex)
  await doAs(arrangeCover, demoPerson(hand.demo, 'cate-manager'), at, {
    caseId: one.id, submissionKey: uuidOf('cover'), coverId: demoPerson(hand.demo, 'practitioner').userId, startsOn: day(0), untilOn: day(15), reason: 'Two weeks of leave, and they have met',
    continuity: {
      teller: words('Callum told {him} on the last visit, and Maya came along for the second half.'), told: words('That Callum is away for two weeks and back after that, and that Maya can be rung meanwhile.'),
      thinks: '“Fine, as long as it is not somebody new.”', how: words('Maya keeps the Tuesday visit, at the same place.'),
    },
  })
}
