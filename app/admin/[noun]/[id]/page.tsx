import type { Metadata } from 'next'
import { z } from 'zod'
import { RecordEditor } from '@/components/form/record-editor'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { messagesIn } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import { toFormValues } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { openRecord } from '@/lib/revisions/presence'
import { routes, withQuery } from '@/lib/routes'
import { autosaveRecordAction, createNamedAction, saveRecordAction } from './actions'
import { countryChoices, dayChoices, fileChoices, languageNames } from './form-choices'
import type { Said } from './publishing/said'
import { readRecord } from './read-record'
import { RecordBelow } from './record-below'
import { RecordHeading } from './record-heading'
import { RecordPanel } from './record-panel'

type Props = { params: Promise<{ noun: string; id: string }>; searchParams: Promise<Said> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const user = await allowed('write')
  const record = await readRecord(props.params)
  return { title: titleIn(record.titles, user.locale)?.title ?? (await deskI18n()).t('deskForm.untitled') }
}

/** One record of the desk: its newest version, public or not. */
export default async function RecordPage(props: Props) {
  const user = await allowed('write')
  const asked = z.uuid().safeParse((await props.params).id).data
  // Before the record is read: what is on the page stays as it is in the history.
  const present = asked ? await openRecord(asked, user.id) : null
  const record = await readRecord(props.params)
  const { noun, id } = record
  const i18n = await deskI18n()
  const { locale } = i18n
  const start = {
    ...{ id, noun, lock: record.lock, version: record.version, labels: record.labels },
    values: toFormValues(noun, record.content, record.places?.timeZone),
    savedAt: record.updatedAt.toISOString(),
    savedBy: record.names[record.updatedById ?? ''] ?? null,
    places: record.places && { ...record.places, days: dayChoices(record.places.days, i18n) },
    countries: countryChoices(i18n),
    languages: languageNames(i18n),
    files: await fileChoices(record),
    appearances: record.appearances,
    present: present && { ...present, at: present.at.toISOString() },
    presence: routes.presence(id),
    signIn: withQuery(routes.signIn(), { return: routes.record(nounPlurals[noun], id) }),
  }
  return (
    <RecordEditor
      key={id}
      start={start}
      locale={locale}
      messages={messagesIn(locale, 'deskForm', 'deskMedia', 'words')}
      save={saveRecordAction.bind(null, noun, id)}
      autosave={autosaveRecordAction.bind(null, noun, id)}
      actions={{
        suggestions: routes.recordSuggestions(),
        appearances: routes.sessionAppearances(),
        createNamed: createNamedAction,
      }}
      heading={<RecordHeading record={record} locale={user.locale} />}
      panel={<RecordPanel record={record} user={user} query={await props.searchParams} />}
      below={<RecordBelow record={record} locale={user.locale} />}
    />
  )
}
