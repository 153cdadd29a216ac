import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

// no page names a person in its title
export const metadata: Metadata = { title: { default: 'Waymark', template: '%s – Waymark' }, robots: { index: false, follow: false } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers() // every page is rendered for its request: the policy's nonce is new each time
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  )
}
