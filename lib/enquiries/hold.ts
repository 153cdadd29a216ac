import { Conflict, NotFound } from '../access/errors'
import type { Tx } from '../access/operation'

/**
 * Holds an enquiry until the end of the transaction: whoever decides it, asks one more agency or moves its time waits
 * for the other, and reads what the other wrote. Gives whether it is open. Throws NotFound.
 */
export async function hold(tx: Tx, areaId: string, enquiryId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ decided_at: Date | null }[]>`SELECT decided_at FROM enquiry WHERE area_id = ${areaId}::uuid AND id = ${enquiryId}::uuid FOR UPDATE`
  if (!row) throw new NotFound()
  return row.decided_at === null
}

/** The same for an enquiry that must be open. Throws NotFound, and Conflict where it is decided. */
export async function holdOpen(tx: Tx, areaId: string, enquiryId: string): Promise<void> {
  if (!(await hold(tx, areaId, enquiryId))) throw new Conflict('This enquiry is decided, so no agency is waited for any more. Reload the page to see.')
}
