import 'server-only'
import { type Client, generators, Issuer } from 'openid-client'
import { z } from 'zod'
import { env } from '@/lib/env'
import { type Path, routes } from '@/lib/routes'
import { readSealedCookie, removeCookie, setSealedCookie } from './cookies'

const COOKIE = 'provider'
const ROUND_TRIP_SECONDS = 10 * 60
/** After this the provider is asked anew where its parts are. */
const KNOWN_FOR = 60 * 60 * 1000

const sealed = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string() })
const claimed = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().pipe(z.email()),
  email_verified: z.literal([true, 'true']),
  name: z.string().trim().max(200).optional(),
})

/** Who the provider says it is: its word for the account, and an e-mail address that it has verified. */
export type ProvidedIdentity = { subject: string; email: string; name: string | null }

/** The OpenID Connect provider that the operator configured, as people call it; null when there is none. */
export function providerName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env()
  return OIDC_ISSUER && OIDC_CLIENT_ID ? (OIDC_NAME ?? new URL(OIDC_ISSUER).hostname) : null
}

const callbackUrl = () => `${env().PLENARY_URL}${routes.signInProviderCallback()}`

let known: { client: Client; at: number } | undefined

async function providerClient(): Promise<Client> {
  if (known && Date.now() - known.at < KNOWN_FOR) return known.client
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new Error('No OpenID Connect provider is configured')
  const issuer = await Issuer.discover(OIDC_ISSUER)
  const signed = z.array(z.string()).safeParse(issuer.metadata.id_token_signing_alg_values_supported).data ?? []
  const algorithm = ['RS256', 'ES256', 'PS256', 'EdDSA'].find((each) => signed.includes(each)) ?? 'RS256'
  const client = new issuer.Client({
    client_id: OIDC_CLIENT_ID,
    ...(OIDC_CLIENT_SECRET ? { client_secret: OIDC_CLIENT_SECRET } : { token_endpoint_auth_method: 'none' }),
    redirect_uris: [callbackUrl()],
    response_types: ['code'],
    id_token_signed_response_alg: algorithm,
  })
  known = { client, at: Date.now() }
  return client
}

/** Where to send the browser; what its answer must match stands in a sealed cookie. */
export async function beginAtProvider(back: Path): Promise<string> {
  const client = await providerClient()
  const [state, nonce, verifier] = [generators.state(), generators.nonce(), generators.codeVerifier()]
  await setSealedCookie(COOKIE, { state, nonce, verifier, back }, ROUND_TRIP_SECONDS)
  return client.authorizationUrl({
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: generators.codeChallenge(verifier),
    code_challenge_method: 'S256',
  })
}

/**
 * What the provider's answer is worth: null unless it is the answer to what this browser asked (state, nonce, PKCE),
 * signed by the provider for us, with a verified e-mail address.
 * @throws when the provider cannot be reached or refuses
 */
export async function answerOfProvider(url: URL): Promise<{ identity: ProvidedIdentity; back: string } | null> {
  const expected = sealed.safeParse(await readSealedCookie(COOKIE)).data
  await removeCookie(COOKIE)
  if (!expected) return null
  const client = await providerClient()
  const { state, nonce, verifier, back } = expected
  const tokens = await client.callback(callbackUrl(), client.callbackParams(`${url.pathname}${url.search}`), {
    state,
    nonce,
    code_verifier: verifier,
    response_type: 'code',
  })
  const claims = tokens.claims()
  const { data } = claimed.safeParse(claims.email ? claims : { ...claims, ...(await client.userinfo(tokens)) })
  if (!data) return null
  const subject = `${client.issuer.metadata.issuer} ${data.sub}`
  return { identity: { subject, email: data.email, name: data.name || null }, back }
}
