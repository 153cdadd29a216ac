// npm start: serves the build as the environment says, and nothing else. For a real installation.
process.env.NODE_ENV ??= 'production'
await import('./server.mjs')
