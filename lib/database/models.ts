/** The shapes of the rows, as types: all that rooms and seeds may take from the generated client. */
export type * from './generated/models'
export type { Alert, Assessment, AssessmentPart, AssessmentRequest, AuditEvent, CaseAllocation, CaseLevel, CaseNote, CaseStageMove, CateCase, Challenge, Child, Contact, ContactDecision, Enquiry, EnquiryEntry, EnquiryName, EnquiryRequest, Referral, ReferralMove, Service, Sharing } from './generated/client'
