import { z } from 'zod'
import type { ShownBatch } from '@/lib/batches/queries'
import { bulkActs, permissionFor } from '@/lib/bulk/change'

const bulk = z.object({ act: z.enum(bulkActs) })

const imported = z.object({ publish: z.literal(true) })

/** Whoever may do it may undo it. */
export function permissionToUndo({ kind, summary }: Pick<ShownBatch, 'kind' | 'summary'>) {
  if (kind === 'import') return imported.safeParse(summary).success ? ('withdraw' as const) : ('write' as const)
  if (kind === 'paste') return 'write' as const
  const read = kind === 'bulk' ? bulk.safeParse(summary).data : undefined
  return read ? permissionFor(read.act) : ('publish' as const)
}
