/** The eighteen people whom the demo's sign-in page names, and who they are on their pages. */
export const PEOPLE = {
  advisor: ['advisor@demo.test', 'Bryony Achterberg', 'Family Connect advisor'],
  edt: ['edt@demo.test', 'Olumide Farrant', 'Emergency Duty Team'],
  safeguarding: ['safeguarding@demo.test', 'Harjit Sandiford', 'Safeguarding lead'],
  practitioner: ['practitioner@demo.test', 'Maya Thistlewood', 'CATE practitioner'],
  practitioner2: ['practitioner2@demo.test', 'Callum Nwachukwu', 'CATE practitioner'],
  cateManager: ['cate-manager@demo.test', 'Nerys Okonjo', 'CATE manager'],
  chair: ['chair@demo.test', 'Tobias Venkataraman', 'Risk panel chair'],
  police: ['police@demo.test', 'Siobhan Kerrigan-Adair', 'Police CSE team'],
  health: ['health@demo.test', 'Adaora Whitlock', 'Partner professional'],
  school: ['school@demo.test', 'Gethin Marlowe-Rees', 'Partner professional'],
  housing: ['housing@demo.test', 'Parveen Oldacre', 'Partner professional'],
  licensing: ['licensing@demo.test', 'Stellan Broadhurst', 'Licensing officer'],
  manager: ['manager@demo.test', 'Leonie Castellane', 'Manager'],
  auditor: ['auditor@demo.test', 'Everard Mbeki-Lowe', 'Auditor'],
  analyst: ['analyst@demo.test', 'Xiulan Pemberthy', 'Analyst'],
  admin: ['admin@demo.test', 'Rafferty Doole', 'System administrator'],
  marchfordAdvisor: ['advisor@marchford.demo.test', 'Imelda Quartermain', 'Family Connect advisor'],
  marchfordSafeguarding: ['safeguarding@marchford.demo.test', 'Kwabena Loxley', 'Safeguarding lead'],
} as const satisfies Record<string, readonly [email: string, name: string, role: string]>

export type PersonKey = keyof typeof PEOPLE
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[]

export const PASSWORD = 'waymark-demo-2026'
