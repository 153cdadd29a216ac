/** One of the settings that lib/setup/browser-tests.mjs hands over. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Run the browser tests with: node lib/setup/browser-tests.mjs`)
  return value
}
