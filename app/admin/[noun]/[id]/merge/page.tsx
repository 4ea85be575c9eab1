import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { isMergeable } from '@/lib/merging/replace-mention'
import { getRecordForEdit } from '@/lib/revisions/edit-queries'
import { BackToRecord } from '../back-to-record'
import type { Said } from '../publishing/said'
import { type RecordParams, readRecord } from '../read-record'
import { fieldLabel } from '../review/value-text'
import { ChooseOther } from './choose-other'
import { SideBySide } from './side-by-side'

type Props = { params: RecordParams; searchParams: Promise<Said> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskBatches.merge.title') }
}

const PROBLEMS = ['stale', 'gone', 'tooMany', 'keptIsNotPublic', 'blocked', 'conflict'] as const

/** One record beside another that is the same: first which, then what is taken of each. */
export default async function MergePage({ params, searchParams }: Props) {
  await allowed('publish')
  const record = await readRecord(params)
  const { noun } = record
  if (!isMergeable(noun)) notFound()
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const other = z.uuid().safeParse(query.with).data
  const gone = other && other !== record.id ? await getRecordForEdit(noun, other) : null
  const problem = PROBLEMS.find((each) => each === query.problem)
  const naming = { noun, labels: {}, timeZone: 'UTC', i18n }
  const wrong = z.string().max(300).safeParse(query.fields).data?.split(' ') ?? []
  const fields = wrong.map((path) => fieldLabel(path.split('.')[0] ?? path, '', naming)).join(', ')
  return (
    <div className="max-w-4xl">
      <BackToRecord record={record} title={t('deskBatches.merge.title')} />
      {problem && <Notice isProblem>{t(`deskBatches.merge.problem.${problem}`)}</Notice>}
      {query.problem === 'invalid' && <Notice isProblem>{t('deskBatches.merge.problem.invalid', { fields })}</Notice>}
      {gone ? (
        <SideBySide noun={noun} kept={record} gone={gone} i18n={i18n} />
      ) : (
        <ChooseOther
          noun={noun}
          record={record}
          text={z.string().max(200).safeParse(query.q).data ?? null}
          i18n={i18n}
        />
      )}
    </div>
  )
}
