type Props = { label?: string; lines?: number; shape?: 'lines' | 'table' | 'page' }

/** A page on its way: quiet grey shapes and the word for those who do not see them. */
export function Loading({ label = 'Loading', lines = 5, shape = 'lines' }: Props) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {label}
      </p>
      <div aria-hidden="true" className="space-y-3">
        {shape === 'page' ? <Bar className="mb-6 h-8 w-2/5" /> : null}
        {shape === 'lines' ? null : <Bar className="h-10 w-full" />}
        {Array.from({ length: lines }, (_, index) => (
          <Bar key={index} className={`${shape === 'lines' ? 'h-4' : 'h-9'} ${index % 3 === 2 ? 'w-3/5' : 'w-full'}`} />
        ))}
      </div>
    </div>
  )
}

function Bar({ className }: { className: string }) {
  return <div className={`rounded bg-neutral-wash forced-colors:border ${className}`} />
}
