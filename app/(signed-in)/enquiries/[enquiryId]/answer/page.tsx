import type { Metadata } from 'next'
import { AnswerPage } from '../answer-page'

export const metadata: Metadata = { title: 'Answer an enquiry' }

/** For the lead, whose own page is the whole enquiry: what her own agency is asked. */
export default async function OwnAnswerPage({ params }: { params: Promise<{ enquiryId: string }> }) {
  return <AnswerPage enquiryId={(await params).enquiryId} />
}
