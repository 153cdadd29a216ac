import { z } from 'zod'
import { operation } from '../access/operation'
import type { Role } from '../access/roles'
import { ofChair, ofManager as ofCateManager, ofPractitioner } from './cate'
import { ofFrontDoor } from './front-door'
import { ofAnalyst, ofAuditor, ofManager } from './oversight'
import { ofAdmin, ofLicensing, ofPartner } from './others'
import type { Today } from './view'

const PAGES: Record<Exclude<Role, 'system'>, Today.Maker> = {
  advisor: ofFrontDoor,
  emergency_duty: ofFrontDoor,
  safeguarding_lead: ofFrontDoor,
  practitioner: ofPractitioner,
  cate_manager: ofCateManager,
  panel_chair: ofChair,
  partner: ofPartner,
  police: ofPartner,
  licensing: ofLicensing,
  manager: ofManager,
  auditor: ofAuditor,
  analyst: ofAnalyst,
  admin: ofAdmin,
}

/** What waits for the person asking, for how long, and what is next: one page for each role. */
export const readToday = operation({
  name: 'today.read',
  effect: 'read',
  permission: 'own:use',
  input: z.strictObject({}),
  audit: ['today.seen'],
  async work(asking) {
    const { role } = asking.actor
    const { page, rows, children } = await PAGES[role === 'system' ? 'admin' : role](asking)
    return { output: page, kind: 'today.seen', facts: { rows, children } }
  },
})
