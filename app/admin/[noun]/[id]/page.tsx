import type { Metadata } from 'next'
import { z } from 'zod'
import { RecordEditor } from '@/components/form/record-editor'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { messagesIn } from '@/lib/i18n/translator'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { openRecord } from '@/lib/revisions/presence'
import { routes } from '@/lib/routes'
import { autosaveRecordAction, createNamedAction, saveRecordAction } from './actions'
import { editorParts, titleOf } from './editor-parts'
import type { Said } from './publishing/said'
import { readRecord } from './read-record'

type Props = { params: Promise<{ noun: string; id: string }>; searchParams: Promise<Said> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const user = await allowed('write')
  const record = await readRecord(props.params)
  return { title: titleOf(record, user, await deskI18n()) }
}

/** One record of the desk: its newest version, public or not. */
export default async function RecordPage(props: Props) {
  const user = await allowed('write')
  const asked = z.uuid().safeParse((await props.params).id).data
  // Before the record is read: what is on the page stays as it is in the history.
  const present = asked ? await openRecord(asked, user.id) : null
  const record = await readRecord(props.params)
  const { noun, id } = record
  const { locale } = await deskI18n()
  return (
    <RecordEditor
      key={id}
      parts={await editorParts(record, user, { query: await props.searchParams, present })}
      locale={locale}
      timeZone={await deskTimeZone()}
      messages={messagesIn(locale, 'deskForm', 'deskMedia', 'words')}
      save={saveRecordAction.bind(null, noun, id)}
      autosave={autosaveRecordAction.bind(null, noun, id)}
      actions={{
        suggestions: routes.recordSuggestions(),
        appearances: routes.sessionAppearances(),
        createNamed: createNamedAction,
      }}
    />
  )
}
