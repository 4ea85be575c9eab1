import { z } from 'zod'
import type { ShownBatch } from '@/lib/batches/queries'
import { bulkActs, permissionFor } from '@/lib/bulk/change'

const bulk = z.object({ act: z.enum(bulkActs) })

/** Whoever may do it may undo it; an import itself asks for more where it published something. */
export function permissionToUndo({ kind, summary }: Pick<ShownBatch, 'kind' | 'summary'>) {
  if (kind === 'import') return 'write' as const
  const read = kind === 'bulk' ? bulk.safeParse(summary).data : undefined
  return read ? permissionFor(read.act) : ('publish' as const)
}
