import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { findMergedInto } from '@/lib/merging/mentioning'
import { getRecordForEdit, type RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounOf, nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

export type RecordParams = Promise<{ noun: string; id: string }>

/** The record that an address of the desk names; a 404 where there is none. One that was merged leads to what it is now. */
export async function readRecord(params: RecordParams): Promise<RecordForEdit> {
  const { noun: plural, id } = await params
  const noun = nounOf(plural)
  if (!noun || !z.uuid().safeParse(id).success) notFound()
  const record = await getRecordForEdit(noun, id)
  if (record) return record
  const mergedInto = await findMergedInto(id)
  if (mergedInto) redirect(routes.record(nounPlurals[noun], mergedInto))
  notFound()
}
