import { StateLabels } from '@/components/desk/state-labels'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** Where the record belongs, what it is called, how it stands. */
export function RecordHeading({ record, locale }: { record: RecordForEdit; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { noun, titles, parent } = record
  const plural = nounPlurals[noun]
  const said = titleIn(titles, locale)
  const above = parent && titleIn(parent.titles as Record<string, string>, locale)
  return (
    <header className="pb-8">
      <nav aria-label={t('deskForm.breadcrumb')} className="text-meta text-muted">
        {parent && above && (
          <>
            <a className="quiet-link" lang={above.language} href={routes.record(nounPlurals[parent.noun], parent.id)}>
              {above.title}
            </a>
            {' / '}
          </>
        )}
        <a className="quiet-link" href={routes.records(plural)}>
          {t(`deskForm.plural.${noun}`)}
        </a>
      </nav>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1">
        <h1 className="text-title" lang={said?.language}>
          {said?.title ?? t('deskForm.untitled')}
        </h1>
        <span>
          <StateLabels standing={record} i18n={context} />
        </span>
      </div>
    </header>
  )
}
