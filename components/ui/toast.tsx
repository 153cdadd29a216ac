'use client'

import clsx from 'clsx'
import { CircleCheck, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { Toast as RadixToast } from 'radix-ui'
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'

export type ToastTone = 'success' | 'notice' | 'problem'
export type ToastMessage = {
  title: string
  description?: string
  tone?: ToastTone
  action?: { label: string; onPress: () => void }
}

type Shown = ToastMessage & { id: number }

const LOOKS: Record<ToastTone, { icon: LucideIcon; edge: string; glyph: string }> = {
  success: { icon: CircleCheck, edge: 'border-l-green-text', glyph: 'text-green-text' },
  notice: { icon: Info, edge: 'border-l-blue-text', glyph: 'text-blue-text' },
  problem: { icon: TriangleAlert, edge: 'border-l-red', glyph: 'text-red' },
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null)

/** `const { toast } = useToast(); toast({ title: 'Contact saved' })`. Only for what can be missed without harm. */
export function useToast() {
  const toast = use(ToastContext)
  if (!toast) throw new Error('useToast needs a ToastProvider above it')
  return useMemo(() => ({ toast }), [toast])
}

/** Holds the toasts of everything beneath it. A problem stays until dismissed; the rest leave after ten seconds. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const toast = useCallback((message: ToastMessage) => {
    const id = ++next.current
    setShown((before) => [...before.slice(-2), { ...message, id }])
  }, [])
  const drop = (id: number) => setShown((before) => before.filter((item) => item.id !== id))

  return (
    <ToastContext value={toast}>
      <RadixToast.Provider duration={10_000} label="Notification" swipeDirection="right">
        {children}
        {shown.map((item) => <ToastCard key={item.id} item={item} onClose={() => drop(item.id)} />)}
        <RadixToast.Viewport
          label="Notifications ({hotkey})"
          className="fixed right-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 no-print"
        />
      </RadixToast.Provider>
    </ToastContext>
  )
}

function ToastCard({ item, onClose }: { item: Shown; onClose: () => void }) {
  const { icon: Icon, edge, glyph } = LOOKS[item.tone ?? 'success']
  return (
    <RadixToast.Root
      type={item.tone === 'problem' ? 'foreground' : 'background'}
      duration={item.tone === 'problem' ? Number.POSITIVE_INFINITY : undefined}
      onOpenChange={(open) => open || onClose()}
      className={clsx(
        'flex items-start gap-3 rounded-lg border border-l-[6px] border-control bg-surface px-3.5 py-3 shadow-md',
        edge,
      )}
    >
      <Icon className={clsx('mt-0.5 size-5 flex-none', glyph)} strokeWidth={2.25} />
      <div className="min-w-0 flex-1">
        <RadixToast.Title className="font-semibold">{item.title}</RadixToast.Title>
        {item.description ? (
          <RadixToast.Description className="text-[0.9375rem]">{item.description}</RadixToast.Description>
        ) : null}
        {item.action ? (
          <RadixToast.Action
            altText={item.action.label}
            onClick={item.action.onPress}
            className="mt-1 min-h-6 font-semibold text-link underline"
          >
            {item.action.label}
          </RadixToast.Action>
        ) : null}
      </div>
      <RadixToast.Close aria-label="Dismiss" className="rounded p-1 text-ink-soft hover:bg-sunk hover:text-ink">
        <X className="size-4" />
      </RadixToast.Close>
    </RadixToast.Root>
  )
}
