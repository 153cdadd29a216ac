'use client'

import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class'
import { DIALOG_SHEET_CLASS, DialogOverlay } from './dialog'

type Props = {
  title: ReactNode
  /** What will happen, and whether it can be undone. */
  description: ReactNode
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Say the deed: Close the case. Not: OK. */
  confirmLabel: string
  cancelLabel?: string
  tone?: 'primary' | 'warning'
  onConfirm?: () => void
  /** In place of the confirming button: a form with its own submit button. */
  action?: ReactNode
}

/** Asks before something that is hard to undo. The focus starts on the way out. */
export function ConfirmDialog({
  title, description, trigger, open, onOpenChange, confirmLabel, cancelLabel = 'Go back', tone = 'warning',
  onConfirm, action,
}: Props) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger> : null}
      <AlertDialog.Portal>
        <div>
          <DialogOverlay />
          <AlertDialog.Content aria-modal="true" className={DIALOG_SHEET_CLASS}>
            <AlertDialog.Title className="mb-2">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="wm-prose">{description}</div>
            </AlertDialog.Description>
            <div className="mt-5 flex flex-wrap gap-3">
              {action ?? (
                <AlertDialog.Action className={buttonClass(tone)} onClick={onConfirm}>
                  {confirmLabel}
                </AlertDialog.Action>
              )}
              <AlertDialog.Cancel className={buttonClass('secondary')}>{cancelLabel}</AlertDialog.Cancel>
            </div>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
