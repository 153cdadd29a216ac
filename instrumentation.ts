/** Runs once as the server starts: it refuses to serve with a setting missing or a login too strong, and takes up later work. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseToStartUnsafely } = await import('./lib/access/start')
  await refuseToStartUnsafely()
  const { startWorker } = await import('./lib/jobs/worker')
  startWorker()
}
