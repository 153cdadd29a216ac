'use client'

import { Printer } from 'lucide-react'
import { Button } from '../ui/button'

/** Opens the browser's own printing. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer className="size-4" />
      Print this sheet
    </Button>
  )
}
