'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { PasteState } from '@/components/form/programme/paste-state'
import { allowed } from '@/lib/auth/signed-in'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import { isLocale } from '@/lib/i18n/locales'
import { applyRows } from '@/lib/programme/apply-rows'
import { checkRows, type SentRow, sameName } from '@/lib/programme/check-rows'
import { MOST_ROWS, readPaste } from '@/lib/programme/paste-rows'
import { MOST_CELL, MOST_LETTERS } from '@/lib/programme/read-table'
import { listAt, readForm } from '@/lib/revisions/form-values'
import { routes, withQuery } from '@/lib/routes'

const cell = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, MOST_CELL))
  .catch('')
const sentRow = z
  .object({ day: cell, start: cell, end: cell, title: cell, room: cell, speakers: cell, take: z.unknown().optional() })
  .transform((row): SentRow => ({ ...row, take: row.take === 'on' }))
const sentPerson = z.object({ name: cell, as: cell })

/** Reads a text of rows, or the rows as they were put right; shows what they would become, or applies what was shown. */
export async function pasteRowsAction(edition: string, _before: PasteState, form: FormData): Promise<PasteState> {
  const by = await allowed('write')
  const id = z.uuid().safeParse(edition).data
  const record = id ? await db.record.findUnique({ where: { id, noun: 'edition' } }) : null
  if (!id || !record || !(form instanceof FormData)) redirect(routes.desk())
  const said = String(form.get('language') ?? '')
  const language = isLocale(said) ? said : by.locale
  const { values } = readForm(form.entries())
  const text = typeof values.text === 'string' ? values.text : null
  const choices = new Map(
    listAt(values, 'people').flatMap((each) => {
      const sent = sentPerson.safeParse(each).data
      return sent ? [[sameName(sent.name), sent.as] as const] : []
    }),
  )
  const of = { edition: { id, content: record.content as unknown as EditionContent }, choices, locale: by.locale }
  if (text !== null) {
    const tooLong = text.length > MOST_LETTERS
    const pasted = tooLong ? ({ kind: 'tooMany' } as const) : readPaste(text)
    if (pasted.kind !== 'rows')
      return { kind: 'start', text: text.slice(0, MOST_LETTERS), language, problem: pasted.kind }
    const rows = pasted.rows.map((row): SentRow => ({ ...row, take: null }))
    return {
      kind: 'checked',
      checked: await checkRows({ ...of, rows }),
      language,
      unknown: pasted.unknown,
      problem: null,
    }
  }
  const rows = listAt(values, 'rows')
    .slice(0, MOST_ROWS)
    .flatMap((row) => sentRow.safeParse(row).data ?? [])
  if (!rows.length) return { kind: 'start', text: '', language, problem: 'empty' }
  const checked = { kind: 'checked', language, unknown: [] } as const
  if (form.get('intent') !== 'apply') return { ...checked, checked: await checkRows({ ...of, rows }), problem: null }
  const seen = String(form.get('seen') ?? '')
  const outcome = await applyRows({ editionId: id, rows, choices, seen, by, locale: by.locale, language })
  if (outcome.kind === 'gone') redirect(routes.desk())
  if (outcome.kind !== 'applied') return { ...checked, checked: outcome.checked, problem: outcome.kind }
  const { sessions, people, batchId: batch } = outcome
  redirect(withQuery(routes.programme(id), { done: 'pasted', sessions, people, batch }))
}
