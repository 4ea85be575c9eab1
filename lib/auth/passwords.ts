import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's least for Argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Each takes its memory and a core: few at a time, some may wait, and the rest are asked to come back. */
const AT_ONCE = 2
const WAITING = 40

/** Thrown when too many passwords are being checked already. */
export class TooBusy extends Error {}

let running = 0
const turns: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>, mostWaiting: number): Promise<T> {
  if (running >= AT_ONCE) {
    if (turns.length >= mostWaiting) throw new TooBusy()
    await new Promise<void>((resolve) => turns.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = turns.shift()
    if (next) next()
    else running--
  }
}

/** What is kept of a password. Only for whoever may set one (a valid link, a sign-in): they wait however many there are. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, ARGON2ID), Number.POSITIVE_INFINITY)

let nobodys: Promise<string> | undefined

/** Whether it is the password. Without one to compare it with it takes as long, and it is not. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hash('nobody has this password', ARGON2ID)
  const against = passwordHash ?? (await nobodys)
  const isRight = await inTurn(() => verify(against, password), WAITING)
  return isRight && passwordHash !== null
}
