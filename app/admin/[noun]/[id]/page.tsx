import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RecordEditor } from '@/components/form/record-editor'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { messagesIn } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import { getRecordForEdit, toFormValues } from '@/lib/revisions/edit-queries'
import { nounOf, nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { autosaveRecordAction, createNamedAction, saveRecordAction } from './actions'
import { RecordBelow } from './record-below'
import { RecordHeading } from './record-heading'

type Props = { params: Promise<{ noun: string; id: string }> }

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

async function read({ params }: Props) {
  const { noun: plural, id } = await params
  const noun = nounOf(plural)
  const record = noun && isId(id) ? await getRecordForEdit(noun, id) : null
  return record ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const user = await allowed('write')
  const record = await read(props)
  return { title: titleIn(record.titles, user.locale)?.title ?? (await deskI18n()).t('deskForm.untitled') }
}

/** One record of the desk: its newest version, public or not. */
export default async function RecordPage(props: Props) {
  const user = await allowed('write')
  const record = await read(props)
  const { noun, id } = record
  const { locale } = await deskI18n()
  const start = {
    ...{ id, noun, lock: record.lock, version: record.version, labels: record.labels },
    values: toFormValues(noun, record.content, record.places?.timeZone),
    savedAt: record.updatedAt.toISOString(),
    savedBy: record.names[record.updatedById ?? ''] ?? null,
    places: record.places,
    appearances: record.appearances,
    signIn: withQuery(routes.signIn(), { return: routes.record(nounPlurals[noun], id) }),
  }
  return (
    <RecordEditor
      key={id}
      start={start}
      locale={locale}
      messages={messagesIn(locale, 'deskForm', 'words')}
      save={saveRecordAction.bind(null, noun, id)}
      autosave={autosaveRecordAction.bind(null, noun, id)}
      actions={{
        suggestions: routes.recordSuggestions(),
        appearances: routes.sessionAppearances(),
        createNamed: createNamedAction,
      }}
      heading={<RecordHeading record={record} locale={user.locale} />}
      panel={null}
      below={<RecordBelow record={record} locale={user.locale} />}
    />
  )
}
