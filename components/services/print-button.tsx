'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'

/** Opens the browser's own printing. */
export function PrintButton({ children = 'Print this sheet' }: { children?: ReactNode }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer className="size-4" />
      {children}
    </Button>
  )
}
