import type { UseFormReturn } from 'react-hook-form'
import type { ContactForm } from '@/lib/contacts/form'

/** What each section of the contact form is given. */
export type SectionProps = { form: UseFormReturn<ContactForm>; errorOf: (path: string) => string | undefined }
