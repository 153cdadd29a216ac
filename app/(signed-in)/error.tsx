'use client'

export { BrokenPage as default } from '@/components/errors/broken-page'
