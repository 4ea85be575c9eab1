import 'server-only'
import { notFound } from 'next/navigation'
import { getRecordForEdit, type RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounOf } from '@/lib/revisions/nouns'

export type RecordParams = Promise<{ noun: string; id: string }>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The record that an address of the desk names; a 404 where there is none. */
export async function readRecord(params: RecordParams): Promise<RecordForEdit> {
  const { noun: plural, id } = await params
  const noun = nounOf(plural)
  return (noun && UUID.test(id) && (await getRecordForEdit(noun, id))) || notFound()
}
