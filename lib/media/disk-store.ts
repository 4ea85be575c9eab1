import 'server-only'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { isStoredName, placeOf, type Store } from './store'

/** Files in a folder of this machine. */
export function createDiskStore(folder: string): Store {
  const at = (name: string) => path.join(folder, placeOf(name))
  return {
    async put(name, file) {
      const to = at(name)
      await sync(file)
      const made = await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
      await rename(file, to)
      // The entries of the folders must be on the disk too, up to the first that was there before.
      for (let each = path.dirname(to); ; each = path.dirname(each)) {
        await sync(each)
        if (!made || each === path.dirname(made)) break
      }
    },
    has: (name) =>
      access(at(name)).then(
        () => true,
        (error: unknown) => isMissing(error) && false,
      ),
    async read(name, range) {
      const handle = await open(at(name)).catch(nullWhenMissing)
      if (!handle) return null
      const { size } = await handle.stat()
      const stream = createReadStream('', { fd: handle, ...range })
      return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, size }
    },
    remove: (name) => rm(at(name), { force: true }),
    async *list() {
      const entries = (await readdir(folder, { recursive: true }).catch(nullWhenMissing)) ?? []
      for (const entry of entries) {
        const name = path.basename(entry)
        if (isStoredName(name) && entry === path.normalize(placeOf(name)))
          yield { name, size: (await stat(path.join(folder, entry))).size }
      }
    },
  }
}

async function sync(fileOrFolder: string) {
  const handle = await open(fileOrFolder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): true {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return true
  throw error
}

const nullWhenMissing = (error: unknown) => (isMissing(error) ? null : null)
