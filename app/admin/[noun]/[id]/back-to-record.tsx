import { deskI18n } from '@/lib/auth/desk-i18n'
import { titleIn } from '@/lib/revisions/edit-labels'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** The head of a page about one record: the way back to its form, and what the page is. */
export async function BackToRecord({ record, title }: { record: RecordForEdit; title: string }) {
  const { t, locale } = await deskI18n()
  const named = titleIn(record.titles, locale)
  return (
    <>
      <p className="text-meta">
        <a className="link" href={routes.record(nounPlurals[record.noun], record.id)} lang={named?.language}>
          {named?.title ?? t('deskPublish.untitled')}
        </a>
      </p>
      <h1 className="pt-2 text-title">{title}</h1>
    </>
  )
}
