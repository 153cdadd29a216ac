import { Invalid } from '../access/errors'
import type { Tx } from '../access/operation'

/** A service chosen from the directory; null where its name was typed. Throws Invalid where it is not there any more. */
export async function chosenService(tx: Tx, areaId: string, id: string | undefined): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const service = await tx.service.findFirst({ where: { areaId, id, retiredAt: null }, select: { id: true, name: true } })
  if (!service) throw new Invalid({ service: 'This service is not in the directory any more: choose another, or type its name' })
  return service
}
