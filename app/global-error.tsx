'use client'

import { BrokenPage } from '@/components/errors/broken-page'
import './globals.css'

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto max-w-form p-6">
          <BrokenPage error={error} />
        </main>
      </body>
    </html>
  )
}
