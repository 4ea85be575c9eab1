import type { Prisma } from '@/prisma/client/client'

type Row = Record<string, unknown>
type Args = { create?: Row; data?: Row | Row[] }

const ROWS_AT_ONCE = 500

/**
 * What the nouns' own mutations would write of many records into empty tables, taken down as rows: so that a whole
 * archive is written set by set, by the same functions that write one record. It answers as an empty table does:
 * nothing is found, nothing is deleted; anything else than writing anew is refused.
 */
export class CollectedRows {
  #rows = new Map<string, Row[]>()

  /** A transaction that takes down instead of writing. What is asked about files is answered by the real one. */
  transaction(real: Prisma.TransactionClient): Prisma.TransactionClient {
    const model = (name: string) => {
      const add = (rows: Row[]) => {
        if (!rows.length) return // a table comes into the order with its first row: after those that its rows point to
        const kept = this.#rows.get(name)
        if (kept) kept.push(...rows)
        else this.#rows.set(name, [...rows])
      }
      const none = async () => ({ count: 0 })
      return {
        upsert: async ({ create }: Args) => create && add([create]),
        create: async ({ data }: Args) => data && add([data].flat()),
        createMany: async ({ data }: Args) => data && add([data].flat()),
        findMany: async () => [],
        ...{ deleteMany: none, updateMany: none },
      }
    }
    return new Proxy({} as Prisma.TransactionClient, {
      get: (_target, name) => (name === 'media' ? real.media : model(String(name))),
    })
  }

  /** The rows of a table that were taken down, to be completed before they are written. */
  of(model: string): Row[] {
    return this.#rows.get(model) ?? []
  }

  /** Takes the rows of a table out. */
  take(model: string): Row[] {
    const rows = this.of(model)
    this.#rows.delete(model)
    return rows
  }

  /** Writes all of it, table by table in the order in which they first came, and forgets it. */
  async write(tx: Prisma.TransactionClient): Promise<void> {
    for (const [model, rows] of this.#rows) await writeRows(tx, model, rows)
    this.#rows.clear()
  }
}

/** Writes rows of a table, as many at once as a statement can have parameters for. */
export async function writeRows(tx: Prisma.TransactionClient, model: string, rows: readonly object[]): Promise<void> {
  const table = Reflect.get(tx, model) as { createMany(of: { data: object[] }): Promise<unknown> }
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await table.createMany({ data: rows.slice(at, at + ROWS_AT_ONCE) })
}
