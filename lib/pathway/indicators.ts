/**
 * Indicators of a risk assessment, as versioned data. Ids are stable: an answer of years ago still names its
 * indicator. An area may replace the set; an old assessment keeps the one it was made with. Source: DOMAIN 3.
 */
export const BLOCKS = [
  { id: 'vulnerability', label: 'Vulnerability', hint: 'What has happened to the young person, and what makes it easier for others to exploit them' },
  { id: 'risk', label: 'Risk', hint: 'What may show that somebody is exploiting them, or is about to' },
  { id: 'harm', label: 'Possible current harm', hint: 'Signs of abuse that may be happening already' },
  { id: 'protective', label: 'Protective factors', hint: 'What and who keeps them safer' },
] as const
export type Block = (typeof BLOCKS)[number]['id']

export type Indicator = { readonly id: string; readonly block: Block; readonly label: string }

/** `ref` is 'waymark-1' for the built-in set, 'area-3' for the third of the area's own. */
export type IndicatorSet = { readonly ref: string; readonly indicators: readonly Indicator[] }

/** The name of the area's own set of that number, as an assessment keeps it: 'area-3'. */
export const setName = (number: number): string => `area-${number}`

const of = (block: Block, labels: Readonly<Record<string, string>>): Indicator[] => Object.entries(labels).map(([id, label]) => ({ id, block, label }))

/** The built-in set, first version. A change of it is another version beside this one, never an edit. */
export const BUILT_IN: IndicatorSet = {
  ref: 'waymark-1',
  indicators: [
    ...of('vulnerability', {
      abuse_or_neglect: 'Earlier or current abuse or neglect',
      domestic_abuse: 'Domestic abuse at home',
      parental_difficulty: 'Parental substance use or ill-health',
      family_breakdown: 'Family breakdown or bereavement',
      looked_after: 'Looked after, or placed out of area',
      disability: 'Learning disability, communication need or disability',
      isolation: 'Low self-esteem or isolation',
      housing: 'Unsuitable or insecure housing',
      no_protective_adult: 'No protective adult',
      immigration: 'Immigration or language barrier',
      others_exploited: 'Sibling, friend or family member exploited',
    }),
    ...of('risk', {
      missing: 'Missing, or whereabouts unclear',
      late_home: 'Late home',
      education: 'Absent, excluded or disengaged from education',
      phones: 'Several unknown callers, secretive phone use, more than one phone',
      online: 'Online contact with strangers, images shared',
      substances: 'Alcohol or drugs',
      mood: 'Change in mood, self-harm, despair',
      friends: 'Change of friends, older associates',
      estranged: 'Estranged from family',
      sexual_health: 'Repeat sexual-health concerns',
      places: 'Areas or premises of concern',
      withdrawn_allegation: 'Withdrawn allegation',
    }),
    ...of('harm', {
      unexplained_gifts: 'Unexplained money, gifts or belongings',
      controlling_relationship: 'Relationship with a controlling or much older person',
      vehicles: 'In vehicles with unknown adults',
      moved: 'Taken out of the area, or found in another town',
      parties: 'Hotel, flat or party attendance',
      injury: 'Injury without clear cause',
      pregnancy_or_infection: 'Pregnancy, termination or infection in a young child or repeatedly',
      coercion: 'Threats, debts or coercion',
      held: 'Abducted or held',
      made_to_bring_others: 'Made to bring other children',
      disclosure: 'Disclosure of exploitation',
    }),
    ...of('protective', {
      trusted_adult: 'A trusted adult',
      parents_protect: 'Parents or carers acting to protect',
      in_education: 'In education or work',
      engaged: 'Engaged with a service',
      safe_friends: 'Safe friends and activities',
      recognises: 'Recognises the exploitation',
      safe_home: 'Safe accommodation',
    }),
  ],
}

/** Every built-in set there has been, oldest first. */
export const BUILT_IN_SETS: readonly IndicatorSet[] = [BUILT_IN]

/** Models of exploitation, DOMAIN 3. More than one may fit. */
export const MODELS = [
  { id: 'boyfriend', label: 'Presented as a boyfriend or girlfriend' },
  { id: 'peer', label: 'Peer-on-peer' },
  { id: 'online', label: 'Online: images, grooming' },
  { id: 'party', label: 'Party' },
  { id: 'gang', label: 'Gang or group' },
  { id: 'organised', label: 'Organised or trafficked' },
  { id: 'familial', label: 'Familial' },
  { id: 'inappropriate', label: 'Inappropriate relationship' },
  { id: 'not_known', label: 'Not known' },
] as const

/**
 * The next version's indicators, or questions, with an id each: what is kept keeps its own, also reworded; what is new
 * takes one from its words that none of the `earlier` versions has. Order is kept.
 */
export function withIds<T extends { readonly id: string; readonly label: string }>(rows: readonly T[], earlier: readonly { readonly id: string }[], unnamed = 'indicator'): T[] {
  const taken = new Set([...earlier.map(({ id }) => id), ...rows.map(({ id }) => id)])
  return rows.map((row) => {
    if (row.id) return { ...row }
    const base = row.label.toLowerCase().replace(/[^a-z0-9]+/g, '_').slice(0, 40).replace(/^_+|_+$/g, '') || unnamed
    let fresh = base
    for (let number = 2; taken.has(fresh); number++) fresh = `${base}_${number}`
    taken.add(fresh)
    return { ...row, id: fresh }
  })
}
