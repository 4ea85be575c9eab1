import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mediaFolder } from '@/lib/env'

/** A file of a programme where it lies, and what it is called. */
export type ImportFile = { path: string; name: string }

export type KeptFiles = { sha256: string; fileName: string; files: ImportFile[] }

const DAY = 24 * 3_600_000
/** As long a rehearsal can be applied or read anew. */
const KEPT_DAYS = 14
/** More bytes than these are never kept: what is oldest goes first. */
const MOST_BYTES = 2 * 1024 ** 3

const folder = () => path.join(path.dirname(mediaFolder()), 'imports')
const NAMES = 'names.json'

/**
 * Keeps the files of a programme by their hash until they are imported or too old, and sweeps those that are. The given
 * files stay where they are.
 */
export async function keepImportFiles(files: readonly ImportFile[]): Promise<KeptFiles> {
  const all = createHash('sha256')
  for (const { path: file, name } of files) {
    const one = createHash('sha256')
    for await (const chunk of createReadStream(file)) one.update(chunk as Buffer)
    if (files.length === 1) all.update(one.digest())
    else all.update(`${name}\n`).update(one.digest())
  }
  const sha256 = all.digest('hex')
  const fileName = files.length === 1 ? (files[0]?.name ?? '') : `${files[0]?.name ?? ''} … (${files.length})`
  const kept = await readKeptFiles(sha256)
  if (kept) return { sha256, fileName, files: kept }
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await sweep()
  const arriving = path.join(folder(), `${sha256}.${process.pid}.${Date.now()}`)
  await mkdir(arriving, { mode: 0o700 })
  for (const [at, { path: file }] of files.entries()) await copyFile(file, path.join(arriving, String(at)))
  await writeFile(path.join(arriving, NAMES), JSON.stringify(files.map(({ name }) => name)))
  // Another may have kept the same meanwhile.
  await rename(arriving, path.join(folder(), sha256)).catch(() => rm(arriving, { recursive: true, force: true }))
  const there = await readKeptFiles(sha256)
  if (!there) throw new Error(`The file of an import (${sha256}) could not be kept`)
  return { sha256, fileName, files: there }
}

/** The kept files; null when they are swept. */
export async function readKeptFiles(sha256: string): Promise<ImportFile[] | null> {
  const at = path.join(folder(), sha256)
  const names = await readFile(path.join(at, NAMES), 'utf8').catch(() => null)
  if (names === null) return null
  const now = new Date()
  await utimes(at, now, now)
  return (JSON.parse(names) as string[]).map((name, n) => ({ name, path: path.join(at, String(n)) }))
}

/** Those too old go, and the oldest while there is too much. */
async function sweep() {
  const kept: { at: string; since: number; bytes: number }[] = []
  for (const name of await readdir(folder())) {
    const at = path.join(folder(), name)
    const { mtimeMs } = await stat(at)
    let bytes = 0
    for (const part of await readdir(at)) bytes += (await stat(path.join(at, part))).size
    kept.push({ at, since: mtimeMs, bytes })
  }
  kept.sort((a, b) => b.since - a.since)
  let sum = 0
  for (const { at, since, bytes } of kept) {
    sum += bytes
    if (since < Date.now() - KEPT_DAYS * DAY || sum > MOST_BYTES) await rm(at, { recursive: true, force: true })
  }
}
