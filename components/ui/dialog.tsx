'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'

// Radix's own overlay locks the page by writing a <style> into the document, which the content security policy
// refuses. This one is a plain element, and the stylesheet holds the page still while it is there.
const OVERLAY = 'fixed inset-0 z-40 bg-ink/60'

const SHEET = clsx(
  'fixed inset-0 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-y-auto',
  'rounded-lg border border-control bg-surface p-5 sm:p-6',
)

/** The dark sheet under a dialog. */
export function DialogOverlay() {
  return <div data-wm-overlay="" aria-hidden="true" className={OVERLAY} />
}

export const DIALOG_SHEET_CLASS = clsx(SHEET, 'max-w-lg')

type Props = {
  title: ReactNode
  description?: ReactNode
  /** The button that opens it. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  wide?: boolean
  children?: ReactNode
}

/** A small task over the page. Escape, the cross and a press outside close it; the focus returns to its trigger. */
export function Dialog({ title, description, trigger, open, onOpenChange, wide, children }: Props) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger> : null}
      <RadixDialog.Portal>
        <div>
          <DialogOverlay />
          <RadixDialog.Content
            {...(description ? null : { 'aria-describedby': undefined })}
            className={clsx(SHEET, wide ? 'max-w-3xl' : 'max-w-lg')}
          >
            <RadixDialog.Title className="mb-3 pr-10">{title}</RadixDialog.Title>
            {description ? (
              <RadixDialog.Description className="mb-4">{description}</RadixDialog.Description>
            ) : null}
            {children}
            {/* last in order, so that the focus starts in the task and not on the way out */}
            <RadixDialog.Close
              aria-label="Close"
              className="absolute top-3.5 right-3.5 rounded p-1.5 text-ink-soft hover:bg-sunk hover:text-ink"
            >
              <X className="size-5" />
            </RadixDialog.Close>
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

/** Closes the dialog it stands in: wrap a button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <RadixDialog.Close asChild>{children}</RadixDialog.Close>
}
