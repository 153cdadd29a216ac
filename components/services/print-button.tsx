'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'

/** Opens the browser's own printing. */
export function PrintButton({ children = 'Print this sheet', variant }: { children?: ReactNode; /** Secondary where something else is the page's main action. */ variant?: 'secondary' }) {
  return (
    <Button variant={variant} onClick={() => window.print()}>
      <Printer className="size-4" />
      {children}
    </Button>
  )
}
