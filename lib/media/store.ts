import 'server-only'
import path from 'node:path'
import { mediaFolder, s3Place } from '@/lib/env'
import { createDiskStore } from './disk-store'
import { createS3Store } from './s3-store'

/** Part of a file, both ends included. */
export type ByteRange = { start: number; end: number }

/**
 * Where files lie, each under the hash of its content and the end that its type gives it (`{sha256}.webp`). A file
 * that is there never changes.
 */
export type Store = {
  /** Takes over a local file, as a whole or not at all; one that is there already is written again. */
  put(name: string, file: string): Promise<void>
  has(name: string): Promise<boolean>
  /** Null when there is no such file. `size` is that of the whole file. */
  read(name: string, range?: ByteRange): Promise<{ body: ReadableStream<Uint8Array>; size: number } | null>
  remove(name: string): Promise<void>
  /** Every file there is. */
  list(): AsyncGenerator<{ name: string; size: number }>
}

/** Where a file lies below the store's root: `ab/cd/abcd….webp`. */
export const placeOf = (name: string) => `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`

export const isStoredName = (name: string) => /^[0-9a-f]{64}\.[a-z]{3,4}$/.test(name)

let store: Store | undefined

/** S3-compatible storage where the operator configured it, else the data folder. */
export function mediaStore(): Store {
  const s3 = s3Place()
  store ??= s3 ? createS3Store(s3) : createDiskStore(mediaFolder())
  return store
}

/** Where uploads lie while they are looked at: beside the stored files, so that one becomes the other by its name. */
export const incomingFolder = () => path.join(mediaFolder(), 'incoming')
