import { CASEWORK_LISTS } from './casework-lists'
import { FRONT_DOOR_LISTS } from './front-door-lists'
import { OVERSIGHT_LISTS } from './oversight-lists'

/** Every list that may be taken as a file, by the name that its address has. */
export const LISTS = { ...FRONT_DOOR_LISTS, ...CASEWORK_LISTS, ...OVERSIGHT_LISTS } as const

export type ListName = keyof typeof LISTS
export const LIST_NAMES = Object.keys(LISTS) as ListName[]
