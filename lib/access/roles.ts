/** Every role, in the order of the columns of the permissions table. Source: DOMAIN 4. */
export const ROLES = [
  'advisor',
  'emergency_duty',
  'safeguarding_lead',
  'practitioner',
  'cate_manager',
  'panel_chair',
  'partner',
  'police',
  'licensing',
  'manager',
  'auditor',
  'analyst',
  'admin',
  'system',
] as const

export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  advisor: 'Family Connect advisor',
  emergency_duty: 'Emergency Duty Team',
  safeguarding_lead: 'Safeguarding lead',
  practitioner: 'CATE practitioner',
  cate_manager: 'CATE manager',
  panel_chair: 'Risk panel chair',
  partner: 'Partner professional',
  police: 'Police CSE team',
  licensing: 'Licensing officer',
  manager: 'Manager',
  auditor: 'Auditor',
  analyst: 'Analyst',
  admin: 'System administrator',
  system: 'Waymark itself',
}
