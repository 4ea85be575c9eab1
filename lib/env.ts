import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  /** The archive's own address, without a slash at its end. */
  PLENARY_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
})

let read: z.infer<typeof schema> | undefined

/** The configuration, read and checked when it is first needed: `next build` needs none of it. */
export function env() {
  read ??= schema.parse(process.env)
  return read
}
