import type { Makers } from '../cells'
import { ALERTS } from './alerts'
import { CHILDREN } from './children'
import { CONTACTS } from './contacts'
import { DIRECTORY } from './directory'
import { DRAFTS } from './drafts'
import { INTAKE } from './intake'
import { OVERSIGHT } from './oversight'
import { PEOPLE } from './people'
import { REFERRALS } from './referrals'
import { SESSION } from './session'
import { WORK } from './work'

/** How each situation of the expectations comes about, by operation. */
export const SITUATIONS: Readonly<Record<string, Makers>> = {
  ...ALERTS, ...REFERRALS, ...SESSION, ...CONTACTS, ...CHILDREN, ...WORK, ...DRAFTS, ...INTAKE, ...OVERSIGHT, ...PEOPLE, ...DIRECTORY,
}
