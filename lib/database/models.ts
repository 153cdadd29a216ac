/** The shapes of the rows, as types: all that rooms and seeds may take from the generated client. */
export type * from './generated/models'
export type { Alert, AuditEvent, CateCase, CaseAllocation, CaseLevel, CaseNote, CaseStageMove, Child, Contact, ContactDecision, Enquiry, EnquiryEntry, EnquiryName, EnquiryRequest, Referral, Service } from './generated/client'
