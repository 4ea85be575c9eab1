import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { getRecordForEdit, type RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounOf } from '@/lib/revisions/nouns'

export type RecordParams = Promise<{ noun: string; id: string }>

/** The record that an address of the desk names; a 404 where there is none. */
export async function readRecord(params: RecordParams): Promise<RecordForEdit> {
  const { noun: plural, id } = await params
  const noun = nounOf(plural)
  return (noun && z.uuid().safeParse(id).success && (await getRecordForEdit(noun, id))) || notFound()
}
