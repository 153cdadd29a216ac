import type { Permission } from '@/lib/access/permissions'
import type { NavItem } from '../layout/primary-nav'

type Place = NavItem & { permission: Permission | readonly Permission[] }

const PLACES: readonly Place[] = [
  { href: '/today', label: 'Today', permission: 'own:use' },
  { href: '/alerts', label: 'Alerts', permission: 'alert:read' },
  { href: '/contacts', label: 'Contacts', permission: 'contact:list' },
  { href: '/waiting', label: 'Waiting for us', permission: 'referral:receive' },
  { href: '/exits', label: 'Endings', permission: 'exit:answer' },
  { href: '/actions', label: 'Actions', permission: 'action:read' },
  { href: '/our-contacts', label: 'Our contacts', permission: 'contact:list-own-agency' },
  { href: '/handover', label: 'Hand-over', permission: 'handover:read' },
  { href: '/children', label: 'Children', permission: 'child:search' },
  { href: '/referrals', label: 'Referrals', permission: 'referral:read' },
  { href: '/enquiries', label: 'Enquiries', permission: ['enquiry:read', 'enquiry:answer'] },
  { href: '/strategy', label: 'Strategy meetings', permission: ['strategy:read', 'strategy:attend'] },
  { href: '/panels', label: 'Risk panels', permission: ['panel:read', 'panel:answer'] },
  { href: '/cases', label: 'Caseload', permission: 'caseload:read' },
  { href: '/supervision', label: 'Supervision', permission: 'supervision:read' },
  { href: '/directory', label: 'Directory', permission: 'service:read' },
  { href: '/oversight', label: 'Figures', permission: 'figures:read' },
  { href: '/subject-access', label: 'Record requests', permission: 'subject-access:read' },
  { href: '/quality-audits', label: 'Quality audits', permission: 'quality-audit:read' },
  { href: '/action-plan', label: 'Action plan', permission: 'action-plan:read' },
  { href: '/audit', label: 'Audit log', permission: 'audit:read' },
  { href: '/admin/import', label: 'Bring data in', permission: 'import:read' },
  { href: '/admin/take-out', label: 'Take data out', permission: 'release:read' },
  { href: '/admin', label: 'People', permission: 'people:manage' },
  { href: '/admin/templates', label: 'Call templates', permission: 'template:manage' },
]

/** The places a role's permissions open, in the order of the work. What is not listed is refused anyway. */
export function placesFor(allowed: (permission: Permission) => boolean): NavItem[] {
  return PLACES.filter(({ permission }) => (typeof permission === 'string' ? [permission] : permission).some(allowed)).map(({ href, label }) => ({ href, label }))
}
