import 'server-only'
import { z } from 'zod'
import { type Path, routes, withQuery } from '@/lib/routes'
import { readSealedCookie, removeCookie, setSealedCookie } from './cookies'
import { startSession } from './sessions'

/** How somebody showed who they are. */
export type SignInWay = 'password' | 'provider' | 'invitation' | 'first start'

const COOKIE = 'code'
/** How long somebody may look for the telephone. */
const CODE_SECONDS = 10 * 60

const sealed = z.object({ userId: z.uuid(), way: z.enum(['password', 'provider']), back: z.string() })

/**
 * After the first step: signs in, or remembers in a sealed cookie who it is that a code is asked of. Returns where to
 * go, which is the caller's to do.
 */
export async function continueSignIn(
  user: { userId: string; hasTwoSteps: boolean },
  back: Path,
  way: 'password' | 'provider',
): Promise<Path> {
  if (!user.hasTwoSteps) {
    await startSession(user.userId, way)
    return back
  }
  await setSealedCookie(COOKIE, { userId: user.userId, way, back }, CODE_SECONDS)
  return routes.signInCode()
}

/** Of whom a code is asked in this browser; null when of nobody, or for too long. */
export async function awaitedCode() {
  return sealed.safeParse(await readSealedCookie(COOKIE)).data ?? null
}

/** After the second step. */
export async function finishSignIn(userId: string, way: SignInWay): Promise<void> {
  await removeCookie(COOKIE)
  await startSession(userId, way)
}

/** Where to begin again when the code took too long. */
export const signInAgain = (): Path => withQuery(routes.signIn(), { failed: 'code' })
