// The web server: Next behind Node's own, so that what the log and the throttle rely on (the caller's address
// and the request's id) is set here and cannot be sent in. PORT, HOST and TRUST_PROXY=1 (behind a proxy that
// sets X-Forwarded-For) are read from the environment.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import next from 'next'

const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'
const behindProxy = process.env.TRUST_PROXY === '1'

const app = next({ dev: process.env.NODE_ENV === 'development', hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

const server = http.createServer((request, response) => {
  const { headers, socket } = request
  const told = behindProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : ''
  headers['x-forwarded-for'] = told || (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
  if (!behindProxy) for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']) delete headers[name]
  headers['x-request-id'] = randomUUID()
  response.setHeader('X-Request-Id', headers['x-request-id'])
  handle(request, response)
})
if (process.env.NODE_ENV === 'development') server.on('upgrade', app.getUpgradeHandler())

let closing = false
function close() {
  if (closing) return
  closing = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // streams of pages that refresh themselves would otherwise hold it open
  setTimeout(() => server.closeAllConnections(), 1500).unref()
  setTimeout(() => process.exit(0), 4000).unref()
}
process.on('SIGTERM', close)
process.on('SIGINT', close)
// started by a set-up script that was killed: do not outlive it
if (process.send) {
  process.on('disconnect', () => process.exit(0))
}

server.once('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: PORT=3001 npm run demo` : `The server could not start: ${error.code}`)
  process.exit(1)
})
server.listen(port, hostname, () => (process.send ? process.send('ready') : console.log(`Waymark listens on http://${hostname}:${port}`)))
