import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { archiveRows } from '@/lib/testing/archive-rows'
import { importEdition, withoutRehearsals } from '@/lib/testing/import-edition'
import { applyImport } from './apply'
import { filesOfFolder } from './readers/pyvideo'
import { limits, Reading } from './reading'
import { rehearseImport } from './rehearse'
import { undoImport } from './undo'

const folder = path.resolve(process.env.PLENARY_SAMPLES ?? '../shared/samples')
const isThere = existsSync(path.join(folder, 'README.md'))
/** A few of each kind unless all are asked for (SAMPLES=all): it takes minutes. */
const few = /csv|ics|voc-example|indico|pycon-ru|2018-08-nyc|europython/
const samples = !isThere
  ? []
  : [
      ...readFileSync(path.join(folder, 'README.md'), 'utf8').matchAll(
        /^\| `([^`]+)` \|[^|]*\| (?:sessions (\d+))?.*\|$/gm,
      ),
    ]
      .map(([, file = '', sessions]): [string, number] => [file, Number(sessions ?? 0)])
      .filter(([file]) => process.env.SAMPLES === 'all' || few.test(file))

let kept: string
beforeAll(async () => {
  kept = await mkdtemp(path.join(tmpdir(), 'import-samples-'))
  process.env.PLENARY_DATA = kept
})
afterAll(() => rm(kept, { recursive: true, force: true }))

describe.skipIf(!isThere)('real files (skipped where their folder is not)', () => {
  test.each(samples)(
    '%s: imported, again without a change, taken back row for row',
    { timeout: 300_000 },
    async (name, sessions) => {
      const at = path.join(folder, name)
      const files = name.endsWith('/')
        ? await filesOfFolder(at, new Reading(limits, null))
        : [{ path: at, name: path.basename(at) }]
      const { by, editionId } = await importEdition()
      const rehearse = async () => {
        const options = { likely: 'new', language: 'en', timeZone: 'Europe/Berlin' } as const
        const outcome = await rehearseImport({ editionId, files, options, by })
        if (outcome.kind !== 'rehearsed') throw new Error(JSON.stringify(outcome))
        return outcome.rehearsal
      }
      const before = withoutRehearsals(await archiveRows(db))
      const { id: importId, digest, summary } = await rehearse()
      expect(summary).toMatchObject({ failed: 0, needs: [] })
      expect(summary.sessions.created).toBeGreaterThanOrEqual(sessions)
      const applied = await applyImport({ importId, digest, by })
      if (applied.kind === 'nothing') return expect(sessions).toBe(0)
      if (applied.kind !== 'applied') throw new Error(JSON.stringify(applied).slice(0, 500))
      expect(await db.record.count({ where: { noun: 'session', parentId: editionId } })).toBe(summary.sessions.created)
      const again = await rehearse()
      expect(again.summary).toMatchObject({
        sessions: { created: 0, changed: 0, conflicts: 0, vanished: 0, unchanged: summary.sessions.created },
        people: { created: 0, changed: 0, asked: 0 },
      })
      expect(await applyImport({ importId: again.id, digest: again.digest, by })).toEqual({ kind: 'nothing' })
      expect(await undoImport({ batchId: applied.batchId, by })).toEqual({ kind: 'undone', left: [] })
      expect(withoutRehearsals(await archiveRows(db))).toEqual(before)
    },
  )
})
