import { useFormatter, useTimeZone } from 'use-intl'
import { formatWhen } from '../desk/when'

/** An instant in words, as all the desk says it. */
export function useWhen() {
  const format = useFormatter()
  const timeZone = useTimeZone() ?? 'UTC'
  return (at: string) => formatWhen(new Date(at), timeZone, { format })
}
