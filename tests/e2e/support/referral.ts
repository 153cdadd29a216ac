import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { card, formReady, tick } from './contact-form'
import { one, sql } from './database'
import { decide } from './decision'

export const SCHOOL = 'Brindmoor High School'
export const HEALTH = 'Wrenmoor Community Health Trust'
export const HOUSING = 'Wrenmoor Hearth Homes'

/** A call that waits for a decision, about a child who is on record, told by that agency or by a neighbour. */
export async function waitingContact(said: string, agency?: string): Promise<{ id: string; child: string; name: string }> {
  const child = await one<{ id: string; area: string; name: string }>(`
    SELECT c.id, c.area_id AS area, c.given_name || ' ' || c.family_name AS name FROM child c JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' AND c.known_as IS NULL AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.id) ORDER BY random() LIMIT 1`)
  const id = randomUUID()
  await sql(
    `INSERT INTO contact (area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_agency_id, source_code,
       child_id, what_was_said, child_words, concerns, exploitation, immediate_danger, family_views, child_knows, parents_know, consent, consent_reason, level_of_need, decision_due)
     SELECT $1::uuid, $2::uuid, 'WRN-T-' || left($2::uuid::text, 8), gen_random_uuid(), '2026-11-19T10:40:00Z', 'phone', u.id, '2026-11-19T10:40:00Z', 'Zelda Referrer',
       (SELECT g.id FROM agency g WHERE g.area_id = $1::uuid AND g.name = $5::text), '1B', $3::uuid, $4::text, 'I do not like going there any more.', '{missing}', 'no', false, 'Grandmother worries, quillfeather.',
       'not_known', 'not_known', 'not_sought', 'Not yet', 'early_help', '2026-11-20T10:40:00Z'
     FROM user_account u WHERE u.email = 'advisor@demo.test'`,
    [child.area, id, child.id, said, agency ?? null],
  )
  return { id, child: child.id, name: child.name }
}

/** Decides a contact for an agency, with what is chosen beforehand and those items beside. */
export async function referTo(page: Page, contact: string, agency: string, items: string[] = []): Promise<void> {
  await page.goto(`/contacts/${contact}`)
  await formReady(page)
  const form = card(page, 'Decide where this goes')
  await tick(form, 'Where does it go?', 'Other service')
  await tick(form, 'Agencies that answer in Waymark', agency)
  for (const item of items) await tick(form, 'What is shared with them?', item)
  await decide(page, { outcomes: [], summary: 'She needs somebody to talk to at school.', reason: 'Early help is enough for now.', told: 'Not yet' })
}

/** The latest referral of a contact. */
export const ofContact = (contact: string) => one<{ id: string }>('SELECT id FROM referral WHERE contact_id = $1 ORDER BY sent_at DESC LIMIT 1', [contact])

/** What a page says in a paragraph of its own, and not in the label of something that may be chosen. */
export function said(within: Page | Locator, words: string): Locator {
  return within.getByRole('paragraph').filter({ hasText: words })
}
