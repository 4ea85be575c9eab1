import 'server-only'
import { revalidatePath } from 'next/cache'

/**
 * In an action: the browser takes the whole desk anew with the answer, its frame too, not only what the address
 * changed. Public pages need nothing of the kind (docs/decisions.md, 1).
 */
export const refreshDesk = () => revalidatePath('/admin', 'layout')
