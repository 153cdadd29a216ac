import { hash, verify } from '@node-rs/argon2'

// argon2id with OWASP's figures: 19 MiB, two passes, one lane
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, as a self-describing string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let decoy: Promise<string> | undefined

/** Whether the password is the one of the hash. Without a hash it says no, after the same work. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const compareWith = hashed ?? (await (decoy ??= hashPassword('nobody has this password')))
  const same = await verify(compareWith, password)
  return same && hashed !== null
}
