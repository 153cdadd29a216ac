import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { environment } from '../env'
import { signIn } from './sign-in'
import { requestOf } from './request'

/**
 * next-auth holds the cookie: an encrypted token that carries the session's id and nothing else. The session
 * itself is a row that is looked up on every request (`actorOfSession`), so that it can be ended at once.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: environment().secret,
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const headers = new Headers(request.headers as Record<string, string> | undefined)
          const id = await signIn(requestOf(headers), { email: credentials?.email, password: credentials?.password })
          return id ? { id } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: () => ({ expires: '' }),
    },
  }
}
