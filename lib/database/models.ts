/** The shapes of the rows, as types: all that rooms and seeds may take from the generated client. */
export type * from './generated/models'
export type { ActionAnswer, AgreedAction, Alert, Assessment, AuditEvent, CaseAllocation, CaseLevel, CaseNote, CaseReview, CaseStageMove, CateCase, Challenge, Child, Contact, ContactDecision, Enquiry, EnquiryEntry, EnquiryName, EnquiryRequest, ExitProposal, Referral, ReferralMove, SafetyPlanInvolvement, SafetyPlanVersion, Service, Sharing } from './generated/client'
