import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Prisma } from '@/prisma/client/client'

/** A preview while one of its pages is rendered: what the page reads comes from `tx`, in which the draft is public. */
export type Preview = {
  tx: Prisma.TransactionClient
  /** When the link that opened it ends. */
  until: Date
  /** Records that are not public and were left out, as they cannot be shown yet or there are too many. */
  leftOut: number
}

/** Next bundles this module several times; they must agree on who is in a preview. */
const kept = globalThis as unknown as { plenaryPreviews?: AsyncLocalStorage<Preview> }
kept.plenaryPreviews ??= new AsyncLocalStorage<Preview>()
const previews = kept.plenaryPreviews

/** The preview that is being rendered, if this is one. */
export const currentPreview = (): Preview | undefined => previews.getStore()

export const inPreview = <T>(preview: Preview, work: () => Promise<T>): Promise<T> => previews.run(preview, work)
