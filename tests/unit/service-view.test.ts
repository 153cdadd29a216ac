import { describe, expect, it } from 'vitest'
import { newServiceSchema } from '../../lib/services/schema'
import { agesText, formOfService, type ServiceView } from '../../lib/services/view'

describe('the ages of a service', () => {
  it.each([
    [11, 18, '11 to 18'], [16, null, '16 and over'], [null, 18, 'up to 18'], [null, null, null], [0, 5, '0 to 5'],
  ])('%s and %s are %s', (ageFrom, ageTo, words) => expect(agesText({ ageFrom, ageTo })).toBe(words))
})

it('a service that is opened in its form and sent back unchanged is the same', () => {
  const service: ServiceView = {
    id: '00000000-0000-4000-8000-000000000001', version: 3, name: 'Clinic', provider: 'Trust', agencyId: '00000000-0000-4000-8000-000000000002',
    help: ['isva'], needs: ['acute'], forWhom: ['parents'], ageFrom: 0, ageTo: null, offers: 'Help', howToRefer: 'Call', openingHours: null,
    phone: '01632 960 001', outOfHoursPhone: null, web: 'https://clinic.example', address: null, access: null, retired: false, updatedAt: '', updatedBy: '',
  }
  const entry = newServiceSchema.parse({ serviceId: service.id, ...formOfService(service) })
  expect(entry).toMatchObject({ ageFrom: 0, ageTo: null, web: 'https://clinic.example', outOfHoursPhone: '', agencyId: service.agencyId })
})
