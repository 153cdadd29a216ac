import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { formDraftId } from '@/lib/drafts/id'
import { keptKey, type KeptForm, type KeptForms } from '@/lib/drafts/kept-form'
import { listDrafts } from '@/lib/drafts/queries'

/** Where each form of a page keeps what is typed, and what was kept there; none for those who keep no drafts. */
export async function keptForms(forms: readonly (readonly [form: KeptForm, ...about: string[]])[]): Promise<KeptForms> {
  const { role, userId } = await signedIn()
  if (!forms.length || !may(role, 'draft:keep')) return {}
  const ids = forms.map(([form, ...about]) => ({ key: keptKey(form, ...about), id: formDraftId(userId, form, about) }))
  const drafts = await ask(listDrafts, { kind: 'form', draftIds: ids.map(({ id }) => id) })
  return Object.fromEntries(ids.map(({ key, id }) => [key, { id, content: drafts.find((draft) => draft.id === id)?.content }]))
}
