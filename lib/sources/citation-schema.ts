import { line, reference, row, rows, texts } from '@/lib/revisions/content'

/** Sources attached to a record: each says where in it, and which claim it supports (null: the whole). */
export const citations = () =>
  rows(row({ source: reference(), locator: line(100), claim: line(60), texts: texts({ note: line(1000) }) }), 200)

export type CitationsContent = ReturnType<ReturnType<typeof citations>['parse']>
