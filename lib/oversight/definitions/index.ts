import type { Definition } from './definition'
import { ASSURANCE } from './assurance'
import { CATE, VOICE } from './cate'
import { FRONT_DOOR } from './front-door'
import { TIMELINESS } from './timeliness'

export type { Definition } from './definition'
export { DIMENSIONS, dimensionOf, type Dimension, type DimensionName, type Fact } from './dimensions'

/** Every figure, by name. A page, a report or a file that shows one asks for it here; nothing counts in another way. */
export const FIGURES = { ...FRONT_DOOR, ...CATE, ...TIMELINESS, ...VOICE, ...ASSURANCE } as const

export type FigureName = keyof typeof FIGURES

export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[]

export const figureOf = (name: FigureName): Definition => FIGURES[name]
