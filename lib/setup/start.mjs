// npm start: serves the build as the environment says, and nothing else. For a real installation.
import './dot-env.mjs'

process.env.NODE_ENV ??= 'production'
await import('./server.mjs')
