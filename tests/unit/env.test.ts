import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../lib/env'

const WELL = {
  DATABASE_APP_URL: 'postgresql://waymark_app:secret@db/waymark', NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'https://waymark.example.gov.uk',
}
const failure = (over: Record<string, string | undefined>) => {
  try {
    readEnvironment({ ...WELL, ...over })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the environment', () => {
  it('is read, without the demo unless it is asked for', () => {
    expect(readEnvironment(WELL)).toEqual({
      databaseUrl: WELL.DATABASE_APP_URL, secret: WELL.NEXTAUTH_SECRET, url: WELL.NEXTAUTH_URL, demo: false,
      files: '.data/files', jobs: 'all', testClock: undefined,
    })
    expect(readEnvironment({ ...WELL, WAYMARK_DEMO: '1', WAYMARK_TEST_CLOCK: '/tmp/clock' })).toMatchObject({
      demo: true, jobs: 'all', testClock: '/tmp/clock',
    })
    expect(readEnvironment({ ...WELL, WAYMARK_DEMO: '0', PATH: '/bin', OTHER: 'x' })).toMatchObject({ demo: false })
  })

  it.each([
    ['DATABASE_APP_URL', undefined], ['DATABASE_APP_URL', ''], ['DATABASE_APP_URL', '  '],
    ['NEXTAUTH_SECRET', undefined], ['NEXTAUTH_SECRET', 'x'.repeat(31)],
    ['NEXTAUTH_SECRET', ` ${'x'.repeat(31)} `], ['NEXTAUTH_URL', 'waymark'], ['NEXTAUTH_URL', undefined],
    ['WAYMARK_DEMO', 'yes'], ['WAYMARK_DEMO', 'true'],
  ])('without a good %s (%j) names it and how to set it', (name, value) => {
    const message = failure({ [name]: value })
    expect(message).toMatch(new RegExp(`^Waymark cannot start\\. Set these, in the environment or in .env, and start it again:\\n  ${name}: .{10}`))
    expect(message.split('\n')).toHaveLength(2)
  })

  it('names everything that is wrong at once, each once', () => {
    const message = failure({ DATABASE_APP_URL: undefined, NEXTAUTH_SECRET: undefined, NEXTAUTH_URL: undefined })
    expect(message.match(/^ {2}\w+/gm)).toEqual(['  DATABASE_APP_URL', '  NEXTAUTH_SECRET', '  NEXTAUTH_URL'])
  })

  it('never repeats a value', () => {
    expect(failure({ NEXTAUTH_SECRET: 'hunter2', NEXTAUTH_URL: 'hunter2', WAYMARK_DEMO: 'hunter2' })).not.toContain('hunter2')
  })

  it('lets nobody move the clock outside the demo', () => {
    expect(failure({ WAYMARK_TEST_CLOCK: '/tmp/clock' })).toContain('WAYMARK_TEST_CLOCK is for tests')
    expect(failure({ WAYMARK_TEST_CLOCK: '/tmp/clock', WAYMARK_DEMO: '0' })).toContain('WAYMARK_TEST_CLOCK is for tests')
  })
})
