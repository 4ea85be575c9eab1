/** Failed checks of the last day: of one account from one address, from the address, of the account. */
export type Failures = {
  pair: number
  pairLast: number | null
  address: number
  addressLast: number | null
  account: number
  /** How many seconds ago the oldest that counts against a limit was made. */
  pairOldest: number | null
  addressOldest: number | null
}

const DAY = 24 * 60 * 60
/** Checks a day of one account from one address; never more, whatever else holds. */
export const MOST_PER_PAIR = 10
const MOST_PER_ADDRESS = 100
/** An account that many fail at is under attack: each address that failed at it has fewer tries. */
const ACCOUNT_UNDER_ATTACK = 50
const MOST_PER_PAIR_UNDER_ATTACK = 3

const PAIR_WAITS = [0, 0, 0, 15, 30, 60, 120, 300, 600, 1200]

/**
 * How many seconds until the next check may be made; 0 for now. Times are seconds ago. An address that has not failed
 * at the account is never kept from it for the failures of others.
 */
export function secondsToWait(failures: Failures): number {
  const { pair, address } = failures
  const mostPerPair = failures.account >= ACCOUNT_UNDER_ATTACK ? MOST_PER_PAIR_UNDER_ATTACK : MOST_PER_PAIR
  const waits = [
    pair >= mostPerPair ? left(DAY, failures.pairOldest) : left(PAIR_WAITS[pair] ?? 0, failures.pairLast),
    address >= MOST_PER_ADDRESS
      ? left(DAY, failures.addressOldest)
      : left(address < 20 ? 0 : Math.min(900, 5 * 2 ** Math.floor((address - 20) / 5)), failures.addressLast),
  ]
  return Math.max(...waits)
}

const left = (wait: number, ago: number | null) => (ago === null ? 0 : Math.max(0, Math.ceil(wait - ago)))

/** A wait in words of minutes, rounded up. */
export const minutesOf = (seconds: number) => ({ minutes: Math.max(1, Math.ceil(seconds / 60)) })
