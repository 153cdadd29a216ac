import { randomUUID } from 'node:crypto'
import type { Route } from 'next'
import { redirect } from 'next/navigation'

/** A new contact begins under a key of its own, so that loading the page again finds its draft. */
export default function NewContactPage() {
  redirect(`/contacts/new/${randomUUID()}` as Route)
}
