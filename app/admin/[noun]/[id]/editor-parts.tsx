import 'server-only'
import type { EditorParts } from '@/components/form/record-editor'
import { deskI18n } from '@/lib/auth/desk-i18n'
import type { SignedIn } from '@/lib/auth/signed-in'
import type { I18n } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import { type RecordForEdit, toFormValues } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import type { openRecord } from '@/lib/revisions/presence'
import { routes, withQuery } from '@/lib/routes'
import { countryChoices, dayChoices, fileChoices, languageNames } from './form-choices'
import type { Said } from './publishing/said'
import { RecordBelow } from './record-below'
import { RecordHeading } from './record-heading'
import { RecordPanel } from './record-panel'

/** What a record is called in the language of the desk. */
export const titleOf = ({ titles }: Pick<RecordForEdit, 'titles'>, { locale }: SignedIn, { t }: I18n) =>
  titleIn(titles, locale)?.title ?? t('deskForm.untitled')

/** What the form of a record starts from, and what stands around it: for its page, and anew in the answer to a save. */
export async function editorParts(
  record: RecordForEdit,
  user: SignedIn,
  { query = {}, present = null }: { query?: Said; present?: Awaited<ReturnType<typeof openRecord>> | null } = {},
): Promise<EditorParts> {
  const { noun, id } = record
  const i18n = await deskI18n()
  return {
    title: titleOf(record, user, i18n),
    start: {
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
    },
    heading: <RecordHeading record={record} locale={user.locale} />,
    panel: <RecordPanel record={record} user={user} query={query} />,
    below: <RecordBelow record={record} locale={user.locale} />,
  }
}
