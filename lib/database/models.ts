/** The shapes of the rows, as types: all that rooms and seeds may take from the generated client. */
export type * from './generated/models'
export type { Alert, AuditEvent, CateCase, CaseAllocation, CaseLevel, CaseNote, CaseStageMove, Challenge, Child, Contact, ContactDecision, Referral, ReferralMove, Service, Sharing } from './generated/client'
