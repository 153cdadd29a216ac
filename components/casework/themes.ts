import { SUPERVISION_THEMES } from '@/lib/pathway/sessions'

/** Themes of a supervision in words, in the order of the list. */
export const themesText = (themes: readonly string[]): string => SUPERVISION_THEMES.filter(({ id }) => themes.includes(id)).map(({ label }) => label).join(', ')
