import type { Makers } from '../cells'
import { ALERTS } from './alerts'
import { ASSESSMENT_PARTS } from './assessment-parts'
import { ASSESSMENTS } from './assessments'
import { CASEWORK } from './casework'
import { BREAK_GLASS } from './break-glass'
import { COVER } from './cover'
import { CHRONOLOGY } from './chronology'
import { FIGURES } from './figures'
import { FRONT_DOOR } from './front-door'
import { CHILDREN } from './children'
import { CONTACTS } from './contacts'
import { DIRECTORY } from './directory'
import { DRAFTS } from './drafts'
import { ENQUIRIES } from './enquiries'
import { IMPORTS } from './imports'
import { INTAKE } from './intake'
import { OVERSIGHT } from './oversight'
import { PATHWAY } from './pathway'
import { PANELS } from './panels'
import { PEOPLE } from './people'
import { PLANS } from './plans'
import { QUALITY_AUDITS } from './quality-audits'
import { REFERRALS } from './referrals'
import { SCREENING } from './screening'
import { SESSION } from './session'
import { STRATEGY } from './strategy'
import { WORK } from './work'

/** How each situation of the expectations comes about, by operation. */
export const SITUATIONS: Readonly<Record<string, Makers>> = {
  ...FIGURES, ...QUALITY_AUDITS, ...ALERTS, ...ASSESSMENTS, ...CASEWORK, ...FRONT_DOOR, ...SESSION, ...CONTACTS, ...CHILDREN, ...WORK, ...DRAFTS, ...ENQUIRIES, ...IMPORTS, ...INTAKE, ...OVERSIGHT, ...PATHWAY,
  ...PANELS, ...PEOPLE, ...DIRECTORY, ...SCREENING, ...REFERRALS, ...CHRONOLOGY, ...ASSESSMENT_PARTS, ...PLANS, ...STRATEGY, ...COVER, ...BREAK_GLASS,
}
