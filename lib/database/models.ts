/** The shapes of the rows, as types: all that rooms and seeds may take from the generated client. */
export type * from './generated/models'
export type { ActionAnswer, AgreedAction, Alert, Assessment, AssessmentPart, AssessmentRequest, AuditEvent, CaseAllocation, CaseLevel, CaseNote, CaseReview, CaseSession, CaseStageMove, CateCase, Challenge, Child, Contact, ContactDecision, Disclosure, Enquiry, EnquiryEntry, EnquiryName, EnquiryRequest, ExitProposal, IsvaOffer, Referral, ReferralMove, Service, Sharing, StrategyMeeting, Supervision } from './generated/client'
