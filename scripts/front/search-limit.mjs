/** @typedef {import('node:http').IncomingMessage} Request */

/** What fractions that were added up may be off. */
const EVEN = 1e-6

/** The addresses that programs read: their answers say what is left of the allowance. */
const API =
  /^\/api\/v1\/(?:forums|editions|sessions|people|organisations|topics|statements|sources|oai|archive\.json)(?:\/|$)/

/** Whether an answer from here says how many requests are left. @param {string} path */
export const isApi = (path) => API.test(path)

/**
 * What the addresses cost that search the index or read much of the archive; suggestions come several to a word that is
 * typed, and programs read page after page.
 */
const COSTS = /** @type {const} */ ([
  [/^\/api\/v1\/archive\.json$/, 20],
  [/^\/api\/v1\/editions\/[^/]+\/plenary\.json$/, 5],
  [API, 0.2],
  [/^\/(?:(?:kk|ru)\/)?search\/?$/, 1],
  [/^\/api\/v1\/search(?:[./]|$)/, 1],
  [/^\/api\/v1\/suggestions\/?$/, 0.2],
])

/** What a request to an address takes from its reader's allowance; 0 for most. @param {string} path */
export const searchCost = (path) => COSTS.find(([address]) => address.test(path))?.[1] ?? 0

/**
 * The address that a request comes from: of the socket, or, behind a trusted proxy, the one that the proxy itself
 * saw, which it adds last. The addresses of one IPv6 network count as one, as anybody has billions of them.
 * @param {Request} req @param {boolean} trustProxy
 */
export function clientAddress(req, trustProxy) {
  const forwarded = trustProxy
    ? String(req.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  const address = (forwarded || req.socket?.remoteAddress || '').toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return address.includes(':') && !address.includes('.') ? networkOf(address) : address
}

/** The first 64 bits of an IPv6 address. @param {string} address */
function networkOf(address) {
  const [before = '', after] = address.split('%', 1).join('').split('::')
  const groups = before.split(':').filter(Boolean)
  const behind = after?.split(':').filter(Boolean) ?? []
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...behind]
  return `${all.slice(0, 4).join(':')}::/64`
}

/**
 * An allowance of searches for each address: some at once, then a few each second. Addresses not heard of for longest
 * are forgotten, so that it never holds more than `mostAddresses`; one that is forgotten begins anew.
 * @param {{ burst?: number, perSecond?: number, mostAddresses?: number, now?: () => number }} [options] `now` in seconds
 */
export function createSearchLimit({
  burst = 60,
  perSecond = 2,
  mostAddresses = 10_000,
  now = () => performance.now() / 1000,
} = {}) {
  /** @type {Map<string, { left: number, at: number }>} */
  const allowances = new Map()
  return {
    get size() {
      return allowances.size
    },
    /**
     * How an address stands, counted in requests of a cost (draft-ietf-httpapi-ratelimit-headers): how many there are in
     * an allowance and in which time it fills, how many are left and when it is full again.
     * @param {string} address @param {number} cost
     */
    standing(address, cost) {
      const left = allowances.get(address)?.left ?? burst
      return {
        policy: `"reads";q=${Math.floor(burst / cost)};w=${Math.ceil(burst / perSecond)}`,
        limit: `"reads";r=${Math.floor(left / cost + EVEN)};t=${Math.ceil((burst - left) / perSecond - EVEN)}`,
      }
    },
    /** Takes from an address's allowance. Returns 0, or after how many seconds there is enough. @param {string} address @param {number} cost */
    take(address, cost) {
      const at = now()
      const kept = allowances.get(address)
      const left = kept ? Math.min(burst, kept.left + (at - kept.at) * perSecond) : burst
      const isAllowed = left >= cost
      allowances.delete(address) // set anew, it is the latest heard of
      allowances.set(address, { left: isAllowed ? left - cost : left, at })
      for (const oldest of allowances.keys()) {
        if (allowances.size <= mostAddresses) break
        allowances.delete(oldest)
      }
      return isAllowed ? 0 : Math.max(1, Math.ceil((cost - left) / perSecond))
    },
  }
}
